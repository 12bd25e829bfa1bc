"""May this person be given this office by these people on this paper?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from zhengyin.people.actor import Actor
from zhengyin.people.offices import ADMINISTRATORS, LABELS, LONGEST_LOAN_DAYS, Nature, Office
from zhengyin.people.policy.terms import Term, refusals_to_term
from zhengyin.people.who_appoints import Appointer, Basis, Row, Seat, row_for
from zhengyin.shared.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper an appointment rests on; `elected_on` only with the result of an election."""

    basis: Basis
    document: str
    elected_on: date | None = None


@dataclass(frozen=True, slots=True)
class Over:
    """A committee that is no more: since `on`, the first day without it; `words` say how."""

    on: date
    words: str


@dataclass(frozen=True, slots=True)
class AppointFacts:
    """All that the rule looks at.

    `seats` names the organizations from which the appointing people may come;
    `first_officer` says that nobody holds the office in that organization yet;
    `blocked`, that a log-in of one of the signing people was reset a moment ago; `over`, that the
    committee was abolished or merged.
    """

    wanted: Term
    organization_kind: str
    seats: Mapping[Seat, frozenset[UUID]]
    paper: Paper
    held: tuple[Term, ...]
    first_officer: bool
    blocked: bool = False
    over: Over | None = None


def refusals_to_appoint(
    facts: AppointFacts, actor: Actor, second: Actor | None, day: date
) -> Iterator[Refusal]:
    """Empty when the table, the paper and every separation agree."""
    wanted = facts.wanted
    row = row_for(wanted.office, wanted.nature)
    if row is None:
        yield Refusal("office_is_not_appointed", LABELS[wanted.office])
        return
    if facts.organization_kind not in row.seats_in:
        yield Refusal("organization_has_no_such_office", LABELS[wanted.office])
    yield from _who(facts, row, actor, second)
    if facts.blocked:
        yield Refusal("recently_reset")
    yield from _paper(facts, row, day)
    yield from _length(wanted)
    yield from refusals_of_over(wanted, facts.over)
    yield from _membership(facts)
    yield from refusals_to_term(wanted, facts.held)


def _who(facts: AppointFacts, row: Row, actor: Actor, second: Actor | None) -> Iterator[Refusal]:
    people = [actor.person_id] + ([second.person_id] if second else [])
    if facts.wanted.person_id in people:
        yield Refusal("nobody_appoints_himself", clause="H1a")
    if office_of(row.by, facts.seats, actor) is None:
        yield Refusal("not_yours_to_appoint", _names(row.by), clause="H1a")
    if row.second is None:
        return
    if second is None or second.person_id == actor.person_id:
        yield Refusal("second_person_missing", _names(row.second), clause="H1a")
    elif not _second_fits(facts, row.second, second):
        yield Refusal("second_person_lacks_office", _names(row.second), clause="H1a")


def _second_fits(facts: AppointFacts, needed: Appointer, second: Actor) -> bool:
    """While an office has no holder yet, another administrator stands in as second person."""
    stand_in = Appointer(ADMINISTRATORS, Seat.ADMINISTRATION)
    if office_of(needed, facts.seats, second) is not None:
        return True
    return facts.first_officer and office_of(stand_in, facts.seats, second) is not None


def office_of(appointer: Appointer, seats: Mapping[Seat, frozenset[UUID]], actor: Actor) -> Office | None:
    """Return the office by which `actor` fits `appointer`, or None."""
    places = seats.get(appointer.seat, frozenset())
    held = {one.office for one in actor.holds if one.at in places}
    return next((office for office in Office if office in appointer.offices & held), None)


def _names(appointer: Appointer) -> str:
    return "、".join(LABELS[office] for office in Office if office in appointer.offices)


def _paper(facts: AppointFacts, row: Row, day: date) -> Iterator[Refusal]:
    paper = facts.paper
    if not paper.document.strip():
        yield Refusal("basis_document_missing", clause="H1a")
    if paper.basis not in row.bases:
        yield Refusal("basis_does_not_fit", clause="H1a")
    if paper.basis is Basis.ELECTION and paper.elected_on is None:
        yield Refusal("election_day_missing", clause="H1a")
    if paper.elected_on is not None and paper.elected_on > min(day, facts.wanted.since):
        yield Refusal("election_lies_ahead", clause="H1a")


def refusals_of_over(wanted: Term, over: Over | None) -> Iterator[Refusal]:
    """Nobody is appointed from the day a committee ended; what is entered late ends by then."""
    if over is not None and (wanted.until is None or wanted.until > over.on):
        yield Refusal("committee_appoints_no_more", over.words, "H3.2.1d")


def _length(wanted: Term) -> Iterator[Refusal]:
    if wanted.nature in (Nature.DELEGATED, Nature.ACTING):
        yield from refusals_to_length(wanted.since, wanted.until)


def refusals_to_length(since: date, until: date | None) -> Iterator[Refusal]:
    """A delegation or an acting custody has an end, at most 30 days off."""
    if until is None or until > since + timedelta(days=LONGEST_LOAN_DAYS):
        yield Refusal("loan_is_too_long", f"最长{LONGEST_LOAN_DAYS}天")


def _membership(facts: AppointFacts) -> Iterator[Refusal]:
    """The second approver is a member of the committee, appointed for it."""
    wanted = facts.wanted
    if wanted.office is not Office.SECOND_APPROVER:
        return
    if not any(_is_member(term, wanted) for term in facts.held):
        yield Refusal("second_approver_is_no_member", LABELS[Office.COMMITTEE_MEMBER])


def _is_member(term: Term, wanted: Term) -> bool:
    same = (term.person_id, term.organization_id) == (wanted.person_id, wanted.organization_id)
    return same and term.office is Office.COMMITTEE_MEMBER and term.overlaps(wanted)
