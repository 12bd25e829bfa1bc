"""The tree of places: county, township, committee."""

import re
from dataclasses import dataclass
from itertools import islice

from zhengyin.regions.models import Committee, Division, Organization
from zhengyin.regions.packs.places import Level

MOST_FOUND = 20


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the tree. `path` names it with everything above it, from the county down."""

    code: str
    name: str
    level: Level
    parent: str
    path: str


def place(code: str) -> Place:
    """Return one place; raises Division.DoesNotExist."""
    row = Division.objects.get(pk=code)
    below_county = row.level in (Level.TOWNSHIP, Level.COMMITTEE)
    return _place(row, place(row.parent_id).path if below_county and row.parent_id else "")


def children(code: str) -> tuple[Place, ...]:
    """What lies directly under a place, in the order of its pinyin; raises Division.DoesNotExist."""
    above = place(code)
    path = above.path if above.level in (Level.COUNTY, Level.TOWNSHIP) else ""
    rows = sorted(Division.objects.filter(parent_id=code), key=lambda row: (row.pinyin, row.code))
    return tuple(_place(row, path) for row in rows)


def full_name(organization: Organization) -> str:
    """The organization's name; a committee's with its township, for names recur."""
    committee = Committee.objects.filter(pk=organization.pk).first()
    return committee.spoken if committee else organization.name


def counties() -> tuple[Place, ...]:
    """Every county a pack was loaded for, by code."""
    rows = Division.objects.filter(level=Level.COUNTY).order_by("code")
    return tuple(_place(row, "") for row in rows)


def find_places(text: str) -> tuple[Place, ...]:
    """Counties and townships by name, with or without what is above them, or by pinyin; counties first."""
    said = re.sub(r"[\W_]+", "", text).lower()
    if not said:
        return ()
    rows = Division.objects.filter(level__in=(Level.COUNTY, Level.TOWNSHIP)).order_by(
        "level", "pinyin", "code"
    )
    counties_by_code = {row.code: row.name for row in rows if row.level == Level.COUNTY}
    places = ((row, counties_by_code.get(row.parent_id or "", "")) for row in rows)
    near = (
        _place(row, above)
        for row, above in places
        if row.pinyin.replace(" ", "").startswith(said) or (said in above + row.name and said not in above)
    )
    return tuple(islice(near, MOST_FOUND))


def _place(row: Division, above: str) -> Place:
    return Place(row.code, row.name, Level(row.level), row.parent_id or "", above + row.name)
