"""A demonstration of 会宁 and 鄂尔多斯 with its cast of people, and no seal yet.

Entering the cast hashes some fifty passwords, so it is done once, committed in a database of this
folder's own; every test works in it and is rolled back.
"""

from collections.abc import Iterator

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from tests import harness
from tests.conftest import connect_to
from tests.seals.cast import AT, PACKS, Cast
from zhengyin.people.actions import load_demo_cast
from zhengyin.regions.actions import install, load_pack
from zhengyin.regions.packs import load_demo

NAMES = ("huining", "ordos")


@pytest.fixture(scope="session")
def cast_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    name, before = harness.copy_of(harness.template()), str(connections["default"].settings_dict["NAME"])
    with django_db_blocker.unblock():
        connect_to(name)
        install(demonstration=True, at=AT)
        for pack in NAMES:
            load_pack(PACKS / pack, AT)
            load_demo_cast(demo=load_demo(PACKS / pack), at=AT)
        connect_to(before)
    yield name
    harness.drop(name)


@pytest.fixture
def in_cast_database(cast_database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    before = str(connections["default"].settings_dict["NAME"])
    with django_db_blocker.unblock():
        connect_to(cast_database)
    yield
    with django_db_blocker.unblock():
        connect_to(before)


@pytest.fixture
def cast(in_cast_database: None, db: None) -> Cast:
    """The people of both places; what a test writes is rolled back."""
    return Cast({pack: load_demo(PACKS / pack) for pack in NAMES})
