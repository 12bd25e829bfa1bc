"""A draft's text cut into clauses, by its headings or by the empty lines of whoever puts it right. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_NUMBER: Final = "[一二三四五六七八九十百]{1,6}"
LEVELS: Final = (
    re.compile(rf"^({_NUMBER}、|第{_NUMBER}条)\s*"),
    re.compile(rf"^([（(]{_NUMBER}[）)])\s*"),
    re.compile(r"^(\d{1,2}[.．、])(?!\d)\s*"),
)
LONGEST, MOST, LONGEST_HEADING = 1500, 100, 40  # characters of a clause, clauses, characters of a heading
BEGINNING: Final = "开头"
NEVER_LAW: Final = "征求意见稿"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: `mark` names it (二、（一）), `heading` and `words` are its text."""

    mark: str
    heading: str
    words: str

    @property
    def name(self) -> str:
        """二、（一）明确证明事项."""
        return self.mark + self.heading.rstrip("。")


def titled(title: str) -> str:
    """A draft's title always says that it is one."""
    title = title.strip()
    return title if not title or NEVER_LAW in title else f"{title}（{NEVER_LAW}）"


def cut(text: str) -> str:
    """Pasted text with one empty line before each line that begins with 一、 第一条 （一） or 1. .

    What is too long for one clause is parted between its lines.
    """
    blocks: list[list[str]] = []
    for line in _lines(text):
        full = bool(blocks) and len("\n".join([*blocks[-1], line])) > LONGEST
        if not blocks or _level(line) is not None or full:
            blocks.append([])
        blocks[-1].append(line)
    return _joined(blocks)


def tidied(text: str) -> str:
    """What a person put right: clauses where they stand, without blanks around the lines."""
    return _joined(_blocks(text))


def clauses_of(text: str) -> tuple[Clause, ...]:
    """A clause ends at an empty line and nowhere else."""
    return tuple(_clauses(_blocks(text)))


def too_long(clauses: Iterable[Clause]) -> tuple[str, ...]:
    """The names of those that nobody could answer as one."""
    return tuple(one.name for one in clauses if len(one.heading) + len(one.words) > LONGEST)


def _blocks(text: str) -> list[list[str]]:
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n"))
    return [lines for block in blocks if (lines := _lines(block))]


def _joined(blocks: Iterable[Sequence[str]]) -> str:
    return "\n\n".join("\n".join(block) for block in blocks)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _level(line: str) -> int | None:
    return next((no for no, level in enumerate(LEVELS) if level.match(line)), None)


def _clauses(blocks: Iterable[Sequence[str]]) -> Iterator[Clause]:
    """Each with the marks above its own: （一） under 二、 is 二、（一）."""
    above = ["", "", ""]
    for no, (first, *rest) in enumerate(blocks, 1):
        level = _level(first)
        if level is None:
            yield Clause(BEGINNING if no == 1 else f"第{no}段", "", "\n".join([first, *rest]))
            continue
        found = LEVELS[level].match(first)
        assert found is not None  # _level matched it
        above[level:] = [found.group(1), *[""] * (len(above) - level - 1)]
        heading, words = _headed(first[found.end() :])
        yield Clause("".join(above), heading, "\n".join(filter(None, [words, *rest])))


def _headed(line: str) -> tuple[str, str]:
    """The heading is the first sentence, with its stop; a long one is no heading. Nothing is lost."""
    before, stop, words = line.partition("。")
    return (before + stop, words) if len(before) <= LONGEST_HEADING else ("", line)
