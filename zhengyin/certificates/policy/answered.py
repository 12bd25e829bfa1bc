"""What the catalogue's answer means for an act: it must be a yes, and nothing may be left open."""

from collections.abc import Collection, Iterator

from zhengyin.catalogue.policy import Answer, AskedOf
from zhengyin.shared.refusal import Refusal


def refusals_of_the_answer(
    answer: Answer, asked_of: Collection[AskedOf] = tuple(AskedOf), *, interest_without_reason: bool = False
) -> Iterator[Refusal]:
    """Yield a no, and every question open to those who must have answered by now (H2.1a, O2.1d)."""
    if not answer.outcome.is_yes:
        yield Refusal("may_not_be_issued", answer.reason, "H2.1a")
        return
    for ask in answer.asks:
        if ask.of in asked_of:
            yield Refusal("question_open", ask.words, "O2.1d")
    if interest_without_reason:
        yield Refusal("interest_reason_missing", clause="O2.1d")
