"""Every address of the product has a door; staff pages are shut to strangers; GET writes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver

from zhengyin.web.doors import PUBLIC, Door, door_of

# Addresses whose GET may write, by name, with the reason.
WRITING_GETS = {
    "verify-token": "the scan counter and the limits of verification",
    "verify-code": "the scan counter and the limits of verification",
}
SAMPLES: dict[str, object] = {
    "uuid": UUID(int=1), "int": 1, "str": "x", "slug": "x", "path": "x", "code": "620422104208",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Address:
    """One pattern with a path that fits it."""

    name: str
    path: str
    door: Door | None

    def __str__(self) -> str:
        return self.name or self.path


def converter_name(converter: object) -> str:
    kinds = {"UUIDConverter": "uuid", "IntConverter": "int", "SlugConverter": "slug", "PathConverter": "path",
             "StringConverter": "str", "DivisionCode": "code"}  # fmt: skip
    return kinds.get(type(converter).__name__, "str")


def walk(resolver: URLResolver, before: str = "/") -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        route = str(pattern.pattern)
        for name, converter in pattern.pattern.converters.items():
            kind = converter_name(converter)
            for written in (f"<{kind}:{name}>", f"<{name}>"):
                route = route.replace(written, str(SAMPLES[kind]))
        route = fill_rest(route)
        if isinstance(pattern, URLResolver):
            yield from walk(pattern, before + route)
        elif isinstance(pattern, URLPattern):
            yield Address(pattern.name or "", before + route, door_of(pattern.callback))


def fill_rest(route: str) -> str:
    """A converter of a desk's own, by any name."""
    while "<" in route:
        start, end = route.index("<"), route.index(">")
        route = route[:start] + "x" + route[end + 1 :]
    return route


def test_no_address_hides_another() -> None:
    """Two desks with the same pattern: the later would never be opened."""
    paths = [one.path for one in walk(get_resolver())]
    assert sorted({path for path in paths if paths.count(path) > 1}) == []


ADDRESSES = list(walk(get_resolver()))


def test_there_are_addresses() -> None:
    assert len(ADDRESSES) > 5


def test_names_are_given_once() -> None:
    names = [address.name for address in ADDRESSES]
    assert "" not in names
    assert len(names) == len(set(names))


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_every_address_has_a_door(address: Address) -> None:
    assert address.door is not None


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "address", [one for one in ADDRESSES if one.door and one.door.open is not PUBLIC], ids=str
)
def test_a_stranger_is_sent_to_the_log_in(address: Address, method: str) -> None:
    answer = getattr(Client(), method)(address.path)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/")


@pytest.mark.django_db
@pytest.mark.parametrize("address", [one for one in ADDRESSES if one.name not in WRITING_GETS], ids=str)
def test_looking_writes_nothing(address: Address) -> None:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        answer = Client().get(address.path)
    assert answer.status_code < 500


@pytest.mark.django_db
@override_settings(ROOT_URLCONF="tests.architecture.urls_without_doors")
def test_a_view_without_a_door_stays_shut() -> None:
    answer = Client().get("/naked")
    assert answer.status_code == 403
    assert b"never seen" not in answer.content
