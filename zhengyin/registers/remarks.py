"""备注 of numbered lines: what was said later about the same subject, and what a line says of itself.

One statement for any number of lines. Which kinds say something, and in which words, is theirs
(`LineKind.remark`); that a line was recorded late, failed a check or lost its personal fields shows by
itself.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zhengyin.ledger.models import Entry
from zhengyin.registers.lines import DAY, FAILED_CHECKS, HANDOVER, kind_of, remarking
from zhengyin.registers.queries import RegisterLine
from zhengyin.shared.days import SHANGHAI

NUMBER = "number"  # the column in which a line names the number it is about


@dataclass(frozen=True, slots=True)
class Said:
    """One remark: a mark that catches the eye (may be empty), the words, and whether the paper is void."""

    mark: str
    words: str
    void: bool = False

    @property
    def whole(self) -> str:
        """作废：11月16日收回."""
        return "：".join(part for part in (self.mark, self.words) if part)


def remarks_on(lines: Iterable[RegisterLine]) -> Mapping[str, tuple[Said, ...]]:
    """The remarks of each line, in the order they were recorded, by the line's hash."""
    lines = tuple(lines)
    later = _later(lines)
    return {line.hash: (*_own(line), *_of(line, later[line.subject])) for line in lines}


def _of(line: RegisterLine, later: Iterable[tuple[str, Said]]) -> Iterator[Said]:
    """A subject numbered twice (a letter taken back and let go anew): each number has its own remarks."""
    own = line.columns.get(NUMBER, "")
    return (said for number, said in later if not (own and number and number != own))


def _later(lines: tuple[RegisterLine, ...]) -> Mapping[UUID, list[tuple[str, Said]]]:
    """What was said later of each subject, with the number it was said of, if it names one."""
    said: dict[UUID, list[tuple[str, Said]]] = defaultdict(list)
    shown = {line.hash for line in lines}
    rows = Entry.objects.filter(subject__in={line.subject for line in lines}, kind__in=remarking())
    for subject, kind, digest, columns, at in rows.order_by("recorded_at", "book_id", "no").values_list(
        "subject", "kind", "hash", "columns", "happened_at"
    ):
        if digest not in shown:  # its own remark it says itself
            named = json.loads(columns)
            said[subject].append((named.get(NUMBER, ""), _said(kind, named, at)))
    return said


def _own(line: RegisterLine) -> Iterator[Said]:
    if kind_of(line.kind).remark:
        yield _said(line.kind, line.columns, line.happened_at)
    if line.late:
        yield Said(
            "补登",
            f"应急用印单（{line.pad_number}），{_clock(line.happened_at)}盖章，{_clock(line.recorded_at)}登记",
        )
    if handed := line.columns.get(HANDOVER, ""):
        yield Said("交接期内", handed)
    if failed := line.columns.get(FAILED_CHECKS, ""):
        yield Said("待整改", failed)
    if line.personal is None:  # the case keeps its own copy: nobody is to believe that nothing is left
        yield Said("", "本簿的个人信息已删除，案卷里的还在")


def _said(kind: str, columns: Mapping[str, str], at: datetime) -> Said:
    remark = kind_of(kind).remark
    assert remark is not None  # asked for kinds that have one
    local = at.astimezone(SHANGHAI)
    named = defaultdict(
        str, {**columns, DAY: f"{local.month}月{local.day}日"}
    )  # older lines had fewer columns
    return Said(remark.mark.format_map(named), remark.words.format_map(named), remark.void)


def _clock(at: datetime) -> str:
    local = at.astimezone(SHANGHAI)
    return f"{local.month}月{local.day}日{local:%H:%M}"
