"""May this seal be declared void because somebody withholds it? Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from zhengyin.people.actor import Actor
from zhengyin.seals.kinds import OUT_OF_REACH, StopReason
from zhengyin.seals.policy.seal import CommitteeFacts, refusals_of_place
from zhengyin.shared.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Withheld:
    """Since when nobody may count on the seal, the public notice, and how it was asked for."""

    since: datetime
    document: str
    reason: str


@dataclass(frozen=True, slots=True)
class VoidFacts:
    """`stopped_for` is why it stands still already, or None; `at` is now."""

    committee: CommitteeFacts
    seal_name: str
    stopped_for: StopReason | None
    issued_at: datetime | None
    withheld: Withheld
    at: datetime


def refusals_to_declare_void(facts: VoidFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """Empty when the own township says since when, why, and under which notice."""
    yield from refusals_of_place(facts.committee, actor)
    if facts.stopped_for is StopReason.COMMITTEE_ENDED:
        yield Refusal("ended_seal_is_void_already", facts.seal_name, "H3.2.1d")
    if facts.stopped_for in OUT_OF_REACH:
        yield Refusal("out_of_reach_already", facts.seal_name)
    if facts.withheld.since > facts.at or (
        facts.issued_at is not None and facts.withheld.since < facts.issued_at
    ):
        yield Refusal("withheld_since_wrong")
    if not facts.withheld.document.strip():
        yield Refusal("void_notice_missing", clause="H3.2.1c")
    if not facts.withheld.reason.strip():
        yield Refusal("stop_reason_missing")
