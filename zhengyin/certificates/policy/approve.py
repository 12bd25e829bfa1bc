"""May this be approved, by this person, today?"""

from collections.abc import Iterator

from zhengyin.catalogue.kinds import Lock
from zhengyin.certificates.facts.deciding import ApproveFacts
from zhengyin.certificates.policy.again import refusals_of_the_earlier
from zhengyin.certificates.policy.answered import refusals_of_the_answer
from zhengyin.people.policy.deciding import (
    refusals_of_the_handler,
    refusals_of_the_person,
    refusals_of_the_text,
)
from zhengyin.shared.refusal import Refusal


def refusals_to_approve(facts: ApproveFacts) -> Iterator[Refusal]:
    """Yield why the director cannot approve (H2.1a, H3.2.2a, O2.1d)."""
    yield from _refusals_to_agree(facts, may_have_handled=facts.may_approve_own_handling)
    others = facts.second_approvers - facts.handlers - {facts.deciding.person_id}
    if facts.needs_second and not others:
        yield Refusal("second_approver_missing", clause="H3.1c")


def refusals_to_countersign(facts: ApproveFacts) -> Iterator[Refusal]:
    """Yield why the second approver cannot countersign (H3.1c).

    Whoever handled it never does: what the pack may allow, it allows the director alone.
    """
    yield from _refusals_to_agree(facts, may_have_handled=False)
    if facts.first_approver == facts.deciding.person_id:
        yield Refusal("two_approvers_must_be_two", clause="H3.1c")


def _refusals_to_agree(facts: ApproveFacts, *, may_have_handled: bool) -> Iterator[Refusal]:
    """The same for both: the list and the committee may have changed between the two."""
    yield from facts.not_issuing
    yield from refusals_of_the_person(facts.concerned, facts.deciding)
    yield from refusals_of_the_text(facts.seen, facts.text_digest)
    yield from refusals_of_the_answer(facts.answer)
    if facts.answer.outcome.is_yes and facts.answer.path is not facts.rested_on:
        yield Refusal("rule_changed_since", facts.answer.path.words, "H2.1c")
    elif facts.answer.needs_second_approver and not facts.needs_second:
        yield Refusal("rule_changed_since", facts.answer.path.words, "H3.1c")
    yield from refusals_of_the_handler(
        facts.deciding.person_id, facts.handlers, may_have_handled=may_have_handled
    )
    if facts.answer.lock is Lock.APPROVE and not facts.deliberated:
        yield Refusal("deliberation_missing", facts.answer.lock.words, "O2.1d")
    yield from refusals_of_the_earlier(facts.earlier)
    for label in facts.differs:
        yield Refusal("reissue_differs", label)
    for label in facts.holes:
        yield Refusal("field_missing", label, "H3.2.4d")
    if facts.not_photographed:
        yield Refusal("form_not_photographed", clause="H3.2.4d")
