"""Words that are asked for: something, and not too much of it. Pure."""

from collections.abc import Iterator

from zhengyin.shared.refusal import Refusal

LONGEST = 300  # characters of what is found, answered, fed back


def refusals_of_words(missing: str, words: str) -> Iterator[Refusal]:
    """Yield `missing` where nothing was written, or that it is too long."""
    if not words.strip():
        yield Refusal(missing)
    elif len(words.strip()) > LONGEST:
        yield Refusal("supervision_words_too_long", str(LONGEST))
