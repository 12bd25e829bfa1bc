"""Return, take back, withdraw: nothing goes back without a word."""

from collections.abc import Iterator

from zhengyin.people.policy.deciding import Concerned, Deciding, refusals_of_own_case
from zhengyin.shared.refusal import Refusal


def refusals_to_return(concerned: Concerned, deciding: Deciding, reason: str) -> Iterator[Refusal]:
    """Yield why it is not given back: who may not decide a case does not send it back either."""
    yield from refusals_of_own_case(concerned, deciding)
    yield from refusals_without_reason(reason)


def refusals_without_reason(reason: str) -> list[Refusal]:
    """Refuse an empty reason."""
    return [] if reason.strip() else [Refusal("reason_missing")]
