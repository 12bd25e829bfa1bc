"""May this seal be ordered, issued, reported lost?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.seals.kinds import OUT_OF_REACH, SealKind, StopReason
from zhengyin.seals.specification import (
    AS_USUAL,
    LEAST_MM,
    MOST_MM,
    SPECIAL,
    Specification,
    belongs_to_others,
)
from zhengyin.seals.workflow import SealAct, SealState
from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import Refusal


@dataclass(frozen=True, slots=True)
class CommitteeFacts:
    """The committee as it stands. `name` is the full legal name, as it is engraved.

    `reasons` say why it may have no seal at all: 虚拟社区, a legal name nobody confirmed. `lead_id` is
    its county's civil-affairs desk.
    """

    organization_id: UUID
    township_id: UUID
    name: str
    reasons: tuple[Refusal, ...]
    lead_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Predecessor:
    """The seal in whose place a new one is ordered: in use, or stopped for `reason`."""

    name: str
    state: SealState
    reason: StopReason | None = None

    @property
    def lost(self) -> bool:
        """A lost seal, or one declared void, cannot be handed in, so it bars nothing."""
        return self.reason in OUT_OF_REACH


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """`pending` names the seal of this kind that is being engraved, or is empty."""

    committee: CommitteeFacts
    pending: str
    kind: SealKind = SealKind.OFFICIAL
    purpose: str = ""
    specification: Specification = AS_USUAL
    predecessor: Predecessor | None = None
    reason: str = ""  # why the old one is replaced

    @property
    def act(self) -> SealAct:
        """制作, 更换 or 补发: what it is depends on what is there."""
        if self.predecessor is None:
            return SealAct.ORDER
        return SealAct.REISSUE if self.predecessor.lost else SealAct.REPLACE


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """The seal on the township's table, and the paper on which it is handed over.

    Where another of this kind was issued before: the day this one was ordered, and the day the last of
    those before was gone, collected or lost.
    """

    committee: CommitteeFacts
    seal_name: str  # as it would have to be engraved today
    engraved: str
    not_collected: str  # the name of an older seal of this kind that can be handed in, or empty
    made_on: date
    issued_on: date
    received_by: str
    can_certify: bool  # a signing certificate is in force, or the county's authority can issue one
    police_number: str
    receipt_filed: bool
    demonstration: bool
    ordered_on: date | None = None
    old_gone_on: date | None = None


@dataclass(frozen=True, slots=True)
class LossFacts:
    """What is reported. `stopped_for` is why the seal stands still already, or None."""

    seal_name: str
    stopped_for: StopReason | None
    issued_on: date | None
    lost_at: datetime
    lost_on: date
    circumstances: str
    at: datetime


def refusals_to_order(facts: OrderFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """Empty when the committee may have a seal, its own township orders it, and none is on its way."""
    yield from _committee(facts.committee, actor)
    if facts.pending:
        yield Refusal("seal_already_there", facts.pending)
    if facts.act is SealAct.REPLACE and not facts.reason.strip():
        yield Refusal("replacement_reason_missing", clause="H3.2.1c")
    if facts.kind is SealKind.SPECIAL:
        yield from _purpose(facts.purpose.strip())
    diameter = facts.specification.diameter_mm
    if diameter is not None and not LEAST_MM <= diameter <= MOST_MM:
        yield Refusal("diameter_unbelievable", f"{diameter:f}毫米")


def refusals_to_issue(facts: IssueFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """Empty when the committee's own township hands over a seal with the right name."""
    yield from _committee(facts.committee, actor)
    if facts.engraved != facts.seal_name:
        yield Refusal("seal_has_another_name", facts.seal_name)
    if facts.not_collected:
        yield Refusal("old_seal_not_collected", facts.not_collected, "H3.2.1c")
    if not facts.made_on <= facts.issued_on <= day:
        yield Refusal("issue_days_out_of_order")
    first = max((day for day in (facts.ordered_on, facts.old_gone_on) if day), default=facts.issued_on)
    if facts.issued_on < first:
        yield Refusal("issued_before_the_old_was_gone", in_words(first), "H3.2.1c")
    if not facts.received_by.strip():
        yield Refusal("receiver_missing")
    if not facts.can_certify:
        yield Refusal("county_authority_missing")
    if not facts.police_number.strip() and not facts.demonstration:
        yield Refusal("police_number_missing")
    if not facts.receipt_filed and not facts.demonstration:
        yield Refusal("receipt_missing", clause="H3.2.1a")


def refusals_to_report_loss(facts: LossFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """Empty when it is said when and how; nothing else may delay a report, no dispute, no committee's end."""
    if facts.stopped_for in OUT_OF_REACH:
        yield Refusal("lost_already", facts.seal_name)
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


def refusals_of_impression(*, measured: bool, anyway: str) -> Iterator[Refusal]:
    """A picture without frame or red is no impression to compare with, unless it is said why it is kept."""
    if not measured and not anyway.strip():
        yield Refusal("impression_not_measured")


def _purpose(purpose: str) -> Iterator[Refusal]:
    if not purpose.endswith(SPECIAL) or purpose == SPECIAL:
        yield Refusal("special_purpose_missing")
    if belongs_to_others(purpose):
        yield Refusal("seal_of_another_body", purpose)


def _committee(committee: CommitteeFacts, actor: Actor) -> Iterator[Refusal]:
    yield from refusals_of_place(committee, actor)
    yield from committee.reasons
