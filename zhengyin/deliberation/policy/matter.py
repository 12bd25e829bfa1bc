"""What may stand on a public notice: the matter, never a person."""

from collections.abc import Collection, Iterator

from zhengyin.shared.personal import numbers_in
from zhengyin.shared.refusal import Refusal


def persons_told_in(matter: str, names: Collection[str]) -> tuple[str, ...]:
    """Every number of a person or a telephone in it, and each of `names` that stands there."""
    return (*numbers_in(matter), *(name for name in sorted(names) if name and name in matter))


def refusals_of_the_matter(matter: str, names: Collection[str]) -> Iterator[Refusal]:
    """Yield an empty matter, every number and every name in it. `names`: who is concerned."""
    if not matter.strip():
        yield Refusal("matter_missing")
    for found in persons_told_in(matter, names):
        yield Refusal("matter_tells_a_person", found)
