"""Head and foot for answers: the committee's names and telephones, kept for a minute.

They are all that an answer needs besides the paper, and they hardly ever change.
"""

import time
from uuid import UUID

from zhengyin.regions import queries as regions
from zhengyin.web.place import Place, Telephone
from zhengyin.web.villages import public_place

KEPT = 60  # seconds
_places: dict[UUID, tuple[float, Place]] = {}


def place_of(organization_id: UUID) -> Place:
    """The committee's place, at most a minute old."""
    until, place = _places.get(organization_id, (0.0, None))
    if place is None or until < time.monotonic():
        place = public_place(regions.committee(organization_id))
        _places[organization_id] = (time.monotonic() + KEPT, place)
    return place


def county_lines() -> tuple[tuple[str, Telephone], ...]:
    """Each county with the office line it answers doubts on."""
    return tuple(
        (county.name, Telephone(line.office, line.number))
        for county in regions.counties()
        for line in regions.office_telephones(county.code)
        if line.kind == "lead"
    )
