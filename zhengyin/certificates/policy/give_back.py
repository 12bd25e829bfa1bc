"""Return, take back, withdraw: nothing goes back without a word."""

from zhengyin.shared.refusal import Refusal


def refusals_without_reason(reason: str) -> list[Refusal]:
    """Refuse an empty reason."""
    return [] if reason.strip() else [Refusal("reason_missing")]
