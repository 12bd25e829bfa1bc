"""The loaded demonstration with a register of last year, put in by the owner; every test is rolled back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections, transaction
from pytest_django.plugin import DjangoDbBlocker

from tests import harness
from tests.archive.cast import put_last_year
from tests.conftest import connect_to
from tests.world import World, loaded


@pytest.fixture(scope="session")
def year_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    source, accounts = loaded()
    name = harness.copy_of(source)
    before = str(connections["default"].settings_dict["NAME"])
    with django_db_blocker.unblock():
        connect_to(name)
        put_last_year(name)
        connect_to(before)
    yield World(name, accounts)
    harness.drop(name)


@pytest.fixture
def last_year(
    year_database: World, django_db_blocker: DjangoDbBlocker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[World]:
    """The world in one transaction that is rolled back, with a checkpoint file of its own."""
    monkeypatch.setattr(settings, "CHECKPOINTS_FILE", tmp_path / "checkpoints.jsonl")
    monkeypatch.setattr(settings, "CHECKPOINT_KEY_FILE", tmp_path / "key.pem")
    before = str(connections["default"].settings_dict["NAME"])
    with django_db_blocker.unblock():
        connect_to(year_database.database)
        around = transaction.atomic()
        around._from_testcase = True  # type: ignore[attr-defined]  # lets a durable block in, as TestCase does
        with around:
            yield year_database
            transaction.set_rollback(True)
        connect_to(before)
