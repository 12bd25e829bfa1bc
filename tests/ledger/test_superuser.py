"""What holds for the database's owner too; only a superuser who disarms triggers gets past it."""

from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest

from tests import harness
from tests.ledger.cast import Committee


@pytest.fixture
def owner(own_database: str) -> Iterator["psycopg.Connection[tuple[object, ...]]"]:
    Committee(uuid4()).sealed()
    with psycopg.connect(harness.owner_url(own_database)) as connection:
        yield connection
        connection.rollback()


@pytest.mark.clause("H3.2.3a")
@pytest.mark.parametrize("statement", [
    "UPDATE ledger_entry SET person_name = '王五'",
    "DELETE FROM ledger_entry",
    "TRUNCATE ledger_entry CASCADE",
    "DELETE FROM ledger_book",
    "TRUNCATE ledger_book CASCADE",
    "UPDATE ledger_personal SET algorithm = 'none'",
    "TRUNCATE ledger_personal",
])  # fmt: skip
def test_not_even_the_owner(owner: "psycopg.Connection[tuple[object, ...]]", statement: str):
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="never allowed"):
        owner.execute(statement)
