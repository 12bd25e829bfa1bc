"""May this be sealed, by this person, now?"""

from collections.abc import Iterator

from zhengyin.catalogue.kinds import Lock
from zhengyin.certificates.facts.sealing import SealFacts
from zhengyin.certificates.policy.again import refusals_of_the_earlier
from zhengyin.people.policy.deciding import refusals_of_the_person
from zhengyin.seals.policy.stamping import Stamping, refusals_of_the_grant, refusals_to_stamp
from zhengyin.shared.refusal import Refusal


def refusals_to_seal(facts: SealFacts) -> Iterator[Refusal]:
    """Yield why the custodian cannot seal (H3.2.2a, H3.2.4b–d, O2.3c)."""
    yield from refusals_of_the_person(facts.concerned, facts.deciding)
    yield from refusals_to_stamp(_stamping(facts))
    if facts.text_digest == facts.approved_digest and facts.issuer != facts.approved_issuer:
        yield Refusal("issuer_renamed", facts.approved_issuer, "H3.2.2a")
    if facts.brought and facts.form_filled is None:
        yield Refusal("form_filled_not_answered", clause="H3.2.4d")
    elif facts.brought and not facts.form_filled:
        yield Refusal("form_not_filled", clause="H3.2.4d")
    if facts.lock is not Lock.NONE and not facts.deliberated:
        yield Refusal("deliberation_missing", facts.lock.words, "H3.2.2b")
    yield from refusals_of_the_earlier(facts.earlier)
    yield from refusals_of_the_grant(granted=facts.granted, expired=facts.grant_expired)


def _stamping(facts: SealFacts) -> Stamping:
    return Stamping(
        person_id=facts.deciding.person_id,
        approvers=facts.approvers,
        seal_name=facts.seal_name,
        custodian=facts.custodian,
        approved_digest=facts.approved_digest,
        text_digest=facts.text_digest,
        approved_copies=facts.approved_copies,
        copies=facts.copies,
        impressions=facts.impressions,
        seal=facts.seal,
        where=facts.where,
        handover_over=facts.handover_over,
    )
