"""May the day be reconciled like this: seal, papers and pad against the registers (H3.2.3a)?"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from zhengyin.people.offices import Office
from zhengyin.shared.personal import numbers_in
from zhengyin.shared.refusal import Refusal

LONGEST_NOTE = 200


@dataclass(frozen=True, slots=True)
class Pad:
    """The numbers of one printing still in the drawer; `blank` are those without an end."""

    first: int
    last: int
    blank: tuple[int, ...]

    def takes(self, following: int) -> bool:
        """Whether its next blank slip may be this one; the number after the last says that none is left."""
        return following in self.blank or following == self.last + 1

    def missing_before(self, following: int) -> tuple[int, ...]:
        """Slips are torn off in their order: those before it were used, or are gone."""
        return tuple(no for no in self.blank if no < following)


@dataclass(frozen=True, slots=True)
class Counted:
    """What the custodian found in the drawer. None: not answered; `following` is None without a pad."""

    seal_there: bool | None
    papers_agree: bool | None
    following: int | None
    note: str


@dataclass(frozen=True, slots=True)
class DayFacts:
    """`keeper` keeps the seal today; `pads` are those that are open."""

    person: UUID
    offices: frozenset[Office]
    keeper: UUID | None
    pads: tuple[Pad, ...]
    counted: Counted
    seal_out: bool = False  # taken out, as approved: it is not asked for at its place


def refusals_to_reconcile(facts: DayFacts) -> Iterator[Refusal]:
    """Empty when whoever keeps the seal today answered everything; what differs is no obstacle but a fact."""
    said = facts.counted
    if Office.CUSTODIAN not in facts.offices:
        yield Refusal("wrong_office")
    elif facts.keeper != facts.person:
        yield Refusal("day_by_the_keeper", clause="H3.2.3a")
    if not facts.seal_out:
        yield from _place(said.seal_there)
    if said.papers_agree is None:
        yield Refusal("papers_not_counted", clause="H3.2.3a")
    elif not said.papers_agree and not said.note.strip():
        yield Refusal("difference_not_said")
    if len(said.note.strip()) > LONGEST_NOTE:
        yield Refusal("note_too_long", str(LONGEST_NOTE))
    for found in numbers_in(said.note):
        yield Refusal("note_tells_a_number", found)
    yield from _pad(facts)


def missing_of(pads: tuple[Pad, ...], following: int | None) -> tuple[int, ...]:
    """The slips that are torn off and came to no end yet."""
    if following is None:
        return ()
    return next((pad.missing_before(following) for pad in pads if pad.takes(following)), ())


def _place(there: bool | None) -> Iterator[Refusal]:
    if there is None:
        yield Refusal("seal_place_not_answered")
    elif not there:
        yield Refusal("seal_not_in_its_place", clause="H3.2.4b")


def _pad(facts: DayFacts) -> Iterator[Refusal]:
    following = facts.counted.following
    if not facts.pads:
        if following is not None:
            yield Refusal("no_pad_in_use")
    elif following is None:
        yield Refusal("next_slip_missing")
    elif not any(pad.takes(following) for pad in facts.pads):
        ended = any(pad.first <= following <= pad.last for pad in facts.pads)
        yield Refusal("slip_came_to_its_end" if ended else "no_such_slip", f"应急{following:04d}")
