"""介绍信: what is typed into one, and what is missing. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from zhengyin.shared.names import normalise_name
from zhengyin.shared.refusal import Refusal
from zhengyin.workuse.kinds import SHORTEST_NAME
from zhengyin.workuse.policy.names import is_one_name

LONGEST_VALID = 365  # days
MOST_PERSONS = 99
LIMITS = {"介绍到哪里": 40, "介绍谁": 30}


@dataclass(frozen=True, slots=True)
class Letter:
    """To whom, who and how many, for how many days. The matter stands in the request."""

    to: str
    bearers: str  # one of them by name, the others are counted; personal
    persons: int
    valid_days: int

    @property
    def names(self) -> tuple[str, ...]:
        """The name as it may stand in no book."""
        name = normalise_name(self.bearers)
        return (name,) if len(name) >= SHORTEST_NAME else ()


def refusals_of_the_letter(letter: Letter) -> Iterator[Refusal]:
    """Yield what a letter of introduction lacks: all of it is typed before it is approved (H3.2.4d)."""
    for label, words in (("介绍到哪里", letter.to), ("介绍谁", letter.bearers)):
        if not words.strip():
            yield Refusal("introduction_piece_missing", label, "H3.2.4d")
        elif len(words.strip()) > LIMITS[label]:
            yield Refusal("introduction_too_long", label)
    if letter.bearers.strip() and not is_one_name(letter.bearers):
        yield Refusal("bearer_by_name_alone", clause="H3.2.4d")
    if not 1 <= letter.persons <= MOST_PERSONS:
        yield Refusal("introduction_piece_missing", "几个人", "H3.2.4d")
    if not 1 <= letter.valid_days <= LONGEST_VALID:
        yield Refusal("introduction_piece_missing", "有效几天", "H3.2.4d")
