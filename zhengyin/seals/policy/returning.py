"""May this seal be stopped, restored, called off, collected, destroyed?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zhengyin.people.actor import Actor
from zhengyin.seals.kinds import StopReason
from zhengyin.seals.policy.plain import refusals_of_plain
from zhengyin.seals.policy.seal import CommitteeFacts, refusals_of_place
from zhengyin.seals.workflow import SealState
from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import Refusal


@dataclass(frozen=True, slots=True)
class ReasonFacts:
    """Before a stop or the end of an order: whose seal, and why."""

    committee: CommitteeFacts
    reason: str
    collected_for_it: str = ""  # the seal that was taken in because this one is being engraved


@dataclass(frozen=True, slots=True)
class RestoreFacts:
    """`newer` names a seal of this kind ordered or issued since, or is empty."""

    committee: CommitteeFacts
    stopped_for: StopReason | None
    newer: str
    reason: str


@dataclass(frozen=True, slots=True)
class CollectFacts:
    """A seal on the township's table. `successor_ordered`: a new one is being engraved in its place.

    `used_on` is the last day on which it stamped, `out_on` the last on which it left or came back.
    """

    committee: CommitteeFacts
    state: SealState
    issued_on: date | None
    successor_ordered: bool
    collected_on: date
    handed_in_by: str
    disputed: bool = False  # stopped for a dispute: that ends by restoring it, or by another seal
    used_on: date | None = None
    out_on: date | None = None


@dataclass(frozen=True, slots=True)
class DestroyFacts:
    """What was done with it, before whom."""

    committee: CommitteeFacts
    collected_on: date | None
    destroyed_on: date
    place: str
    how: str
    witnesses: tuple[str, str]
    officer: str


def refusals_to_stop(facts: ReasonFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """Empty when the own township says why."""
    yield from refusals_of_place(facts.committee, actor)
    if not facts.reason.strip():
        yield Refusal("stop_reason_missing")


def refusals_to_call_off(facts: ReasonFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """The same of an order nobody needs any more; whoever gave up his seal for it is owed one."""
    yield from refusals_to_stop(facts, actor, day)
    if facts.collected_for_it:
        yield Refusal("successor_is_owed", facts.collected_for_it, "H3.2.1c")


def refusals_to_restore(facts: RestoreFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """Empty when the reason of the stop is over and no other seal took its place."""
    yield from refusals_of_place(facts.committee, actor)
    yield from facts.committee.reasons
    if facts.newer:
        yield Refusal("seal_already_followed", facts.newer, "H3.2.1b")
    if facts.stopped_for is StopReason.COMMITTEE_ENDED:
        yield Refusal("stopped_for_good", clause="H3.2.1d")
    if facts.stopped_for is StopReason.VOID:
        yield Refusal("void_for_good", clause="H3.2.1c")
    if not facts.reason.strip():
        yield Refusal("restore_reason_missing")


def refusals_to_collect(facts: CollectFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """Empty when there is cause: stopped for good, or a new one is ordered in its place.

    No township takes a village's seal in use for safe keeping (村章乡管).
    """
    yield from refusals_of_place(facts.committee, actor)
    wanted_back = facts.state is SealState.IN_USE or facts.disputed
    if wanted_back and not facts.successor_ordered:
        yield Refusal("nothing_to_collect_for", clause="H3.2.1c")
    if not facts.handed_in_by.strip():
        yield Refusal("hander_missing")
    if facts.collected_on > day or (facts.issued_on is not None and facts.collected_on < facts.issued_on):
        yield Refusal("collected_on_another_day")
    if facts.used_on is not None and facts.collected_on < facts.used_on:
        yield Refusal("collected_before_its_last_use", in_words(facts.used_on))
    if facts.out_on is not None and facts.collected_on < facts.out_on:
        yield Refusal("collected_before_it_was_back", in_words(facts.out_on), "H3.2.4b")


def refusals_to_destroy(facts: DestroyFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """Empty when two others saw it: neither is the officer who records it, nor the other one."""
    yield from refusals_of_place(facts.committee, actor)
    if facts.destroyed_on > day or (
        facts.collected_on is not None and facts.destroyed_on < facts.collected_on
    ):
        yield Refusal("destroyed_on_another_day")
    if not facts.place.strip():
        yield Refusal("destroyed_where")
    if not facts.how.strip():
        yield Refusal("destroyed_how")
    yield from refusals_of_plain(facts.place, facts.how)
    named = [name for name in (_plain(witness) for witness in facts.witnesses) if name]
    if len(set(named)) < 2:
        yield Refusal("two_witnesses_missing")
    if _plain(facts.officer) in named:
        yield Refusal("officer_is_no_witness", facts.officer)


def _plain(name: str) -> str:
    return "".join(name.split())
