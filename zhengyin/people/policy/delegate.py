"""May this office be lent? At most 30 days, to a member, and never passed on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zhengyin.people.actor import Actor
from zhengyin.people.offices import LABELS, Nature, Office
from zhengyin.people.policy.appoint import Over, refusals_of_over, refusals_to_length
from zhengyin.people.policy.terms import Term, refusals_to_term
from zhengyin.shared.refusal import Refusal

LENDABLE = frozenset({Office.DIRECTOR})
BORROWERS = frozenset({Office.COMMITTEE_MEMBER, Office.SECOND_APPROVER})


@dataclass(frozen=True, slots=True)
class DelegateFacts:
    """`lent` is the period the office is lent from; `held`, `blocked` and `over` as for an appointment."""

    wanted: Term
    lent: Term
    held: tuple[Term, ...]
    blocked: bool = False
    over: Over | None = None


def refusals_to_delegate(facts: DelegateFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """Empty when the office is the actor's own to lend and the borrower may hold it."""
    wanted, lent = facts.wanted, facts.lent
    if lent.office not in LENDABLE:
        yield Refusal("office_is_not_lent", LABELS[lent.office])
    if lent.person_id != actor.person_id:
        yield Refusal("not_your_office_to_lend", LABELS[lent.office])
    if lent.nature in (Nature.DELEGATED, Nature.ACTING):
        yield Refusal("loan_is_not_passed_on", LABELS[lent.office])
    if facts.blocked:
        yield Refusal("recently_reset")
    if wanted.person_id == lent.person_id:
        yield Refusal("nobody_appoints_himself", clause="H1a")
    if wanted.since < day:
        yield Refusal("loan_begins_in_the_past")
    if not _within(wanted, lent):
        yield Refusal("loan_outlives_the_office", LABELS[lent.office])
    if not any(_may_borrow(term, wanted) for term in facts.held):
        yield Refusal("borrower_is_no_member", LABELS[Office.COMMITTEE_MEMBER])
    yield from refusals_to_length(wanted.since, wanted.until)
    yield from refusals_of_over(wanted, facts.over)
    yield from refusals_to_term(wanted, facts.held)


def _within(wanted: Term, lent: Term) -> bool:
    ends_in_time = lent.until is None or (wanted.until is not None and wanted.until <= lent.until)
    return lent.since <= wanted.since and ends_in_time


def _may_borrow(term: Term, wanted: Term) -> bool:
    same = (term.person_id, term.organization_id) == (wanted.person_id, wanted.organization_id)
    return same and term.office in BORROWERS and term.overlaps(wanted)
