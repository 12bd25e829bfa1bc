"""May this be handed over? Only with a signature of receipt (H3.2.3d)."""

from collections.abc import Iterator

from zhengyin.certificates.facts import Covers, DeliverFacts, How
from zhengyin.certificates.policy.mandate import refusals_of_the_proxy
from zhengyin.shared.refusal import Refusal


def refusals_to_deliver(facts: DeliverFacts) -> Iterator[Refusal]:
    """Yield what is missing before the paper leaves the office."""
    if not facts.has_signature:
        yield Refusal("receipt_not_signed", clause="H3.2.3d")
    if facts.how == How.BY_PROXY:
        yield from refusals_of_the_proxy(facts.recipient, facts.mandates, Covers.COLLECT, facts.today)
    if facts.how == How.IN_PERSON and facts.recipient != facts.applicant:
        yield Refusal("recipient_is_not_the_applicant", facts.recipient)
