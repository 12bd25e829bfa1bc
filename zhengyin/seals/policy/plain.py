"""Words that stand in the book itself, seen and printed for good: of things, never of a person. Pure.

A name cannot be told from a word; a number of a person or a telephone can (docs/decisions/0037).
"""

from collections.abc import Iterator

from zhengyin.shared.personal import numbers_in
from zhengyin.shared.refusal import Refusal


def refusals_of_plain(*words: str) -> Iterator[Refusal]:
    """Yield every number of a person or a telephone in them."""
    for said in words:
        yield from (Refusal("words_tell_a_number", found) for found in numbers_in(said))
