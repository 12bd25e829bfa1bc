"""Both packs with their lists and people, entered once for the folder; what a test writes is rolled back."""

from collections.abc import Iterator

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from tests import harness
from tests.admission.cast import AT
from tests.conftest import connect_to
from tests.seals.cast import PACKS, Cast
from zhengyin.catalogue.actions import load_lists
from zhengyin.people.actions import load_demo_cast
from zhengyin.regions.actions import install, load_pack
from zhengyin.regions.packs import load_demo

NAMES = ("huining", "ordos")


@pytest.fixture(scope="session")
def listed_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    name, before = harness.copy_of(harness.template()), str(connections["default"].settings_dict["NAME"])
    with django_db_blocker.unblock():
        connect_to(name)
        install(demonstration=True, at=AT)
        for pack in NAMES:
            load_pack(PACKS / pack, AT)
            load_demo_cast(demo=load_demo(PACKS / pack), at=AT)
        for pack in ("national", *NAMES):
            load_lists(PACKS / pack, AT)
        connect_to(before)
    yield name
    harness.drop(name)


@pytest.fixture
def in_listed_database(listed_database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    before = str(connections["default"].settings_dict["NAME"])
    with django_db_blocker.unblock():
        connect_to(listed_database)
    yield
    with django_db_blocker.unblock():
        connect_to(before)


@pytest.fixture
def cast(in_listed_database: None, db: None) -> Cast:
    """The people of both places beside their lists."""
    return Cast({pack: load_demo(PACKS / pack) for pack in NAMES})
