"""May this be handed over? Only with a signature of receipt (H3.2.3d)."""

from collections.abc import Iterator

from zhengyin.certificates.facts.afterwards import DeliverFacts
from zhengyin.certificates.kinds import Covers, How, SignedBy
from zhengyin.certificates.policy.mandate import refusals_of_the_proxy
from zhengyin.shared.refusal import Refusal


def refusals_to_deliver(facts: DeliverFacts) -> Iterator[Refusal]:
    """Yield what is missing before the paper leaves the office."""
    if not facts.has_signature:
        missing = "post_receipt_missing" if facts.how == How.BY_POST else "receipt_not_signed"
        yield Refusal(missing, clause="H3.2.3d")
    elif (facts.how == How.BY_POST) != (facts.signed_by == SignedBy.POSTED):
        yield Refusal("signature_does_not_fit", clause="H3.2.3d")
    yield from _refusals_of_the_way(facts)
    for problem in facts.problems:
        yield Refusal("field_wrong", problem)


def _refusals_of_the_way(facts: DeliverFacts) -> Iterator[Refusal]:
    if facts.how == How.BY_PROXY:
        yield from refusals_of_the_proxy(facts.recipient, facts.mandates, Covers.COLLECT, facts.today)
    if facts.how in (How.IN_PERSON, How.BY_POST) and facts.recipient != facts.applicant:
        yield Refusal("recipient_is_not_the_applicant", facts.recipient)
    if facts.how == How.TO_UNIT and not facts.recipient:
        yield Refusal("unit_recipient_missing")
    if facts.how == How.BY_POST and not facts.carrier:
        yield Refusal("carrier_missing")
    if facts.how == How.BY_POST and not facts.post_number:
        yield Refusal("post_number_missing")
