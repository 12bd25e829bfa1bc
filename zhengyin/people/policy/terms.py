"""Separations: what one person, or one organization, may not hold at one time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from zhengyin.people.offices import (
    ABOVE,
    ADMINISTRATORS,
    APPROVING,
    DOING,
    KEEPING,
    LABELS,
    Nature,
    Office,
    Standing,
)
from zhengyin.shared.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Term:
    """A dated period in an office; `until` is the first day after it, None while open.

    `ended_on` is the day on which somebody ended it: until that hour it was held, also on `until` itself.
    """

    person_id: UUID
    organization_id: UUID
    office: Office
    nature: Nature
    standing: Standing
    since: date
    until: date | None
    ended_on: date | None = None

    def overlaps(self, other: "Term") -> bool:
        """True when there is a day that lies in both periods; adjacent periods share none, nor empty ones."""
        return _meet(max(self.since, other.since), self.until, other.until)

    def shares_an_hour(self, other: "Term") -> bool:
        """The same, where an office ended in the course of a day fills that day."""
        return _meet(max(self.since, other.since), self._free_from, other._free_from)

    @property
    def _free_from(self) -> date | None:
        """The first day of which no hour lies in the period."""
        if self.until is None or self.ended_on is None:
            return self.until
        return max(self.until, self.ended_on + timedelta(days=1))

    @property
    def acting(self) -> bool:
        """Keeps for a while what somebody else keeps: also beside the keeping of another seal of his own."""
        return self.nature is Nature.ACTING

    @property
    def barred(self) -> bool:
        """第一书记、驻村、临聘人员、网格员 never approve or keep a seal."""
        return self.standing is not Standing.REGULAR


def _meet(since: date, *ends: date | None) -> bool:
    return all(end is None or since < end for end in ends)


def refusals_to_term(wanted: Term, held: Iterable[Term]) -> Iterator[Refusal]:
    """Every separation the wanted period would break.

    `held`: the person's own periods everywhere, and the periods of others in the organization, those that
    ended on the day it begins among them.
    """
    held = list(held)
    overlapping = [term for term in held if term.overlaps(wanted)]
    own = [term for term in overlapping if term.person_id == wanted.person_id]
    here = [term for term in own if term.organization_id == wanted.organization_id]
    if wanted.until is not None and wanted.until <= wanted.since:
        yield Refusal("term_is_empty")
    if any(term.office is wanted.office and term.acting is wanted.acting for term in here):
        yield Refusal("office_already_held", LABELS[wanted.office])
    yield from _barred(wanted, here)
    yield from _approve_is_not_keep(wanted, held)
    yield from _who_watches_only_watches(wanted, here)
    yield from _above_does_no_village_work(wanted, own)
    yield from _administrators(wanted, own)
    yield from _one_at_a_time(wanted, overlapping)


def _barred(wanted: Term, here: list[Term]) -> Iterator[Refusal]:
    decisive = [term.office for term in (wanted, *here) if term.office in APPROVING | KEEPING]
    if decisive and any(term.barred for term in (wanted, *here)):
        yield Refusal("never_approves_nor_keeps", LABELS[decisive[0]])


def _approve_is_not_keep(wanted: Term, held: Iterable[Term]) -> Iterator[Refusal]:
    """Not on one day either: who approved in the morning would stamp in the afternoon."""
    for term in held:
        same = (term.person_id, term.organization_id) == (wanted.person_id, wanted.organization_id)
        pair = {wanted.office, term.office}
        if same and term.shares_an_hour(wanted) and pair & APPROVING and pair & KEEPING:
            yield Refusal("approver_may_not_keep", LABELS[term.office], clause="H3.2.4c")


def _who_watches_only_watches(wanted: Term, here: list[Term]) -> Iterator[Refusal]:
    """The supervision committee approves nothing and keeps nothing: it signs what the others did."""
    for term in here:
        pair = {wanted.office, term.office}
        if Office.SUPERVISION_COMMITTEE in pair and pair & (APPROVING | KEEPING):
            yield Refusal("who_watches_only_watches", LABELS[term.office], clause="H3.2.4c")


def _above_does_no_village_work(wanted: Term, own: list[Term]) -> Iterator[Refusal]:
    """No 村章乡管 by appointment: whoever is township, county or city handles, approves, keeps nowhere."""
    for term in own:
        pair = {wanted.office, term.office}
        if pair & ABOVE and pair & DOING:
            yield Refusal("above_does_no_village_work", LABELS[term.office], clause="H4.2b")


def _administrators(wanted: Term, own: list[Term]) -> Iterator[Refusal]:
    """Three administrators are three people, and none of them sees the content of a case."""
    for term in own:
        pair = {wanted.office in ADMINISTRATORS, term.office in ADMINISTRATORS}
        if pair == {True} and term.office is not wanted.office:
            yield Refusal("administrators_are_three_people", LABELS[term.office])
        if pair == {True, False}:
            yield Refusal("administrator_sees_no_cases", LABELS[term.office])


def _one_at_a_time(wanted: Term, overlapping: list[Term]) -> Iterator[Refusal]:
    """One director, whether elected or presiding; one of each administrator."""
    if wanted.nature in (Nature.DELEGATED, Nature.ACTING):
        return
    if wanted.office is not Office.DIRECTOR and wanted.office not in ADMINISTRATORS:
        return
    for term in overlapping:
        same_seat = term.organization_id == wanted.organization_id and term.office is wanted.office
        if same_seat and term.person_id != wanted.person_id and term.nature is not Nature.DELEGATED:
            yield Refusal("seat_is_taken", LABELS[wanted.office])
