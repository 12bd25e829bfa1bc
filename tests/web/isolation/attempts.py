"""Every address with something of a village's in it, and how somebody else tries it."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.web.desk import Officer
from tests.web.isolation.table import NO_OBJECT, OBJECTS, PUBLIC_PARTS, Village
from zhengyin.web.doors import PUBLIC, Door, door_of

PLACE = "organization_id"
Filled = Mapping[str, list[object]]


@dataclass(frozen=True, slots=True)
class Address:
    """An address by name, its parts and its door."""

    name: str
    parts: tuple[str, ...]
    door: Door

    def __str__(self) -> str:
        return self.name

    @property
    def objects(self) -> tuple[str, ...]:
        return tuple(part for part in self.parts if part != PLACE and part not in NO_OBJECT)

    def shown_from(self, seat: object, theirs: Filled, own: Filled) -> Iterator[dict[str, object]]:
        """Everything of theirs, then of theirs under our own; `seat` is the desk it is tried from."""
        for foreign in range(len(self.objects), 0, -1):
            filled = [own[part][:1] for part in self.objects[:-foreign]] + [
                theirs[part] for part in self.objects[-foreign:]
            ]
            loose = [NO_OBJECT[part] for part in self.parts if part in NO_OBJECT]
            names = (*self.objects, *(part for part in self.parts if part in NO_OBJECT))
            for values in itertools.product(*filled, *loose):
                said = dict(zip(names, values, strict=True))
                yield {**said, PLACE: seat} if PLACE in self.parts else said


def addresses() -> list[Address]:
    return [one for one in walk(get_resolver()) if one.door.open is not PUBLIC and one.objects]


def walk(resolver: URLResolver, before: tuple[str, ...] = ()) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        parts = (*before, *pattern.pattern.converters)
        if isinstance(pattern, URLResolver):
            yield from walk(pattern, parts)
        elif isinstance(pattern, URLPattern) and (door := door_of(pattern.callback)):
            yield Address(pattern.name or "", parts, door)


def unknown_parts() -> dict[str, set[str]]:
    """Parts that no line of the table names, by address."""
    found = {}
    for one in walk(get_resolver()):
        known = PUBLIC_PARTS if one.door.open is PUBLIC else {PLACE, *OBJECTS, *NO_OBJECT}
        if unknown := set(one.parts) - known:
            found[one.name] = unknown
    return found


def filled(village: Village) -> dict[str, list[object]]:
    return {part: ids(village) for part, ids in OBJECTS.items()}


def tried(who: Officer, method: str, address: Address, parts: Mapping[str, object], theirs: Filled) -> int:
    """The status somebody gets. A look at an act leads to its page: followed, if that page is of theirs."""
    answer = getattr(who.client, method)(reverse(address.name, kwargs=dict(parts)))
    leads_to = answer.get("Location", "")
    if method == "get" and any(str(one) in leads_to for ids in theirs.values() for one in ids):
        answer = who.client.get(leads_to)
    return int(answer.status_code)
