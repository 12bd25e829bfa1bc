"""Both packs with their lists, in a demonstration and in a real installation; each module gets a copy."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from typing import Any

import pytest
from django.db import connections

from tests import harness
from tests.catalogue.cast import PACKS
from tests.conftest import connect_to
from zhengyin.catalogue.actions import load_lists
from zhengyin.regions.actions import install, load_pack

AT = datetime(2026, 11, 20, 2, 0, tzinfo=timezone.utc)


@contextmanager
def database(*, is_demonstration: bool) -> Iterator[None]:
    before = connections["default"].settings_dict["NAME"]
    name = harness.copy_of(harness.template())
    connect_to(name)
    install(demonstration=is_demonstration, at=AT)
    for pack in ("huining", "ordos"):
        load_pack(PACKS / pack, AT)
    for pack in ("national", "huining", "ordos"):
        load_lists(PACKS / pack, AT)
    yield
    connect_to(str(before))
    harness.drop(name)


@pytest.fixture(scope="module")
def _demonstration(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), database(is_demonstration=True):
        yield


@pytest.fixture(scope="module")
def _real(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), database(is_demonstration=False):
        yield


@pytest.fixture
def demonstration(_demonstration: None, db: None) -> None:
    """A demonstration, what the test does rolled back."""


@pytest.fixture
def real(_real: None, db: None) -> None:
    """A real installation, what the test does rolled back."""
