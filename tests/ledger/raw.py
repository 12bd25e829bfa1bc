"""Lines written past `store`, by raw SQL, as somebody with the application's password would."""

from dataclasses import replace
from uuid import UUID, uuid4

from django.db import connection

from tests.ledger.cast import COUNTY, CUSTODIAN, YEAR, Committee
from zhengyin.ledger import chain, store
from zhengyin.ledger.chain import Entry

INSERT = """
    INSERT INTO ledger_entry (algorithm, book_id, no, previous_hash, kind, subject, county_code,
        happened_at, recorded_at, person, person_name, office, session, columns, personal_digest,
        text_digest, document_digest, pad_number, slip_digest, hash)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"""


def next_entry(committee: Committee, book: str = "journal", kind: str = "test.noted") -> Entry:
    """A good next line of a book whose head is now held."""
    head = store.hold(owner=committee.owner, book=book, year=YEAR)
    return Entry(
        book=head.book, no=head.next_no, previous_hash=head.last_hash, kind=kind, subject=uuid4(),
        county_code=COUNTY, happened_at=head.clock, recorded_at=head.clock, person=CUSTODIAN.person_id,
        person_name=CUSTODIAN.name, office="custodian", session=uuid4(), columns="{}",
    )  # fmt: skip


def insert(entry: Entry, *, digest: str = "", algorithm: str = chain.ALGORITHM) -> None:
    """Insert exactly this line, by default with the hash that belongs to it."""
    if not digest:
        digest = chain.line_hash(entry)
    values = [getattr(entry, name) for name in Entry.__slots__]
    with connection.cursor() as cursor:
        cursor.execute(INSERT, [algorithm, *values, digest])


def execute(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def changed(entry: Entry, **fields: object) -> Entry:
    return replace(entry, **fields)  # type: ignore[arg-type]


def book_of(committee: Committee, name: str = "journal") -> UUID:
    return chain.book_id(committee.owner, name, YEAR)
