"""A book in memory, and its rows as the reader would give them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from zhengyin.ledger import chain
from zhengyin.ledger.chain import Entry
from zhengyin.registers.audit.findings import BookHead

OWNER = UUID(int=7)
BOOK = chain.book_id(OWNER, "certificates", 2026)
BEGAN = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
PERSON, SESSION = UUID(int=3), UUID(int=4)


def entries(count: int, *, first: int = 1) -> list[Entry]:
    """Chained lines; where `first` is not 1 the book begins with an opening line."""
    made: list[Entry] = []
    previous = chain.genesis(BOOK)
    for no in range(first, first + count):
        at = BEGAN + timedelta(minutes=no)
        kind = "book.opened" if no == first != 1 else "test.noted"
        made.append(Entry(
            book=BOOK, no=no, previous_hash=previous, kind=kind, subject=UUID(int=100 + no),
            county_code="620422", happened_at=at, recorded_at=at, person=PERSON, person_name="张国栋",
            office="custodian", session=SESSION, columns=chain.canonical_json({"note": 'a"b\\'}),
        ))  # fmt: skip
        previous = chain.line_hash(made[-1])
    return made


def rechained(lines: Iterable[Entry]) -> list[Entry]:
    """The lines with every later hash recomputed: what a patient forger leaves."""
    made: list[Entry] = []
    previous = chain.genesis(BOOK)
    for line in lines:
        made.append(replace(line, previous_hash=previous))
        previous = chain.line_hash(made[-1])
    return made


def rows(lines: Iterable[Entry], hashes: Iterable[str] = ()) -> list[bytes]:
    """Rows as COPY writes them; stored hashes are the lines' own unless given."""
    lines = list(lines)
    stored = list(hashes) or [chain.line_hash(line) for line in lines]
    return [
        chain.canonical(line).replace(b"\\", b"\\\\") + b"\t" + digest.encode() + b"\n"
        for line, digest in zip(lines, stored, strict=True)
    ]


def head(lines: list[Entry]) -> BookHead:
    """The head that belongs to these lines."""
    return BookHead(BOOK, OWNER, "certificates", 2026, lines[-1].no, chain.line_hash(lines[-1]))
