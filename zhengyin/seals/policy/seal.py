"""May this seal be ordered, issued, reported lost?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refusal


@dataclass(frozen=True, slots=True)
class CommitteeFacts:
    """The committee as it stands. `name` is the full legal name, as it is engraved.

    `reasons` say why it may have no seal at all: 虚拟社区, a legal name nobody confirmed.
    """

    organization_id: UUID
    township_id: UUID
    name: str
    reasons: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """`pending` names the seal of this kind that is being engraved or in use, or is empty."""

    committee: CommitteeFacts
    pending: str


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """The seal on the township's table, and the paper on which it is handed over."""

    committee: CommitteeFacts
    seal_name: str
    in_use: str  # the name of another seal of this kind in use, or empty
    made_on: date
    issued_on: date
    received_by: str
    can_certify: bool  # a signing certificate is in force, or the county's authority can issue one


@dataclass(frozen=True, slots=True)
class LossFacts:
    """What is reported."""

    issued_on: date | None
    lost_at: datetime
    lost_on: date
    circumstances: str
    at: datetime


def refusals_to_order(facts: OrderFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """Empty when the committee may have a seal, its own township orders it, and none is there."""
    yield from _committee(facts.committee, actor)
    if facts.pending:
        yield Refusal("seal_already_there", facts.pending)


def refusals_to_issue(facts: IssueFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """Empty when the committee's own township hands over a seal with the right name."""
    yield from _committee(facts.committee, actor)
    if facts.seal_name != facts.committee.name:
        yield Refusal("seal_has_another_name", facts.committee.name)
    if facts.in_use:
        yield Refusal("seal_already_there", facts.in_use)
    if not facts.made_on <= facts.issued_on <= day:
        yield Refusal("issue_days_out_of_order")
    if not facts.received_by.strip():
        yield Refusal("receiver_missing")
    if not facts.can_certify:
        yield Refusal("county_authority_missing")


def refusals_to_report_loss(facts: LossFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """Empty when it is said when and how; nothing else may delay a report."""
    if facts.lost_at > facts.at:
        yield Refusal("loss_lies_ahead")
    if facts.issued_on is not None and facts.lost_on < facts.issued_on:
        yield Refusal("lost_before_issued")
    if not facts.circumstances.strip():
        yield Refusal("circumstances_missing")


def refusals_of_place(committee: CommitteeFacts, actor: Actor) -> Iterator[Refusal]:
    """A township acts for its own committees; another one's officer is told so."""
    townships = actor.organizations(Office.TOWNSHIP)
    if townships and committee.township_id not in townships:
        yield Refusal("another_township", clause="H3.2.1a")


def _committee(committee: CommitteeFacts, actor: Actor) -> Iterator[Refusal]:
    yield from refusals_of_place(committee, actor)
    yield from committee.reasons
