"""The tree of places: county, township, committee."""

from dataclasses import dataclass

from zhengyin.regions.models import Division
from zhengyin.regions.packs.places import Level


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
    return _place(Division.objects.select_related("parent__parent").get(pk=code))


def children(code: str) -> tuple[Place, ...]:
    """What lies directly under a place, in the order of its pinyin."""
    rows = Division.objects.filter(parent_id=code).select_related("parent__parent")
    return tuple(_place(row) for row in sorted(rows, key=lambda row: (row.pinyin, row.code)))


def counties() -> tuple[Place, ...]:
    """Every county a pack was loaded for, by code."""
    rows = Division.objects.filter(level=Level.COUNTY).select_related("parent__parent").order_by("code")
    return tuple(_place(row) for row in rows)


def _place(row: Division) -> Place:
    above = []
    step: Division | None = row
    while step is not None and step.level not in (Level.PREFECTURE, Level.PROVINCE):
        above.append(step.name)
        step = step.parent if step.level != Level.COUNTY else None
    return Place(row.code, row.name, Level(row.level), row.parent_id or "", "".join(reversed(above)))
