"""May whole numbers and telephones be seen?"""

from collections.abc import Iterator

from zhengyin.shared.refusal import Refusal


def refusals_to_reveal(*, handles_here: bool) -> Iterator[Refusal]:
    """Yield why they stay masked: they are for the handler of the village alone."""
    if not handles_here:
        yield Refusal("wrong_office", "reveal")
