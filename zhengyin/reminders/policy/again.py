"""Who looks after the outbox of a county. Pure."""

from collections.abc import Iterator

from zhengyin.shared.refusal import Refusal


def refusals_to_look_after(*, administers: bool, same_county: bool) -> Iterator[Refusal]:
    """The system administrator of the county in which the person lives."""
    if not (administers and same_county):
        yield Refusal("outbox_is_not_yours")
