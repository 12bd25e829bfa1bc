"""Who may open, reset and close log-ins: a person above, never the owner.

Blocks approve and seal for 24 hours or until the township confirms, because whoever resets a
log-in could for a moment act as its owner.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from zhengyin.people.actor import Actor
from zhengyin.people.offices import APPROVING, KEEPING, Nature, Office
from zhengyin.people.policy.appoint import office_of
from zhengyin.people.policy.terms import Term
from zhengyin.people.who_appoints import Seat, row_for
from zhengyin.shared.refusal import Refusal

BLOCKED_FOR = timedelta(hours=24)


class Reset(StrEnum):
    """What is made anew."""

    PASSWORD = "password"
    PIN = "pin"
    SECOND_FACTOR = "second_factor"


RESET_LABELS: dict[Reset, str] = {
    Reset.PASSWORD: "登录密码",
    Reset.PIN: "换人口令（PIN）",
    Reset.SECOND_FACTOR: "第二重验证（动态码、码表）",
}


@dataclass(frozen=True, slots=True)
class Post:
    """One office the owner holds, with where the people above it sit."""

    term: Term
    seats: Mapping[Seat, frozenset[UUID]]


@dataclass(frozen=True, slots=True)
class OwnerFacts:
    """The owner of a log-in and the offices held that day."""

    person_id: UUID
    posts: tuple[Post, ...]


def refusals_to_reset(facts: OwnerFacts, actor: Actor, reason: str) -> Iterator[Refusal]:
    """Empty when the actor stands above the owner and the separation holds."""
    if not reason.strip():
        yield Refusal("reason_missing")
    yield from refusals_to_manage(facts, actor)
    if _would_join_approve_and_keep(facts, actor):
        yield Refusal("approver_may_not_reset_keeper", clause="H3.2.4c")


def refusals_to_open(facts: OwnerFacts, actor: Actor) -> Iterator[Refusal]:
    """Whoever opens an account holds its first password and codes for a moment: as for a reset."""
    yield from refusals_to_manage(facts, actor)
    if _would_join_approve_and_keep(facts, actor):
        yield Refusal("approver_may_not_open_keeper", clause="H3.2.4c")


def refusals_to_manage(facts: OwnerFacts, actor: Actor) -> Iterator[Refusal]:
    """Empty when the actor may close an account of the owner."""
    if actor.person_id == facts.person_id:
        yield Refusal("nobody_resets_himself", clause="H1a")
    if office_above(facts, actor) is None:
        yield Refusal("not_above_the_owner", clause="H1a")


def refusals_to_confirm(
    facts: OwnerFacts, actor: Actor, reset_by: UUID, *, confirmed: bool
) -> Iterator[Refusal]:
    """A third person confirms: of the township, or above the owner where there is none."""
    if actor.person_id in (facts.person_id, reset_by):
        yield Refusal("a_third_person_confirms", clause="H1a")
    if confirmed:
        yield Refusal("already_confirmed")
    if _confirming_office(facts, actor) is None:
        yield Refusal("not_above_the_owner", clause="H1a")


def office_above(facts: OwnerFacts, actor: Actor) -> Office | None:
    """The office by which `actor` stands above the owner: who appoints, or the township."""
    for post in facts.posts:
        row = row_for(post.term.office, post.term.nature) or row_for(post.term.office, Nature.APPOINTED)
        found = office_of(row.by, post.seats, actor) if row else None
        if found is not None:
            return found
    return _township(facts, actor)


def _township(facts: OwnerFacts, actor: Actor) -> Office | None:
    above = frozenset[UUID]().union(*(post.seats.get(Seat.TOWNSHIP, ()) for post in facts.posts))
    return Office.TOWNSHIP if above & actor.organizations(Office.TOWNSHIP) else None


def _confirming_office(facts: OwnerFacts, actor: Actor) -> Office | None:
    under_township = any(Seat.TOWNSHIP in post.seats for post in facts.posts)
    return _township(facts, actor) if under_township else office_above(facts, actor)


def _would_join_approve_and_keep(facts: OwnerFacts, actor: Actor) -> bool:
    for post in facts.posts:
        mine = actor.offices_at(post.term.organization_id)
        theirs = post.term.office
        if (theirs in KEEPING and mine & APPROVING) or (theirs in APPROVING and mine & KEEPING):
            return True
    return False
