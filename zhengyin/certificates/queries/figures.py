"""How often what was certified for whom: items and classes of units, never villages (no ranking)."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from zhengyin.certificates.models import Certificate
from zhengyin.certificates.workflow import State


@dataclass(frozen=True, slots=True)
class Figure:
    """How many sealed papers; `key` is the item's code or the class of the demanding unit."""

    key: str
    title: str
    number: int


@dataclass(frozen=True, slots=True)
class Figures:
    """One year's sealed papers of some counties."""

    items: tuple[Figure, ...]
    unit_classes: tuple[Figure, ...]
    number: int


def figures(county_codes: Iterable[str], year: int) -> Figures:
    """The most frequent first; two queries. Titles of unit classes are the caller's to know."""
    sealed = Certificate.objects.filter(
        county_code__in=list(county_codes), year=year, state__in=(State.SEALED, State.DELIVERED)
    )
    items = sealed.values_list("entry_code", "title").annotate(number=Count("pk"))
    classes = sealed.values_list("unit_class").annotate(number=Count("pk"))
    found = tuple(Figure(*row) for row in items.order_by("-number", "entry_code", "title"))
    return Figures(
        items=found,
        unit_classes=tuple(
            Figure(key, "", number) for key, number in classes.order_by("-number", "unit_class")
        ),
        number=sum(one.number for one in found),
    )
