"""Does this code, with this end of a telephone number, open a case?"""

from collections.abc import Iterator

from zhengyin.certificates.facts.applying import TrackFacts
from zhengyin.shared.refusal import Refusal

MOST_WRONG_TAILS = 5


def is_locked(facts: TrackFacts) -> bool:
    """So many wrong tails that no right one opens it any more."""
    return facts.failures >= MOST_WRONG_TAILS


def refusals_to_track(facts: TrackFacts) -> Iterator[Refusal]:
    """Yield the same word for unknown, wrong and locked: nobody learns which it was."""
    if not facts.known or is_locked(facts) or not facts.tail_fits:
        yield Refusal("tracking_not_found")
