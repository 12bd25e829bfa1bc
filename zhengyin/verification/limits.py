"""How often is too often. Pure numbers, 产品默认; each is a bound on guessing, not on people.

A prefix is a /24 or /56: behind one a whole town may sit, so the bounds are wide.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What a stranger did."""

    HIT = "hit"  # looked up a paper that stands in the register
    MISS = "miss"  # a token, code or file that does not
    DIFFERED = "differed"  # typed a name and last four digits that are not the paper's
    APPLIED = "applied"  # sent a 预约
    NOT_TRACKED = "not_tracked"  # a tracking code or telephone tail that does not fit
    ASKED = "asked"  # a program's question


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` of a kind within a time; what lies beyond is refused with `code`."""

    kind: Kind
    most: int
    within: timedelta
    code: str


MISSES = Limit(Kind.MISS, 60, timedelta(minutes=10), "too_many_misses")  # per prefix
HITS = Limit(Kind.HIT, 300, timedelta(minutes=10), "too_many_hits")  # per paper
DIFFERENCES = Limit(Kind.DIFFERED, 20, timedelta(hours=1), "too_many_differences")  # per paper
APPLICATIONS = Limit(Kind.APPLIED, 30, timedelta(hours=1), "too_many_applications")  # per prefix
NOT_TRACKED = Limit(Kind.NOT_TRACKED, 60, timedelta(minutes=10), "too_many_not_tracked")  # per prefix
QUESTIONS = Limit(Kind.ASKED, 600, timedelta(minutes=10), "too_many_questions")  # per prefix
LIMITS: Final = {
    one.code: one for one in (MISSES, HITS, DIFFERENCES, APPLICATIONS, NOT_TRACKED, QUESTIONS)
}  # fmt: skip
