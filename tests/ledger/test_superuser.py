"""What holds for the database's owner too; only a superuser who disarms triggers gets past it."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import uuid4

import psycopg
import pytest

from tests import harness
from tests.ledger.cast import COUNTY, CUSTODIAN, Committee
from tests.ledger.raw import INSERT
from zhengyin.ledger import chain
from zhengyin.ledger.chain import Entry as Line


@pytest.fixture
def owner(own_database: str) -> Iterator["psycopg.Connection[tuple[object, ...]]"]:
    Committee(uuid4()).sealed()
    with psycopg.connect(harness.owner_url(own_database)) as connection:
        yield connection
        connection.rollback()


Connection = psycopg.Connection[tuple[object, ...]]


@pytest.fixture
def disarmed(owner: Connection, own_database: str) -> Connection:
    """The owner with every trigger of ours taken away: what is left is the shape of the chain itself."""
    for table in ("ledger_entry", "ledger_book", "ledger_personal"):
        owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    return owner


def last_line(owner: Connection) -> Line:
    """A line that would be the next of the book of certificates."""
    found = owner.execute(
        "SELECT id, last_no, last_hash, now() FROM ledger_book WHERE name = 'certificates'"
    ).fetchone()
    assert found
    book, no, last_hash, at = found
    return Line(
        book=book, no=no + 1, previous_hash=last_hash, kind="test.recorded_late", subject=uuid4(),
        county_code=COUNTY, happened_at=at, recorded_at=at, person=CUSTODIAN.person_id,
        person_name=CUSTODIAN.name, office="custodian", session=uuid4(), columns="{}",
    )  # type: ignore[arg-type]  # fmt: skip


def enter(owner: Connection, line: Line) -> None:
    """Insert it with the hash that belongs to it; references are looked at at once."""
    values = [getattr(line, name) for name in Line.__slots__]
    with owner.transaction():
        owner.execute("SET CONSTRAINTS ALL IMMEDIATE")
        owner.execute(INSERT, [chain.ALGORITHM, *values, chain.line_hash(line)])


def test_without_triggers_the_next_line_enters(disarmed: Connection):
    enter(disarmed, last_line(disarmed))


@pytest.mark.parametrize("change, constraint", [
    ({"no": 0}, "ledger_entry_no_from_1"),
    ({"previous_hash": "0" * 64}, "ledger_entry_chain"),
    ({"no": 3}, "ledger_entry_chain"),
    ({"kind": "no.such"}, "ledger_entry_kind"),
    ({"no": 1, "book": uuid4()}, "ledger_entry_genesis"),  # begins with another book's last line
])  # fmt: skip
def test_without_triggers_a_line_hangs_on_the_one_before(
    disarmed: Connection, change: dict[str, object], constraint: str
):
    with pytest.raises(psycopg.IntegrityError) as refused:
        enter(disarmed, replace(last_line(disarmed), **change))  # type: ignore[arg-type]
    assert refused.value.diag.constraint_name == constraint


def test_without_triggers_a_book_begins_once(disarmed: Connection):
    """A second opening line would have no line before it and start the chain anew."""
    line = last_line(disarmed)
    again = replace(line, kind="book.opened", previous_hash=chain.genesis(line.book))
    with pytest.raises(psycopg.IntegrityError) as refused:
        enter(disarmed, again)
    assert refused.value.diag.constraint_name == "ledger_entry_one_start"


@pytest.mark.parametrize("no, salt, constraint", [
    (2, b"1" * 31, "ledger_personal_salt"),
    (2, b"1" * 33, "ledger_personal_salt"),
    (3, b"1" * 32, "ledger_personal_entry"),
])  # fmt: skip
def test_without_triggers_personal_fields_have_a_line_and_a_salt(
    disarmed: Connection, no: int, salt: bytes, constraint: str
):
    line = last_line(disarmed)
    enter(disarmed, line)
    add = """INSERT INTO ledger_personal (book_id, no, algorithm, salt, sealed, found_by)
             VALUES (%s, %s, 'x', %s, '2', '{}')"""
    with pytest.raises(psycopg.IntegrityError) as refused, disarmed.transaction():
        disarmed.execute("SET CONSTRAINTS ALL IMMEDIATE")
        disarmed.execute(add, [line.book, no, salt])
    assert refused.value.diag.constraint_name == constraint
    disarmed.execute(add, [line.book, 2, b"1" * 32])


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
