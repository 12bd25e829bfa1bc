"""May this be accepted? Identity is recorded before acceptance, the tie named, every question answered."""

from collections.abc import Iterator

from zhengyin.certificates.facts.applying import AcceptFacts
from zhengyin.certificates.kinds import Covers
from zhengyin.certificates.policy.answered import refusals_of_the_answer
from zhengyin.certificates.policy.mandate import refusals_of_the_proxy
from zhengyin.shared.refusal import Refusal

WITH_A_NAME = frozenset({"known", "mandate"})  # 熟识＋谁, 委托书: say who, which


def refusals_to_accept(facts: AcceptFacts) -> Iterator[Refusal]:
    """Yield what is missing before the paper is taken in."""
    if not facts.identity_method:
        yield Refusal("identity_not_checked")
    if facts.identity_method in WITH_A_NAME and not facts.identity_note:
        yield Refusal("identity_note_missing")
    if facts.proxy:
        yield from refusals_of_the_proxy(facts.proxy, facts.mandates, Covers.APPLY, facts.today)
    if facts.sufficient_ties and not facts.sufficient_ties & facts.confirmed_ties:
        yield Refusal("tie_not_confirmed", "、".join(sorted(tie.words for tie in facts.sufficient_ties)))
    else:  # without its tie the answer is a no for this very reason
        yield from refusals_of_the_answer(facts.answer, interest_without_reason=facts.interest_without_reason)
