"""What the templates of an export get: frozen, finished, every address relative."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from zhengyin.catalogue.dataset import Dataset, EntryTold, VersionTold
from zhengyin.catalogue.kinds import EntryKind, Level
from zhengyin.publication.phrases import decided, standing_of, what_it_did

HEADINGS: Final = {
    EntryKind.PROHIBITED: "清单写明不用开的",
    EntryKind.STATUTORY_DOCUMENT: "手里的证件就能证明的",
    EntryKind.ROUTE: "没有列进清单、常有人问的",
    EntryKind.ISSUABLE: "带齐材料就能开的",
}
PROHIBITED: Final = (EntryKind.PROHIBITED, EntryKind.STATUTORY_DOCUMENT, EntryKind.ROUTE)
LEVELS: Final = [level.value for level in Level]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands on every page: whose lists, of which day and versions, and their digest."""

    county: str
    day: str
    notice: str
    versions: tuple[str, ...]
    digest: str
    root: str = ""  # from the page to the folder's top


@dataclass(frozen=True, slots=True)
class Line:
    """One item with its answer in a word."""

    name: str
    href: str
    mark: str
    shape: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a list under its own heading."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class EntryPage:
    """An entry, its answer first.

    `guide`: whose guide and form are shown, where it is issued and they are filled. `of`: the entry a local
    way belongs to. `exception_href`: to what is issued in the named exception.
    """

    entry: EntryTold
    headline: str
    list: str
    back_href: str
    back: str
    guide: EntryTold | None
    of: EntryTold | None
    exception_href: str


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in a sentence."""

    words: str
    decided: str
    in_force: bool


@dataclass(frozen=True, slots=True)
class ListHistory:
    """A list with its versions, the newest first."""

    title: str
    about: str
    versions: tuple[VersionLine, ...]


def prohibited(dataset: Dataset) -> tuple[Section, ...]:
    """不用开的, and the other demands with a way of their own, as the public page lists them."""
    return tuple(_sections(dataset, PROHIBITED))


def issuable(dataset: Dataset) -> tuple[Section, ...]:
    """可以开的; what turns out to be a prohibited matter is left out, as on the public page."""
    return tuple(_sections(dataset, (EntryKind.ISSUABLE,)))


def others(dataset: Dataset) -> tuple[Line, ...]:
    """What stands in neither list: rules, ways added to another entry, what is not issued after all."""
    listed = {line.href for section in (*prohibited(dataset), *issuable(dataset)) for line in section.lines}
    return tuple(line for line in map(_line, dataset.entries) if line.href not in listed)


def entry_page(entry: EntryTold, by_code: dict[str, EntryTold]) -> EntryPage:
    """One entry, its answer first."""
    answer, issued, found = entry.answer, entry.kind.code == EntryKind.ISSUABLE, entry.exception
    return EntryPage(
        entry=entry,
        headline=answer.headline if answer else entry.name,
        list=entry.list.words,
        back_href="../issuable.html" if issued else "../prohibited.html" if answer else "../index.html",
        back="可以开的证明" if issued else "不用开的证明" if answer else "首页",
        guide=_guide(entry, by_code),
        of=by_code.get(entry.for_code),
        exception_href=f"{found.entry}.html" if found and found.entry in by_code else "",
    )


def _guide(entry: EntryTold, by_code: dict[str, EntryTold]) -> EntryTold | None:
    """Its own where it has one: also what is issued in an exception only has conditions, materials, form."""
    if entry.answer is None or not entry.answer.issued:
        return None
    found = entry if entry.guide else by_code.get(entry.answer.guide_of)
    return found if found and found.guide and not found.guide.pending else None


def histories(dataset: Dataset) -> tuple[ListHistory, ...]:
    """Every list that binds here, from the nation down."""
    rows = sorted(dataset.versions, key=lambda one: (LEVELS.index(one.level.code), one.list, -one.no))
    return tuple(_history(tuple(found)) for _, found in groupby(rows, key=lambda one: one.list))


def _history(versions: tuple[VersionTold, ...]) -> ListHistory:
    lines = (VersionLine(f"第{one.no}版，{what_it_did(one)}", decided(one), one.in_force) for one in versions)
    return ListHistory(versions[0].title, standing_of(versions[0]), tuple(lines))


def _sections(dataset: Dataset, kinds: Iterable[EntryKind]) -> Iterator[Section]:
    for kind in kinds:
        lines = tuple(_line(one) for one in dataset.entries if shown(one, kind))
        if lines:
            yield Section(HEADINGS[kind], lines)


def shown(entry: EntryTold, kind: EntryKind) -> bool:
    """A local way stands with its entry; of what may be issued only what is."""
    if entry.kind.code != kind or entry.answer is None:
        return False
    return kind is not EntryKind.ISSUABLE or entry.answer.issued


def _line(entry: EntryTold) -> Line:
    answer = entry.answer
    mark, shape = (answer.mark, answer.shape) if answer else (entry.kind.words, "way")
    return Line(entry.name, f"e/{entry.code}.html", mark, shape)
