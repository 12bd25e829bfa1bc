"""May this be accepted? Identity is recorded before acceptance, the tie named, every question answered."""

from collections.abc import Collection, Iterator

from zhengyin.catalogue.kinds import Tie
from zhengyin.certificates.facts.applying import AcceptFacts
from zhengyin.certificates.kinds import Covers
from zhengyin.certificates.policy.answered import refusals_of_the_answer
from zhengyin.certificates.policy.mandate import refusals_of_the_proxy
from zhengyin.shared.refusal import Refusal

WITH_A_NAME = frozenset({"known", "mandate"})  # 熟识＋谁, 委托书: say who, which


def refusals_to_accept(facts: AcceptFacts) -> Iterator[Refusal]:
    """Yield what is missing before the paper is taken in."""
    yield from refusals_of_the_identity(facts.identity_method, facts.identity_note)
    if facts.proxy:
        yield from refusals_of_the_proxy(facts.proxy, facts.mandates, Covers.APPLY, facts.today)
    untied = tuple(refusals_of_the_ties(facts.sufficient_ties, facts.confirmed_ties))
    yield from untied
    if not untied:  # without its tie the answer is a no for this very reason
        yield from refusals_of_the_answer(facts.answer, interest_without_reason=facts.interest_without_reason)


def refusals_of_the_identity(method: str, note: str) -> Iterator[Refusal]:
    """Yield that nobody said how it was checked, or by whom, by which paper."""
    if not method:
        yield Refusal("identity_not_checked")
    if method in WITH_A_NAME and not note:
        yield Refusal("identity_note_missing")


def refusals_of_the_ties(sufficient: Collection[Tie], confirmed: Collection[Tie]) -> Iterator[Refusal]:
    """Yield that none of the ties the item asks for was seen."""
    if sufficient and not set(sufficient) & set(confirmed):
        yield Refusal("tie_not_confirmed", "、".join(sorted(tie.words for tie in sufficient)))
