"""May it be refused like this? A refusal names its ground, its reason and the way on (H3.1d, O2.1e)."""

from collections.abc import Iterator

from zhengyin.catalogue.policy import Outcome
from zhengyin.certificates.facts.applying import ApplyFacts, RefuseFacts
from zhengyin.certificates.kinds import Ground
from zhengyin.certificates.told import BY_THE_LISTS
from zhengyin.people.policy.deciding import Concerned, Deciding, refusals_of_own_case
from zhengyin.shared.refusal import Refusal


def refusals_to_refuse(facts: RefuseFacts) -> Iterator[Refusal]:
    """Yield what a refusal lacks; a ground must be one that the case bears out."""
    if facts.ground not in tuple(Ground):
        yield Refusal("ground_missing")
    if facts.ground in BY_THE_LISTS and facts.ground != facts.lists_say:
        yield Refusal("rule_does_not_refuse", clause="O2.1e")
    if facts.ground == Ground.INCOMPLETE and not facts.asked_to_complete:
        yield Refusal("not_asked_to_complete")
    if not facts.why:
        yield Refusal("why_missing", clause="H3.1d")
    if not facts.where:
        yield Refusal("way_on_missing", clause="H3.1d")
    for problem in facts.problems:
        yield Refusal("field_wrong", problem)


def refusals_to_decline(facts: RefuseFacts, concerned: Concerned, deciding: Deciding) -> Iterator[Refusal]:
    """Yield the same for whoever was to approve: who may not decide a case does not decline it either."""
    yield from refusals_of_own_case(concerned, deciding)
    yield from refusals_to_refuse(facts)


def refusals_to_enter_a_demand(facts: ApplyFacts) -> Iterator[Refusal]:
    """Yield why a demand is not entered only to be refused: it may be issued, or nobody knows yet."""
    yield from facts.not_issuing
    if facts.answer.outcome is Outcome.REFER_TO_INVESTIGATION:
        yield Refusal("investigation_is_no_certificate")
    elif facts.answer.outcome.is_yes:
        yield Refusal("may_be_issued", clause="H2.1a")
    elif not facts.answer.outcome.is_no:
        yield Refusal("question_open", facts.answer.reason)
    yield from facts.wrong
