"""May a seal leave its place of keeping, with whom, until when; is it back (H3.2.4b)?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from zhengyin.people.actor import Actor
from zhengyin.seals.policy.plain import refusals_of_plain
from zhengyin.shared.refusal import Refusal

CLAUSE = "H3.2.4b"


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who keeps the seal on the day it leaves, and so carries it; `kept_until` is the first day without."""

    person_id: UUID | None
    name: str
    kept_until: date | None


@dataclass(frozen=True, slots=True)
class AskFacts:
    """What is asked for. `open` says that this seal has a take-out which has not ended."""

    seal_name: str
    seal_in_use: bool
    open: bool
    carrier: Carrier
    reason: str
    place: str
    from_at: datetime
    until_at: datetime
    last_day: date  # the day of `until_at`
    longest_days: int
    at: datetime
    handover_over: str = ""  # the last day of a handover that is over


@dataclass(frozen=True, slots=True)
class DecideFacts:
    """Before the director's answer; `carrier` is who keeps it on that day now, `named` who was asked for."""

    seal_name: str
    seal_in_use: bool
    named: Carrier
    carrier: Carrier
    asked_by: UUID
    until_at: datetime
    last_day: date
    at: datetime
    handover_over: str = ""
    blocked: bool = False  # a log-in of whoever decides was reset a moment ago


@dataclass(frozen=True, slots=True)
class LeaveFacts:
    """Before the seal leaves; `carrier` keeps it today."""

    seal_name: str
    seal_in_use: bool
    named: Carrier
    carrier: Carrier
    from_at: datetime
    until_at: datetime
    at: datetime
    handover_over: str = ""
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class ExtendFacts:
    """A later due time for a seal that is out."""

    named: Carrier
    carrier: Carrier
    asked_by: UUID
    left_at: datetime
    due_at: datetime
    until_at: datetime
    last_day: date
    longest_days: int
    why: str
    at: datetime
    handover_over: str = ""
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class ReturnFacts:
    """When it came back, as it is said; `last_used_at` is the last stamp made with it while out."""

    left_at: datetime
    back_at: datetime
    last_used_at: datetime | None
    at: datetime


def refusals_to_ask(facts: AskFacts) -> Iterator[Refusal]:
    """Empty when the custodian of that day keeps it all the time it is to be away."""
    if not facts.seal_in_use:
        yield Refusal("seal_not_in_use", facts.seal_name)
    if facts.open:
        yield Refusal("take_out_there_already", clause=CLAUSE)
    if not facts.reason.strip():
        yield Refusal("take_out_reason_missing", clause=CLAUSE)
    if not facts.place.strip():
        yield Refusal("take_out_place_missing", clause=CLAUSE)
    yield from refusals_of_plain(facts.reason, facts.place)
    if facts.until_at <= facts.from_at:
        yield Refusal("back_before_it_leaves")
    elif facts.until_at <= facts.at:
        yield Refusal("take_out_lies_behind")
    elif facts.until_at - facts.from_at > timedelta(days=facts.longest_days):
        yield Refusal("take_out_too_long", str(facts.longest_days), CLAUSE)
    if facts.carrier.person_id is None:
        yield Refusal("nobody_keeps_it_then", clause="H3.2.4a")
    else:
        yield from _kept_long_enough(facts.carrier, facts.last_day)
    yield from _handed_over_first(facts.handover_over)


def refusals_to_approve_take_out(facts: DecideFacts, actor: Actor) -> Iterator[Refusal]:
    """Empty when neither carrier nor asker approves, and what was asked for still holds."""
    yield from _of_the_approver(facts.named, facts.asked_by, actor)
    yield from _after_a_reset(facts.blocked)
    if not facts.seal_in_use:
        yield Refusal("seal_not_in_use", facts.seal_name)
    if facts.until_at <= facts.at:
        yield Refusal("take_out_lies_behind")
    yield from _same_carrier(facts.named, facts.carrier)
    yield from _kept_long_enough(facts.carrier, facts.last_day)
    yield from _handed_over_first(facts.handover_over)


def refusals_to_decline(facts: DecideFacts, why: str, actor: Actor) -> Iterator[Refusal]:
    """Empty when another than carrier and asker says why not."""
    yield from _of_the_approver(facts.named, facts.asked_by, actor)
    yield from refusals_to_withdraw(why)


def refusals_to_withdraw(why: str) -> Iterator[Refusal]:
    """Empty when it is said why."""
    if not why.strip():
        yield Refusal("reason_missing")
    yield from refusals_of_plain(why)


def refusals_to_leave(facts: LeaveFacts, actor: Actor) -> Iterator[Refusal]:
    """Empty within the approved time, for the approved carrier who keeps the seal today."""
    if not facts.seal_in_use:
        yield Refusal("seal_not_in_use", facts.seal_name)
    if actor.person_id != facts.named.person_id:
        yield Refusal("another_carries_it", facts.named.name, CLAUSE)
    yield from _same_carrier(facts.named, facts.carrier)
    yield from _after_a_reset(facts.blocked)
    yield from _handed_over_first(facts.handover_over)
    if facts.at < facts.from_at:
        yield Refusal("take_out_not_yet", clause=CLAUSE)
    if facts.at >= facts.until_at:
        yield Refusal("take_out_lies_behind", clause=CLAUSE)


def refusals_to_extend(facts: ExtendFacts, actor: Actor) -> Iterator[Refusal]:
    """Empty when a later time is approved anew by somebody who neither carries nor asked.

    However often: no seal is away longer than the longest take-out, counted from when it left.
    """
    yield from _of_the_approver(facts.named, facts.asked_by, actor)
    yield from _after_a_reset(facts.blocked)
    if facts.until_at <= max(facts.due_at, facts.at):
        yield Refusal("extension_is_none")
    elif facts.until_at - facts.left_at > timedelta(days=facts.longest_days):
        yield Refusal("extended_too_long", str(facts.longest_days), CLAUSE)
    yield from refusals_to_withdraw(facts.why)
    yield from _same_carrier(facts.named, facts.carrier)
    yield from _kept_long_enough(facts.carrier, facts.last_day)
    yield from _handed_over_first(facts.handover_over)


def refusals_to_return(facts: ReturnFacts) -> Iterator[Refusal]:
    """Empty when the time said lies after the leaving and the last stamp, and not ahead."""
    if facts.back_at > facts.at:
        yield Refusal("back_lies_ahead")
    if facts.back_at < facts.left_at:
        yield Refusal("back_before_it_left")
    elif facts.last_used_at is not None and facts.back_at < facts.last_used_at:
        yield Refusal("used_after_it_was_back", clause=CLAUSE)


def _of_the_approver(named: Carrier, asked_by: UUID, actor: Actor) -> Iterator[Refusal]:
    if actor.person_id == named.person_id:
        yield Refusal("carrier_may_not_approve", clause=CLAUSE)
    if actor.person_id == asked_by:
        yield Refusal("asker_may_not_approve", clause=CLAUSE)


def _same_carrier(named: Carrier, carrier: Carrier) -> Iterator[Refusal]:
    if carrier.person_id != named.person_id:
        yield Refusal("carrier_keeps_it_no_more", named.name, "H3.2.4a")


def _kept_long_enough(carrier: Carrier, last_day: date) -> Iterator[Refusal]:
    if carrier.kept_until is not None and carrier.kept_until <= last_day:
        yield Refusal("custody_ends_before_return", carrier.name, "H3.2.4a")


def _after_a_reset(blocked: bool) -> Iterator[Refusal]:
    if blocked:
        yield Refusal("blocked_after_reset")


def _handed_over_first(last_day: str) -> Iterator[Refusal]:
    if last_day:
        yield Refusal("handover_is_over", last_day, "H3.2.4e")
