"""Fixtures that every room shares."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections

from tests import harness
from tests.world import World, loaded


def connect_to(name: str) -> None:
    connections["default"].close()
    connections["default"].settings_dict["NAME"] = name
    settings.DATABASES["default"]["NAME"] = name


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: object) -> Iterator[None]:
    """The application's role on a copy of the migrated template, instead of Django's own making."""
    name = harness.copy_of(harness.template())
    connect_to(name)
    yield
    connections["default"].close()
    harness.drop(name)


@pytest.fixture
def fresh_database(django_db_setup: None, django_db_blocker) -> Iterator[str]:  # type: ignore[no-untyped-def]
    """A database of one's own in which work is committed; gives its name."""
    before = connections["default"].settings_dict["NAME"]
    name = harness.copy_of(harness.template())
    with django_db_blocker.unblock():
        connect_to(name)
        yield name
        connect_to(before)
    harness.drop(name)


@pytest.fixture
def demo_world(django_db_setup: None, django_db_blocker) -> Iterator[World]:  # type: ignore[no-untyped-def]
    """A committed database with both packs, lists, cast and seals, and the accounts of its cast."""
    before = connections["default"].settings_dict["NAME"]
    source, accounts = loaded()
    name = harness.copy_of(source)
    with django_db_blocker.unblock():
        connect_to(name)
        yield World(name, accounts)
        connect_to(before)
    harness.drop(name)


def pytest_sessionfinish() -> None:
    shutil.rmtree(Path(settings.FILES_DIR).parent, ignore_errors=True)
