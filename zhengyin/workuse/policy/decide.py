"""May this be approved, countersigned, sent back, withdrawn? Pure."""

from collections.abc import Iterator

from zhengyin.catalogue.kinds import Lock
from zhengyin.people.policy.deciding import (
    refusals_of_own_case,
    refusals_of_the_handler,
    refusals_of_the_person,
    refusals_of_the_text,
)
from zhengyin.shared.refusal import Refusal
from zhengyin.workuse.facts import DecideFacts


def refusals_to_approve(facts: DecideFacts) -> Iterator[Refusal]:
    """Yield why the director cannot approve (H3.2.2b, H3.2.4c, O2.1d, O2.3c)."""
    yield from _refusals_to_agree(facts, may_have_handled=facts.may_approve_own_handling)
    if facts.needs_second and not facts.second_approvers - facts.handlers - {facts.deciding.person_id}:
        yield Refusal("second_approver_missing", clause="H3.2.4d")


def refusals_to_countersign(facts: DecideFacts) -> Iterator[Refusal]:
    """Yield why the second approver cannot countersign what is left blank (H3.2.4d)."""
    yield from _refusals_to_agree(facts, may_have_handled=False)
    if facts.first_approver == facts.deciding.person_id:
        yield Refusal("two_approvers_must_be_two", clause="H3.2.4d")


def refusals_to_send_back(facts: DecideFacts, reason: str) -> Iterator[Refusal]:
    """Yield why it is not sent back: no reason given, or the own case."""
    yield from refusals_of_own_case(facts.concerned, facts.deciding)
    yield from refusals_without_reason(reason)


def refusals_to_recuse(*, concerned: bool) -> Iterator[Refusal]:
    """Yield that there is nobody to be related to."""
    if not concerned:
        yield Refusal("nobody_concerned")


def refusals_without_reason(reason: str) -> Iterator[Refusal]:
    """Yield that whoever reads the journal would not know why."""
    if not reason.strip():
        yield Refusal("work_reason_missing")


def _refusals_to_agree(facts: DecideFacts, *, may_have_handled: bool) -> Iterator[Refusal]:
    yield from facts.not_issuing
    yield from refusals_of_the_person(facts.concerned, facts.deciding)
    yield from refusals_of_the_text(facts.seen, facts.digest)
    yield from refusals_of_the_handler(
        facts.deciding.person_id, facts.handlers, may_have_handled=may_have_handled
    )
    if facts.lock is Lock.APPROVE and not facts.deliberated:
        yield Refusal("deliberation_missing", facts.lock.words, "O2.1d")
    if facts.looked_whether_major is False:
        yield Refusal("not_looked_whether_major", clause="H3.2.2b")
