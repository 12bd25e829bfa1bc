"""The loaded demonstration, once a process; every test works in it and is rolled back.

Tests that need committed rows (threads, dumps) ask for `demo_world` instead.
"""

from collections.abc import Iterator

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from tests import harness
from tests.conftest import connect_to
from tests.world import World, loaded


@pytest.fixture(scope="session")
def world_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    source, accounts = loaded()
    name = harness.copy_of(source)
    yield World(name, accounts)
    harness.drop(name)


@pytest.fixture
def in_world_database(world_database: World, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    before = str(connections["default"].settings_dict["NAME"])
    with django_db_blocker.unblock():
        connect_to(world_database.database)
    yield world_database
    with django_db_blocker.unblock():
        connect_to(before)


@pytest.fixture
def world(in_world_database: World, db: None) -> World:
    """Both packs, lists, cast and seals; what a test writes is rolled back."""
    return in_world_database
