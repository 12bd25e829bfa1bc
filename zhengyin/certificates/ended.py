"""How a paper came to its end, as the lines have it: void, or corrected by another. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from zhengyin.certificates.lines.names import CORRECTED, VOIDED, VOIDED_UNSTAMPED
from zhengyin.certificates.words import WORDS

ENDING = (VOIDED, VOIDED_UNSTAMPED, CORRECTED)


@dataclass(frozen=True, slots=True)
class Ended:
    """No word of it is personal: strangers read all of it."""

    at: datetime
    why: str = ""  # of a void paper
    papers: str = ""  # what became of its sheets
    new_number: str = ""  # of the paper that took its place
    new_is_void: bool = False  # nothing is left to exchange it for

    @property
    def corrected(self) -> bool:
        """Another took its place; else it is void."""
        return bool(self.new_number)

    def followed_by(self, later: Sequence["Ended"]) -> "Ended":
        """The same, given the ends of the papers after it, each in the place of the one before."""
        numbers = [one.new_number for one in later if one.corrected]
        void = any(not one.corrected for one in later)
        return replace(self, new_number=numbers[-1] if numbers else self.new_number, new_is_void=void)


def ended(kind: str, columns: Mapping[str, str], at: datetime) -> Ended:
    """The end that a line of one of these kinds tells of."""
    if kind == CORRECTED:
        return Ended(at, new_number=columns["new_number"])
    if kind == VOIDED_UNSTAMPED:
        return Ended(at, columns["why"], WORDS["void.unstamped"])
    return Ended(at, columns["why"], f"{columns['kind']}，{columns['papers']}")
