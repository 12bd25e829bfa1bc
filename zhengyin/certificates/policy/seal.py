"""May this be sealed, by this person, now?"""

from collections.abc import Iterator

from zhengyin.catalogue.kinds import Lock
from zhengyin.certificates.facts.sealing import SealFacts
from zhengyin.certificates.policy.again import refusals_of_the_earlier
from zhengyin.certificates.policy.decide import refusals_of_the_person
from zhengyin.seals.policy.whereabouts import refusals_of_where
from zhengyin.shared.refusal import Refusal


def refusals_to_seal(facts: SealFacts) -> Iterator[Refusal]:
    """Yield why the custodian cannot seal (H3.2.2a, H3.2.4b–d, O2.3c)."""
    yield from refusals_of_the_person(facts.concerned, facts.deciding)
    if facts.deciding.person_id in facts.approvers:
        yield Refusal("approver_may_not_seal", clause="H3.2.4c")
    if not facts.seal_name:
        yield Refusal("no_seal_in_use")
    elif facts.custodian != facts.deciding.person_id:
        yield Refusal("seal_not_in_your_custody", facts.seal_name, "H3.2.3a")
    elif facts.handover_over:
        yield Refusal("handover_is_over", facts.handover_over, "H3.2.4e")
    yield from refusals_of_where(facts.seal, facts.where)
    if facts.text_digest != facts.approved_digest:
        yield Refusal("text_changed_after_approval", clause="H3.2.2a")
    elif facts.issuer != facts.approved_issuer:
        yield Refusal("issuer_renamed", facts.approved_issuer, "H3.2.2a")
    if facts.copies != facts.approved_copies:
        yield Refusal("copies_differ", f"{facts.approved_copies}份", "H3.2.4d")
    if facts.impressions < 1:
        yield Refusal("impressions_missing")
    if facts.brought and facts.form_filled is None:
        yield Refusal("form_filled_not_answered", clause="H3.2.4d")
    elif facts.brought and not facts.form_filled:
        yield Refusal("form_not_filled", clause="H3.2.4d")
    if facts.lock is Lock.SEAL and not facts.deliberated:
        yield Refusal("deliberation_missing", facts.lock.words, "H3.2.2b")
    yield from refusals_of_the_earlier(facts.earlier)
    yield from _refusals_of_the_grant(facts)


def _refusals_of_the_grant(facts: SealFacts) -> Iterator[Refusal]:
    if not facts.granted:
        yield Refusal("grant_missing")
    elif facts.grant_expired:
        yield Refusal("grant_expired")
