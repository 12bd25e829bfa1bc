"""Head and foot for answers: the committee's names and telephones, kept for a minute.

They are all that an answer needs besides the paper, and they hardly ever change.
"""

import time
from functools import lru_cache
from uuid import UUID

from zhengyin.regions import queries as regions
from zhengyin.web.place import Place, Telephone
from zhengyin.web.villages import public_place

KEPT = 60  # seconds
MOST_KEPT = 2000  # committees a process: a county or two; the one least asked for goes first


def place_of(organization_id: UUID) -> Place:
    """The committee's place, at most a minute old."""
    return _place_in(organization_id, int(time.monotonic() // KEPT))


@lru_cache(MOST_KEPT)
def _place_in(organization_id: UUID, minute: int) -> Place:
    return public_place(regions.committee(organization_id))


def county_lines() -> tuple[tuple[str, Telephone], ...]:
    """Each county with the office line it answers doubts on."""
    return tuple(
        (county.name, Telephone(line.office, line.number))
        for county in regions.counties()
        for line in regions.office_telephones(county.code)
        if line.kind == "lead"
    )
