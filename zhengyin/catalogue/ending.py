"""An item that ends: from which day, and what is done instead (H2.1c, H3.1d)."""

from dataclasses import dataclass
from datetime import date

from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import EntryKind
from zhengyin.catalogue.models import ListEntry
from zhengyin.catalogue.places import chain
from zhengyin.catalogue.queries import lasting


@dataclass(frozen=True, slots=True)
class Stops:
    """`on` is the first day it is not issued; `instead` the ways that begin then, each a sentence."""

    on: date
    over: bool
    instead: tuple[str, ...]


def stops(county_code: str, code: str, day: date) -> Stops | None:
    """What is known on `day` of an entry's end; None where the last the lists say of it has none."""
    if not code:
        return None
    rows = ListEntry.objects.filter(division_code__in=chain(county_code))
    last = rows.filter(code=code).order_by("in_force_from", "introduced_by__no").last()
    if last is None or last.in_force_until is None:
        return None
    on = last.in_force_until
    ways = rows.filter(lasting(on), kind=EntryKind.ROUTE, name=last.name, in_force_from__lte=on)
    steps = (step for row in ways.order_by("code") for step in Entry.model_validate(row.content).routes)
    return Stops(on, on <= day, tuple(f"{step.who}：{step.do}" for step in steps))
