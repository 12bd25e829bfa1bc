"""Reading the books: pages, single lines, what happened to a subject, counts. Writes nothing.

A room that must join lines with its own rows in one statement joins the view `registers_line`
(owner, book, year, no, kind, subject, happened_at, person, said, text_digest, document_digest);
the ledger's tables are named here and in the ledger alone.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from zhengyin.ledger import chain, store
from zhengyin.ledger.models import Book, Entry, Personal
from zhengyin.registers.lines import kind_of
from zhengyin.shared.secrecy import UnableToDecrypt

PAGE = 50
BATCH = 2000
_PERSONAL = """
    SELECT subject, book_id, no, sealed FROM ledger_personal JOIN ledger_entry USING (book_id, no)
    WHERE kind = %s"""


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A line as it stands in the book. `personal` is None where it was erased."""

    owner: UUID
    book: str
    year: int
    no: int
    kind: str
    title: str
    subject: UUID
    county_code: str
    happened_at: datetime
    recorded_at: datetime
    person_id: UUID
    person_name: str
    office: str
    session_id: UUID | None
    columns: Mapping[str, str]
    personal: Mapping[str, str] | None
    text_digest: str
    document_digest: str
    pad_number: str
    slip_digest: str
    hash: str
    previous_hash: str

    @property
    def late(self) -> bool:
        """Recorded after the paper was stamped (补登)."""
        return bool(self.pad_number)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of lines is narrowed to; empty means everything. Instants are half-open."""

    kinds: tuple[str, ...] = ()
    happened_from: datetime | None = None
    happened_until: datetime | None = None
    late: bool = False
    personal: str = ""  # one personal value, whole (a name, a telephone)
    columns: tuple[tuple[str, str], ...] = ()  # key and exact value
    words: str = ""  # anywhere in the columns


@dataclass(frozen=True, slots=True)
class Page:
    """Newest first; `before` is the cursor of the next page, None at the end."""

    lines: tuple[RegisterLine, ...]
    before: int | None


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
    filters: Filters = Filters(),
    before: int | None = None,
    size: int = PAGE,
) -> Page:
    """One page of a book, newest first, of lines with a number below `before`."""
    found = _narrowed(filters).filter(book_id=chain.book_id(owner, book, year))
    if before is not None:
        found = found.filter(no__lt=before)
    rows = list(found.select_related("book").order_by("-no")[: size + 1])
    more = rows[size - 1].no if len(rows) > size else None
    return Page(_shown(rows[:size]), more)


def line(*, owner: UUID, book: str, year: int, no: int) -> RegisterLine | None:
    """The line with this number, or None."""
    rows = Entry.objects.filter(book_id=chain.book_id(owner, book, year), no=no)
    return next(iter(_shown(rows.select_related("book"))), None)


def lines_of(subject: UUID) -> tuple[RegisterLine, ...]:
    """Everything that happened to a subject, in all books, in the order it was recorded."""
    rows = Entry.objects.filter(subject=subject).select_related("book")
    return _shown(rows.order_by("recorded_at", "book_id", "no"))


def writers(subject: UUID, office: str) -> frozenset[UUID]:
    """Who wrote lines about a subject in this office; nothing personal is opened for it."""
    return frozenset(Entry.objects.filter(subject=subject, office=office).values_list("person", flat=True))


def who_wrote(subject: UUID, kind: str) -> frozenset[UUID]:
    """Who wrote lines of this kind about a subject; nothing personal is opened for it."""
    return frozenset(Entry.objects.filter(subject=subject, kind=kind).values_list("person", flat=True))


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
    """Totals of one book."""
    rows = Entry.objects.filter(book_id=chain.book_id(owner, book, year))
    found = rows.aggregate(
        last_no=Max("no"),
        lines=Count("no"),
        late=Count("no", filter=~Q(pad_number="")),
        at=Max("recorded_at"),
    )
    return Counts(found["last_no"] or 0, found["lines"], found["late"], found["at"])


def years(*, owner: UUID, book: str) -> tuple[int, ...]:
    """The years for which the owner has this book, newest first."""
    found = Book.objects.filter(owner=owner, name=book, last_no__gt=0).order_by("-year")
    return tuple(found.values_list("year", flat=True))


def checkpoints_text() -> str:
    """The public file of signed checkpoints, as it is; empty before the first."""
    path = settings.CHECKPOINTS_FILE
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _narrowed(filters: Filters) -> QuerySet[Entry]:
    found = Entry.objects.all()
    if filters.kinds:
        found = found.filter(kind__in=filters.kinds)
    if filters.happened_from:
        found = found.filter(happened_at__gte=filters.happened_from)
    if filters.happened_until:
        found = found.filter(happened_at__lt=filters.happened_until)
    if filters.late:
        found = found.exclude(pad_number="")
    if filters.words:
        found = found.filter(columns__contains=json.dumps(filters.words, ensure_ascii=False)[1:-1])
    for key, value in filters.columns:
        found = found.filter(columns__contains=chain.canonical_json({key: value})[1:-1])
    if filters.personal:
        index = store.blind_index(filters.personal)
        beside = Personal.objects.filter(book_id=OuterRef("book_id"), no=OuterRef("no"))
        found = found.filter(Exists(beside.filter(found_by__contains=[index])))
    return found


def _shown(rows: Iterable[Entry]) -> tuple[RegisterLine, ...]:
    entries = list(rows)
    personal = _personal(entries)
    return tuple(_line(entry, personal.get((entry.book_id, entry.no))) for entry in entries)


def _personal(entries: list[Entry]) -> dict[tuple[UUID, int], Mapping[str, str]]:
    wanted: dict[UUID, list[int]] = {}
    for entry in entries:
        if entry.personal_digest:
            wanted.setdefault(entry.book_id, []).append(entry.no)
    if not wanted:
        return {}
    places = Q()
    for book, numbers in wanted.items():
        places |= Q(book_id=book, no__in=numbers)
    rows = Personal.objects.filter(places).values_list("book_id", "no", "sealed")
    return {(book, no): json.loads(store.reveal(book, no, sealed)) for book, no, sealed in rows}


def _line(entry: Entry, personal: Mapping[str, str] | None) -> RegisterLine:
    return RegisterLine(
        owner=entry.book.owner,
        book=entry.book.name,
        year=entry.book.year,
        no=entry.no,
        kind=entry.kind,
        title=kind_of(entry.kind).title,
        subject=entry.subject,
        county_code=entry.county_code,
        happened_at=entry.happened_at,
        recorded_at=entry.recorded_at,
        person_id=entry.person,
        person_name=entry.person_name,
        office=entry.office,
        session_id=entry.session,
        columns=json.loads(entry.columns),
        personal=personal if entry.personal_digest else {},
        text_digest=entry.text_digest,
        document_digest=entry.document_digest,
        pad_number=entry.pad_number,
        slip_digest=entry.slip_digest,
        hash=entry.hash,
        previous_hash=entry.previous_hash,
    )
