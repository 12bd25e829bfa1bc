"""Which numbers were recorded when: a period by recording is one run of numbers that nothing changes later.

What is recorded late (补登) stands in the period of its recording. Recording times rise with the numbers
(a trigger sees to it), so the limits of a period are found by halving: some seventeen looks into an index
for a book of 100,000 lines, in one statement for all books and all limits.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from uuid import UUID

from django.db import connection

from zhengyin.ledger import chain
from zhengyin.ledger.models import Book, Entry
from zhengyin.registers.lines import late_kinds

# LIMIT 1 keeps the planner from joining the whole table in every round.
_HALVED = """
WITH RECURSIVE asked AS MATERIALIZED (
    SELECT book.id, book.owner, book.name, book.year, book.last_no, first.no AS first_no, limits.at
    FROM ledger_book AS book
    CROSS JOIN LATERAL (SELECT no FROM ledger_entry WHERE book_id = book.id ORDER BY no LIMIT 1) AS first
    CROSS JOIN unnest(%s::timestamptz[]) AS limits (at)
    WHERE book.owner = ANY (%s) AND book.name = ANY (%s) AND book.last_no > 0
), halved (id, at, lo, hi) AS (
    SELECT id, at, first_no, last_no + 1 FROM asked
    UNION ALL
    SELECT halved.id, halved.at,
        CASE WHEN middle.recorded_at < halved.at THEN middle.no + 1 ELSE halved.lo END,
        CASE WHEN middle.recorded_at < halved.at THEN halved.hi ELSE middle.no END
    FROM halved CROSS JOIN LATERAL (SELECT no, recorded_at FROM ledger_entry
        WHERE book_id = halved.id AND no = (halved.lo + halved.hi) / 2 LIMIT 1) AS middle
    WHERE halved.lo < halved.hi
)
SELECT asked.owner, asked.name, asked.year, asked.at, halved.lo
FROM halved JOIN asked USING (id, at) WHERE halved.lo >= halved.hi
ORDER BY asked.owner, asked.name, asked.year, asked.at
"""
_COUNTED = """
SELECT count(*), count(*) FILTER (WHERE pad_number <> ''), coalesce(columns::json ->> 'path', '')
FROM ledger_entry AS line WHERE book_id = %s AND no BETWEEN %s AND %s AND kind <> 'book.opened'
GROUP BY 3 ORDER BY 3
"""
_STAMPED = """
SELECT count(*), coalesce(sum((columns::json ->> 'copies')::int), 0),
    coalesce(sum((columns::json ->> 'impressions')::int), 0)
FROM ledger_entry WHERE book_id = %s AND no BETWEEN %s AND %s AND kind <> 'book.opened'
"""
_TOTALS = """
SELECT book.owner, book.last_no - first.no + 1,
    (SELECT count(*) FROM ledger_entry WHERE book_id = book.id AND pad_number <> '')
FROM ledger_book AS book
CROSS JOIN LATERAL (SELECT no FROM ledger_entry WHERE book_id = book.id ORDER BY no LIMIT 1) AS first
WHERE book.owner = ANY (%s) AND book.name = %s AND book.year = %s AND book.last_no > 0
"""
_LATE = """
SELECT count(*) FROM ledger_entry JOIN ledger_book AS book ON book.id = book_id
WHERE pad_number <> '' AND kind = ANY (%s) AND owner = ANY (%s) AND happened_at >= %s AND happened_at < %s
"""


@dataclass(frozen=True, slots=True)
class Span:
    """The lines of a book recorded from one limit on and before the next; both numbers are in it."""

    owner: UUID
    book: str
    year: int
    since: datetime
    first_no: int
    last_no: int


@dataclass(frozen=True, slots=True)
class Head:
    """The last line of a book as it stands."""

    no: int
    hash: str


@dataclass(frozen=True, slots=True)
class Counted:
    """The papers of a run of numbers; `by_path` counts them by the rule they rest on, in its words."""

    papers: int
    late: int
    by_path: Mapping[str, int]


def spans(*, owners: Iterable[UUID], books: Collection[str], limits: Sequence[datetime]) -> tuple[Span, ...]:
    """What was recorded between each limit and the next, in one statement; empty periods are left out."""
    with connection.cursor() as cursor:
        cursor.execute(_HALVED, [list(limits), list(owners), list(books)])
        found = cursor.fetchall()
    return tuple(
        Span(owner, book, year, since, first_no, after[4] - 1)
        for (owner, book, year, since, first_no), after in pairwise(found)
        if (owner, book, year) == after[:3] and after[4] > first_no
    )


def hash_of(span: Span) -> str:
    """The hash of the last line of a run."""
    key = chain.book_id(span.owner, span.book, span.year)
    return Entry.objects.values_list("hash", flat=True).get(book_id=key, no=span.last_no)


def head(*, owner: UUID, book: str, year: int) -> Head:
    """The last line of a book that has one."""
    last = Book.objects.values_list("last_no", "last_hash").get(pk=chain.book_id(owner, book, year))
    return Head(*last)


def counted(span: Span) -> Counted:
    """Papers, late ones, and by which rule: one statement over the run."""
    key = chain.book_id(span.owner, span.book, span.year)
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED, [key, span.first_no, span.last_no])
        rows = cursor.fetchall()
    return Counted(
        papers=sum(row[0] for row in rows),
        late=sum(row[1] for row in rows),
        by_path={path: papers for papers, _, path in rows},
    )


@dataclass(frozen=True, slots=True)
class Stamped:
    """What was stamped by a run of numbers: papers, their copies, impressions of the seal."""

    papers: int = 0
    copies: int = 0
    impressions: int = 0

    def __add__(self, other: "Stamped") -> "Stamped":
        return Stamped(
            self.papers + other.papers, self.copies + other.copies, self.impressions + other.impressions
        )


def stamped(span: Span) -> Stamped:
    """The sums of a run of a register of stamped papers, whose lines name copies and impressions."""
    with connection.cursor() as cursor:
        cursor.execute(
            _STAMPED, [chain.book_id(span.owner, span.book, span.year), span.first_no, span.last_no]
        )
        return Stamped(*cursor.fetchone())


def late_papers(*, owners: Iterable[UUID], since: datetime, until: datetime) -> int:
    """How many papers stamped in the period were recorded late; read from the index of late lines."""
    with connection.cursor() as cursor:
        cursor.execute(_LATE, [sorted(late_kinds()), list(owners), since, until])
        return int(cursor.fetchone()[0])


@dataclass(frozen=True, slots=True)
class Total:
    """How many lines a book has, and how many of them were recorded late."""

    lines: int
    late: int


def totals(*, owners: Iterable[UUID], book: str, year: int) -> Mapping[UUID, Total]:
    """The same for many owners in one statement; who has no such book is not in it."""
    with connection.cursor() as cursor:
        cursor.execute(_TOTALS, [list(owners), book, year])
        return {owner: Total(lines, late) for owner, lines, late in cursor.fetchall()}
