"""What may stand on a public notice: the matter, never a person."""

import re
from collections.abc import Collection, Iterator

from zhengyin.shared.refusal import Refusal

_NUMBER = re.compile(r"[0-9]{11,}[0-9Xx]?|[0-9]{3,4}-?[0-9]{7,8}")  # of a person or a telephone


def persons_told_in(matter: str, names: Collection[str]) -> tuple[str, ...]:
    """Every number of a person or a telephone in it, and each of `names` that stands there."""
    return (*_NUMBER.findall(matter), *(name for name in sorted(names) if name and name in matter))


def refusals_of_the_matter(matter: str, names: Collection[str]) -> Iterator[Refusal]:
    """Yield an empty matter, every number and every name in it. `names`: who is concerned."""
    if not matter.strip():
        yield Refusal("matter_missing")
    for found in persons_told_in(matter, names):
        yield Refusal("matter_tells_a_person", found)
