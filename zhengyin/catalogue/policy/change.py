"""May a decision change a county's own lists like this? Nothing is dated back, nothing widened. Pure."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import EntryKind, Level
from zhengyin.catalogue.layers import layered
from zhengyin.catalogue.lists import Listed, VersionRef
from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import Refusal

PIECES: Mapping[str, str] = {
    "number": "文号", "title": "标题", "issued_by": "发文机关", "signed_by": "签发人",
    "reviewed_by": "合法性审核单位",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as it was issued; `valid_until` is its last day, None without one. An empty text is missing.

    `reviewed_by` examined its legality (合法性审核) on `reviewed_on`.
    """

    number: str
    title: str
    issued_by: str
    signed_by: str
    reviewed_by: str
    reviewed_on: date
    issued_on: date
    takes_effect_on: date
    valid_until: date | None = None
    filing_number: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What a decision does: entries that begin or say something else, codes that end."""

    begun: tuple[Entry, ...] = ()
    ended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """`above` is what higher lists say on the day the change begins; `own` the county's own codes.

    `newest` is the day the newest version of each list touched begins, by its title; `begin_then` are the
    codes whose own period begins on the day of the change.
    """

    day: date
    today: date
    scanned: bool
    number_taken: bool
    emergency: bool
    above: tuple[Listed, ...]
    own: Collection[str]
    newest: Mapping[str, date]
    begin_then: Collection[str] = ()


def refusals_to_decide(decided: Decided, change: Change, facts: ChangeFacts) -> Iterator[Refusal]:
    """Yield why the lists stay as they are (H2.1a, H2.1c, O2.2a, O3.2a)."""
    yield from refusals_of_a_document(decided, facts)
    touched = {*change.ended, *(one.code for one in change.begun)}
    if not touched:
        yield Refusal("change_empty")
    for code in sorted(touched & set(facts.begin_then)):
        yield Refusal("entry_begins_that_day", code, "H2.1c")
    for code in change.ended:
        if code not in facts.own:
            yield Refusal("not_on_own_list", code, "H2.1a")
    for entry in change.begun:
        yield from _refusals_of_an_entry(entry, facts)


def refusals_of_a_document(decided: Decided, facts: ChangeFacts) -> Iterator[Refusal]:
    """Yield what a decision lacks, whatever it decides."""
    yield from _refusals_of_the_document(decided, facts)
    yield from _refusals_of_the_days(decided, facts)


def _refusals_of_the_document(decided: Decided, facts: ChangeFacts) -> Iterator[Refusal]:
    for name, words in PIECES.items():
        if not getattr(decided, name).strip():
            yield Refusal("decision_piece_missing", words)
    if not facts.scanned:
        yield Refusal("decision_not_scanned")
    if facts.number_taken:
        yield Refusal("decision_number_taken", decided.number.strip())


def _refusals_of_the_days(decided: Decided, facts: ChangeFacts) -> Iterator[Refusal]:
    if not decided.reviewed_on <= decided.issued_on <= decided.takes_effect_on:
        yield Refusal("decision_days_backward")
    if decided.issued_on > facts.today:
        yield Refusal("decision_not_issued_yet")
    if decided.valid_until is not None and decided.valid_until < facts.day:
        yield Refusal("decision_over", in_words(decided.valid_until))
    if facts.emergency and decided.valid_until is None:
        yield Refusal("emergency_without_end", clause="H3.1e")
    for title, newest in facts.newest.items():
        if newest > facts.day:
            yield Refusal("decision_before_version", f"“{title}”最新的一版{in_words(newest)}", "H2.1c")


def _refusals_of_an_entry(entry: Entry, facts: ChangeFacts) -> Iterator[Refusal]:
    """A county adds and narrows: what a higher list forbids under any of its names is not let in."""
    if entry.kind is EntryKind.ISSUABLE:
        for heading in entry.unfilled:
            yield Refusal("guide_unfilled", f"{entry.name}：{heading}", "O2.2a")
    version = VersionRef(Level.COUNTY, "", "", 0, facts.day)
    _, aside = layered([*facts.above, Listed(entry, Level.COUNTY, version)])
    for one in aside:
        if one.level is Level.COUNTY:
            yield Refusal("higher_list_forbids", f"“{entry.name}”：{one.why}（{one.against}）", "H2.1a")
