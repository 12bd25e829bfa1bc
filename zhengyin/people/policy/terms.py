"""Separations: what one person, or one organization, may not hold at one time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
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
    """A dated period in an office; `until` is the first day after it, None while open."""

    person_id: UUID
    organization_id: UUID
    office: Office
    nature: Nature
    standing: Standing
    since: date
    until: date | None

    def overlaps(self, other: "Term") -> bool:
        """True when there is a day that lies in both periods; adjacent periods share none."""
        starts_in_time = other.until is None or self.since < other.until
        return starts_in_time and (self.until is None or other.since < self.until)

    @property
    def barred(self) -> bool:
        """第一书记、驻村、临聘人员、网格员 never approve or keep a seal."""
        return self.standing is not Standing.REGULAR


def refusals_to_term(wanted: Term, held: Iterable[Term]) -> Iterator[Refusal]:
    """Every separation the wanted period would break.

    `held`: the person's own periods everywhere, and the periods of others in the organization.
    """
    overlapping = [term for term in held if term.overlaps(wanted)]
    own = [term for term in overlapping if term.person_id == wanted.person_id]
    here = [term for term in own if term.organization_id == wanted.organization_id]
    if wanted.until is not None and wanted.until <= wanted.since:
        yield Refusal("term_is_empty")
    if any(term.office is wanted.office for term in here):
        yield Refusal("office_already_held", LABELS[wanted.office])
    yield from _approve_is_not_keep(wanted, here)
    yield from _who_watches_only_watches(wanted, here)
    yield from _above_does_no_village_work(wanted, own)
    yield from _administrators(wanted, own)
    yield from _one_at_a_time(wanted, overlapping)


def _approve_is_not_keep(wanted: Term, here: list[Term]) -> Iterator[Refusal]:
    decisive = [term.office for term in (wanted, *here) if term.office in APPROVING | KEEPING]
    if decisive and any(term.barred for term in (wanted, *here)):
        yield Refusal("never_approves_nor_keeps", LABELS[decisive[0]])
    for term in here:
        if {wanted.office, term.office} & APPROVING and {wanted.office, term.office} & KEEPING:
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
