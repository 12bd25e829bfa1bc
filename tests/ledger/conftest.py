from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.db import connections

from tests import harness
from tests.ledger.cast import Committee, teach


@pytest.fixture(scope="session")
def taught(django_db_setup: None) -> None:
    """The kinds of these tests, in the database every test shares."""
    teach(harness.owner_url(str(connections["default"].settings_dict["NAME"])))


@pytest.fixture
def committee(taught: None, db: None) -> Committee:
    """A committee without any book, in a transaction that is rolled back."""
    return Committee(uuid4())


@pytest.fixture
def own_database(fresh_database: str) -> Iterator[str]:
    """A database of one's own that knows the kinds; what is written in it is committed."""
    teach(harness.owner_url(fresh_database))
    yield fresh_database
