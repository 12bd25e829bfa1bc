"""The only writer of the ledger: hold a head, append a line, erase what is personal in one.

All of it inside the caller's transaction: a line exists if and only if the act does. The row
of the head is the lock; whoever holds it knows the next number and the previous hash before
the paper that carries them is made.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection

from zhengyin.ledger import chain
from zhengyin.ledger.models import Kind
from zhengyin.shared.secrecy import UnableToDecrypt

_LOCK = """
    SELECT last_no, last_hash, greatest(clock_timestamp(), now(), last_recorded_at),
        closed_at IS NOT NULL OR EXISTS (SELECT FROM ledger_endedbook AS ended
            WHERE (ended.owner, ended.name) = (book.owner, book.name))
    FROM ledger_book AS book WHERE id = %s FOR UPDATE OF book"""
_OPEN = """
    INSERT INTO ledger_book (id, owner, name, year, last_no, last_hash, last_recorded_at)
    VALUES (%s, %s, %s, %s, 0, %s, now()) ON CONFLICT DO NOTHING"""
_APPEND = """
    INSERT INTO ledger_entry (algorithm, book_id, no, previous_hash, kind, subject, county_code,
        happened_at, recorded_at, person, person_name, office, session, columns, personal_digest,
        text_digest, document_digest, pad_number, slip_digest, hash)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"""
# The same lock as the guard takes before a book is opened: no book of the year begins meanwhile.
_ALONE = "SELECT pg_advisory_xact_lock(hashtextextended(%s || '/' || %s, 5))"
_YEAR = """
    SELECT id, name, last_no, last_hash, closed_at FROM ledger_book
    WHERE owner = %s AND year = %s ORDER BY name"""
_CLOSE = "UPDATE ledger_book SET closed_at = %s WHERE owner = %s AND year = %s AND closed_at IS NULL"
_END = "INSERT INTO ledger_endedbook (owner, name) VALUES (%s, %s)"
_KEEP = """
    INSERT INTO ledger_personal (book_id, no, algorithm, salt, sealed, found_by)
    VALUES (%s, %s, %s, %s, %s, %s)"""


class YearClosed(Exception):
    """The owner's books of this year are closed, or this book is over for good: no line, no new book."""


@dataclass(frozen=True, slots=True)
class Head:
    """A head row under lock until the transaction ends."""

    book: UUID
    last_no: int
    last_hash: str
    clock: datetime  # the database's, never before the last line's

    @property
    def next_no(self) -> int:
        return self.last_no + 1


@dataclass(frozen=True, slots=True)
class PersonalSecret:
    """Personal fields of a line, before and after the database: what the digest commits to."""

    digest: str
    salt: bytes
    text: str
    found_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearBook:
    """A book of a year with its last line; `last_no` is 0 where it has none."""

    book: UUID
    name: str
    last_no: int
    last_hash: str
    closed_at: datetime | None


def books_of(owner: UUID, year: int) -> tuple[YearBook, ...]:
    """Every book the owner has of this year, by name."""
    with connection.cursor() as cursor:
        cursor.execute(_YEAR, [owner, year])
        return tuple(YearBook(*row) for row in cursor.fetchall())


def hold_year(owner: UUID, year: int) -> tuple[YearBook, ...]:
    """The same, locked until the transaction ends: no line is written in them, no book is begun."""
    if not connection.in_atomic_block:
        raise RuntimeError("a year is held inside a transaction")
    with connection.cursor() as cursor:
        cursor.execute(_ALONE, [str(owner), str(year)])
        cursor.execute(f"{_YEAR} FOR UPDATE", [owner, year])
        return tuple(YearBook(*row) for row in cursor.fetchall())


def close_year(owner: UUID, year: int, at: datetime) -> None:
    """Close every book of a year that is held; the database lets nobody open one again."""
    with connection.cursor() as cursor:
        cursor.execute(_CLOSE, [at, owner, year])


def end_books(owner: UUID, names: Iterable[str]) -> None:
    """Take no line in these books of an owner who is no more, whatever the year; the caller holds them."""
    with connection.cursor() as cursor:
        cursor.executemany(_END, [(owner, name) for name in names])


def hold(*, owner: UUID, book: str, year: int) -> Head:
    """Lock the head of a book, opening the book if need be; waits for whoever holds it.

    Raises YearClosed: whoever holds a head may write.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a head is held inside a transaction")
    key = chain.book_id(owner, book, year)
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [key])
        row = cursor.fetchone()
        if row is None:
            if any(one.closed_at for one in books_of(owner, year)):
                raise YearClosed(year)
            cursor.execute(_OPEN, [key, owner, book, year, chain.genesis(key)])
            cursor.execute(_LOCK, [key])
            row = cursor.fetchone()
    if row[3]:
        raise YearClosed(year)
    return Head(key, *row[:3])


def append(entry: chain.Entry, personal: PersonalSecret | None) -> str:
    """Write a line under the head its caller holds, and its personal fields beside it; its hash."""
    digest = chain.line_hash(entry)
    with connection.cursor() as cursor:
        cursor.execute(
            _APPEND,
            [
                chain.ALGORITHM, entry.book, entry.no, entry.previous_hash, entry.kind, entry.subject,
                entry.county_code, entry.happened_at, entry.recorded_at, entry.person,
                entry.person_name, entry.office, entry.session, entry.columns, entry.personal_digest,
                entry.text_digest, entry.document_digest, entry.pad_number, entry.slip_digest, digest,
            ],
        )  # fmt: skip
        if personal:
            cursor.execute(
                _KEEP,
                [
                    entry.book,
                    entry.no,
                    chain.PERSONAL_ALGORITHM,
                    personal.salt,
                    sealed(entry.book, entry.no, personal),
                    list(personal.found_by),
                ],
            )
    return digest


def conceal(values: Mapping[str, str]) -> PersonalSecret | None:
    """Prepare personal fields for a line: fresh salt, commitment, blind indexes; None for none."""
    if not values:
        return None
    salt, text = os.urandom(32), chain.canonical_json(values)
    said = (part for value in values.values() for part in (value, *value.split("、")) if part)
    found_by = tuple(blind_index(part) for part in dict.fromkeys(said))  # one of several names too
    return PersonalSecret(chain.commitment(salt, text), salt, text, found_by)


def sealed(book: UUID, no: int, personal: PersonalSecret) -> bytes:
    """The personal fields as they lie beside their line, bound to its place."""
    ciphertext: bytes = settings.DATA_KEY.encrypt(personal.text.encode(), _place(book, no))
    return ciphertext


def blind_index(value: str) -> str:
    """The index under which a line with this personal value is found."""
    digest: bytes = settings.INDEX_KEY.blind_index(value)
    return digest.hex()


def reveal(book: UUID, no: int, ciphertext: bytes | memoryview) -> str:
    """The personal fields of a line as the JSON text that was hashed; UnableToDecrypt."""
    plain: bytes = settings.DATA_KEY.decrypt(bytes(ciphertext), _place(book, no))
    return plain.decode()


def keeps_commitment(
    book: UUID, no: int, salt: bytes | memoryview, ciphertext: bytes | memoryview, digest: str
) -> bool:
    """Say whether the personal fields beside a line are those it was written with."""
    try:
        return chain.commitment(bytes(salt), reveal(book, no, ciphertext)) == digest
    except UnableToDecrypt:
        return False


def erase(book: UUID, no: int) -> bool:
    """Delete ciphertext, salt and indexes of a line; the database wants the erasing line first."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM ledger_personal WHERE book_id = %s AND no = %s", [book, no])
        return bool(cursor.rowcount)


def put_kinds(kinds: Iterable[Kind]) -> None:
    """Make the database know these kinds; only the owner of the database may."""
    Kind.objects.bulk_create(
        kinds,
        update_conflicts=True,
        unique_fields=["name"],
        update_fields=["book", "needs_earlier", "late"],
    )


def now() -> datetime:
    """The database's clock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        at: datetime = cursor.fetchone()[0]
        return at


def _place(book: UUID, no: int) -> bytes:
    return b"ledger.personal/" + book.bytes + no.to_bytes(8, "big")
