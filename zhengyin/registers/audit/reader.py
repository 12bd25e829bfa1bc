"""The audit's only way to the database: heads, and rows of a book as a stream."""

from collections.abc import Iterator
from uuid import UUID

from django.db import connection

from zhengyin.ledger import store
from zhengyin.registers.audit.findings import BookHead

_ROWS = """
    COPY (SELECT algorithm, book_id, no, previous_hash, kind, subject, county_code,
        (extract(epoch FROM happened_at) * 1000000)::bigint,
        (extract(epoch FROM recorded_at) * 1000000)::bigint,
        person, person_name, office, coalesce(session::text, ''), columns, personal_digest,
        text_digest, document_digest, pad_number, slip_digest, hash
    FROM ledger_entry WHERE book_id = %s ORDER BY no) TO STDOUT"""
_STRAYS = """
    SELECT DISTINCT book_id FROM ledger_entry AS entry
    WHERE NOT EXISTS (SELECT FROM ledger_book AS book WHERE book.id = entry.book_id)"""


def heads() -> list[BookHead]:
    """Every book, one owner after the other."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, owner, name, year, last_no, last_hash FROM ledger_book ORDER BY owner, name, year"
        )
        return [BookHead(*row) for row in cursor.fetchall()]


def rows(book: UUID) -> Iterator[bytes]:
    """The lines of a book by number, as PostgreSQL's COPY writes them: nothing is held in memory."""
    connection.ensure_connection()
    with connection.connection.cursor() as cursor, cursor.copy(_ROWS, [book]) as copy:
        for block in copy:
            yield bytes(block)


def strays() -> list[UUID]:
    """Books that have lines and no head."""
    with connection.cursor() as cursor:
        cursor.execute(_STRAYS)
        return [row[0] for row in cursor.fetchall()]


def broken_personal() -> Iterator[tuple[UUID, int]]:
    """Lines whose personal fields are not those they were written with."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(
            "SELECT book_id, no, entry.personal_digest, salt, sealed"
            " FROM ledger_personal JOIN ledger_entry AS entry USING (book_id, no)"
        )
        while batch := cursor.fetchmany(2000):
            for book, no, digest, salt, sealed in batch:
                if not store.keeps_commitment(book, no, salt, sealed, digest):
                    yield book, no
