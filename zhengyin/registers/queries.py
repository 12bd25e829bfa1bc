"""Reading the books: pages, single lines, what happened to a subject, counts. Writes nothing.

A room that must join lines with its own rows in one statement joins the view `registers_line`
(owner, book, year, no, kind, subject, happened_at, person, said, text_digest, document_digest);
the ledger's tables are named here and in the ledger alone.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import BooleanField, F, Func, QuerySet, Window
from django.db.models.functions import RowNumber

from zhengyin.ledger import chain, store
from zhengyin.ledger.models import Book, Entry
from zhengyin.registers.filters import EVERYTHING, Filters, narrowed
from zhengyin.registers.reading import RegisterLine as RegisterLine
from zhengyin.registers.reading import Row, lines_in, rows_in
from zhengyin.registers.reading import told as told
from zhengyin.registers.writers import first_acts as first_acts
from zhengyin.registers.writers import last_written as last_written
from zhengyin.registers.writers import who_wrote as who_wrote
from zhengyin.registers.writers import with_lines as with_lines
from zhengyin.registers.writers import writers as writers
from zhengyin.registers.writers import writers_of as writers_of
from zhengyin.registers.writers import written_about as written_about
from zhengyin.registers.writers import written_at as written_at
from zhengyin.shared.secrecy import UnableToDecrypt

PAGE = 50
BATCH = 2000
FEW = 2000  # numbers that are read at once
_PERSONAL = """
    SELECT subject, book_id, no, sealed FROM ledger_personal JOIN ledger_entry USING (book_id, no)
    WHERE kind = %s"""


@dataclass(frozen=True, slots=True)
class Page:
    """Newest first; `before` and `after` lead to the older and the newer page, None at the ends."""

    lines: tuple[RegisterLine, ...]
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many lines a book has, and up to which number."""

    last_no: int
    lines: int
    late: int
    last_recorded_at: datetime | None


def now() -> datetime:
    """The database's clock, the only one acts are told by."""
    return store.now()


def lines(
    *,
    owner: UUID,
    book: str,
    year: int,
    filters: Filters = EVERYTHING,
    before: int | None = None,
    after: int | None = None,
    size: int = PAGE,
) -> Page:
    """One page of a book, newest first: the lines next below `before`, or next above `after`."""
    key = chain.book_id(owner, book, year)
    found = narrowed(key, filters)
    if before is not None:
        found = found.filter(no__lt=before)
    if after is not None:
        found = found.filter(no__gt=after)
    wanted = found.order_by("-no" if after is None else "no").values("no")[: size + 1]
    rows = Entry.objects.filter(_is_one_of(wanted), book_id=key)
    return _page(rows_in(rows.order_by("-no")), size, before, after)


def searched(
    *,
    owner: UUID,
    book: str,
    year: int,
    filters: Filters = EVERYTHING,
    before: int | None = None,
    after: int | None = None,
    size: int = PAGE,
) -> tuple[Page, int]:
    """The same page, and how many lines the filters leave on all pages.

    What leaves few lines makes the database read the whole book, so it is asked once for both;
    what leaves many fills a page at once.
    """
    key = chain.book_id(owner, book, year)
    read = partial(lines, owner=owner, book=book, year=year, filters=filters, before=before, after=after)
    if filters == EVERYTHING:
        return read(size=size), counts(owner=owner, book=book, year=year).lines
    found = narrowed(key, filters)
    numbers = list(found.order_by("-no").values_list("no", flat=True)[: FEW + 1])
    if len(numbers) > FEW:
        return read(size=size), found.count()
    rows = Entry.objects.filter(book_id=key, no__in=_turned(numbers, before, after, size))
    return _page(rows_in(rows.order_by("-no")), size, before, after), len(numbers)


def parts(
    *, owner: UUID, book: str, year: int, filters: Filters = EVERYTHING, step: int
) -> tuple[tuple[int, int], ...]:
    """What the filters leave in parts of `step` lines: the first and the last number of every part."""
    if filters.numbers is not None and not filters.numbers:
        return ()
    rows = narrowed(chain.book_id(owner, book, year), filters)
    part = Window(RowNumber(), order_by="no") - 1
    placed = rows.annotate(part=part / step).values("no", "part")
    sql, said = placed.query.sql_with_params()
    with connection.cursor() as cursor:
        grouped = f"SELECT min(no), max(no) FROM ({sql}) AS placed GROUP BY part ORDER BY 1"  # noqa: S608
        cursor.execute(grouped, said)
        return tuple((first, last) for first, last in cursor.fetchall())


def line(*, owner: UUID, book: str, year: int, no: int) -> RegisterLine | None:
    """The line with this number, or None."""
    rows = Entry.objects.filter(book_id=chain.book_id(owner, book, year), no=no)
    return next(iter(lines_in(rows_in(rows))), None)


def lines_of(*subjects: UUID) -> tuple[RegisterLine, ...]:
    """Everything that happened to these subjects, in all books, in the order it was recorded."""
    rows = Entry.objects.filter(subject__in=subjects)
    return lines_in(rows_in(rows.order_by("recorded_at", "book_id", "no")))


def personal_fields(kind: str) -> Iterator[tuple[UUID, Mapping[str, str]]]:
    """Subject and personal fields of every line of a kind; erased and spoilt ones are passed over."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(_PERSONAL, [kind])
        while batch := cursor.fetchmany(BATCH):
            for subject, book, no, sealed in batch:
                try:
                    text = store.reveal(book, no, sealed)
                except UnableToDecrypt:  # the audit tells of these by their digests
                    continue
                yield subject, json.loads(text)


def counts(*, owner: UUID, book: str, year: int) -> Counts:
    """Totals of one book. Its numbers have no gap, so head and first line say how many there are."""
    key = chain.book_id(owner, book, year)
    head = Book.objects.filter(pk=key, last_no__gt=0).first()
    if head is None:
        return Counts(0, 0, 0, None)
    rows = Entry.objects.filter(book_id=key)
    first = rows.order_by("no").values_list("no", flat=True).first() or 1
    late = rows.exclude(pad_number="").count()
    return Counts(head.last_no, head.last_no - first + 1, late, head.last_recorded_at)


def years(*, owner: UUID, book: str) -> tuple[int, ...]:
    """The years for which the owner has this book, newest first."""
    found = Book.objects.filter(owner=owner, name=book, last_no__gt=0).order_by("-year")
    return tuple(found.values_list("year", flat=True))


def years_of(*, owner: UUID) -> tuple[int, ...]:
    """The years for which the owner has any book with lines, newest first."""
    found = Book.objects.filter(owner=owner, last_no__gt=0).order_by("-year")
    return tuple(found.values_list("year", flat=True).distinct())


def open_years(*, owner: UUID, before: int) -> dict[str, tuple[int, ...]]:
    """Of each book of an owner the years before this one that nobody has closed yet, the oldest first."""
    found: dict[str, tuple[int, ...]] = {}
    rows = Book.objects.filter(owner=owner, year__lt=before, last_no__gt=0, closed_at=None).order_by("year")
    for name, year in rows.values_list("name", "year"):
        found[name] = (*found.get(name, ()), year)
    return found


def owners_with_lines(*, owners: Iterable[UUID], year: int) -> frozenset[UUID]:
    """Those of these owners who have lines of this year in any book."""
    found = Book.objects.filter(owner__in=list(owners), year=year, last_no__gt=0)
    return frozenset(found.values_list("owner", flat=True))


def checkpoints_text() -> str:
    """The public file of signed checkpoints, as it is; empty before the first."""
    path = settings.CHECKPOINTS_FILE
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _is_one_of(numbers: QuerySet[Entry, Any]) -> Func:
    """The line's number is one of these, which are found once.

    As IN (…) they were found anew for every line of a book the statistics did not know yet: a second a page.
    """
    return Func(
        F("no"), ArraySubquery(numbers), template="%(expressions)s)", arg_joiner=" = ANY (",
        output_field=BooleanField(),
    )  # fmt: skip


def _turned(numbers: list[int], before: int | None, after: int | None, size: int) -> list[int]:
    """Of all numbers, the newest first, those of a page and one more where there is one."""
    if after is not None:
        return [no for no in numbers if no > after][-size - 1 :]
    return [no for no in numbers if before is None or no < before][: size + 1]


def _page(rows: list[Row], size: int, before: int | None, after: int | None) -> Page:
    """The page of these lines, the newest first; one too many says that it goes on."""
    upwards, more = after is not None, len(rows) > size
    if more:
        rows = rows[1:] if upwards else rows[:size]
    older, newer = (bool(rows), more) if upwards else (more, bool(rows) and before is not None)
    return Page(lines_in(rows), rows[-1]["no"] if older else None, rows[0]["no"] if newer else None)
