"""The loaded demonstration with two months of lines that are over; every test is rolled back."""

from collections.abc import Iterator

import pytest
from django.db import connections, transaction
from pytest_django.plugin import DjangoDbBlocker

from tests import harness
from tests.conftest import connect_to
from tests.supervision.past import put_two_months
from tests.world import World, loaded


@pytest.fixture(scope="session")
def past_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    source, accounts = loaded()
    name = harness.copy_of(source)
    before = str(connections["default"].settings_dict["NAME"])
    with django_db_blocker.unblock():
        connect_to(name)
        put_two_months(name)
        connect_to(before)
    yield World(name, accounts)
    harness.drop(name)


@pytest.fixture
def past(past_database: World, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The world in one transaction that is rolled back."""
    before = str(connections["default"].settings_dict["NAME"])
    with django_db_blocker.unblock():
        connect_to(past_database.database)
        around = transaction.atomic()
        around._from_testcase = True  # type: ignore[attr-defined]  # lets a durable block in, as TestCase does
        with around:
            yield past_database
            transaction.set_rollback(True)
        connect_to(before)
