"""Who demands certificates, for the lists on forms."""

from dataclasses import dataclass
from uuid import UUID

from zhengyin.regions.models import Unit, UnitClass
from zhengyin.regions.packs.units import Party
from zhengyin.regions.queries.remembering import remembered


@dataclass(frozen=True, slots=True)
class UnitClassCard:
    """A class of units: public or private, investigating or not."""

    key: str
    name: str
    public: bool
    investigating: bool


@dataclass(frozen=True, slots=True)
class UnitCard:
    """A unit of a county. Not confirmed by the county: 待核."""

    id: UUID
    name: str
    unit_class: UnitClassCard
    confirmed: bool


def unit_classes() -> tuple[UnitClassCard, ...]:
    """The table of classes, in its order."""
    return remembered(
        "unit classes", lambda: tuple(_class_card(row) for row in UnitClass.objects.order_by("order"))
    )


def units(county_code: str) -> tuple[UnitCard, ...]:
    """The units of a county, in the pack's order."""
    rows = Unit.objects.filter(county_code=county_code, listed=True).select_related("unit_class")
    return tuple(
        UnitCard(row.id, row.name, _class_card(row.unit_class), row.confirmed)
        for row in rows.order_by("order")
    )


def _class_card(row: UnitClass) -> UnitClassCard:
    return UnitClassCard(row.key, row.name, row.party == Party.PUBLIC, row.investigating)
