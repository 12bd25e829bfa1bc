"""介绍信: what is typed into one, and what is missing. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from zhengyin.shared.refusal import Refusal

LONGEST_VALID = 365  # days
MOST_PERSONS = 99
LIMITS = {"介绍到哪里": 40, "介绍谁": 30}


@dataclass(frozen=True, slots=True)
class Letter:
    """To whom, who and how many, for how many days. The matter stands in the request."""

    to: str
    bearers: str  # the first of them by name; personal
    persons: int
    valid_days: int


def refusals_of_the_letter(letter: Letter) -> Iterator[Refusal]:
    """Yield what a letter of introduction lacks: all of it is typed before it is approved (H3.2.4d)."""
    for label, words in (("介绍到哪里", letter.to), ("介绍谁", letter.bearers)):
        if not words.strip():
            yield Refusal("introduction_piece_missing", label, "H3.2.4d")
        elif len(words.strip()) > LIMITS[label]:
            yield Refusal("introduction_too_long", label)
    if not 1 <= letter.persons <= MOST_PERSONS:
        yield Refusal("introduction_piece_missing", "几个人", "H3.2.4d")
    if not 1 <= letter.valid_days <= LONGEST_VALID:
        yield Refusal("introduction_piece_missing", "有效几天", "H3.2.4d")
