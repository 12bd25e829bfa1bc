"""May this period in office be ended?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zhengyin.people.actor import Actor
from zhengyin.people.offices import KEEPING, LABELS, Nature
from zhengyin.people.policy.appoint import office_of
from zhengyin.people.policy.terms import Term
from zhengyin.people.who_appoints import Seat, row_for
from zhengyin.shared.refusal import Refusal


@dataclass(frozen=True, slots=True)
class EndFacts:
    """The period, where its appointing people sit, and who lent it (for a delegation).

    `with_custody`: the seals room ends the custody of the seal in the same transaction, or none is left.
    `with_seal`: the township took the seal in, which ends its keeping whoever entrusted it.
    """

    term: Term
    seats: Mapping[Seat, frozenset[UUID]]
    lent_by: UUID | None
    on: date
    reason: str
    with_custody: bool = False
    with_seal: bool = False


def refusals_to_end(facts: EndFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """Whoever gives an office ends it, from today on; the past is never taken back."""
    term = facts.term
    if term.until is not None and term.until <= facts.on:
        yield Refusal("office_ends_sooner", LABELS[term.office])
    if facts.on < max(day, term.since):
        yield Refusal("past_is_not_taken_back")
    if not facts.reason.strip():
        yield Refusal("reason_missing")
    if term.office in KEEPING and not facts.with_custody:
        yield Refusal("custody_ends_first")
    if not facts.with_seal and not _may_end(facts, actor):
        yield Refusal("not_yours_to_end", LABELS[term.office], clause="H1a")


def _may_end(facts: EndFacts, actor: Actor) -> bool:
    term = facts.term
    if actor.person_id == term.person_id:
        return False
    if term.nature is Nature.DELEGATED and actor.person_id == facts.lent_by:
        return True
    nature = Nature.APPOINTED if term.nature is Nature.DELEGATED else term.nature
    row = row_for(term.office, nature)
    return row is not None and office_of(row.by, facts.seats, actor) is not None
