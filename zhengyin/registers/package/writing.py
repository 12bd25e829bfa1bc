"""The books of a closed year as files of its package, some thousands of lines at a time."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zhengyin.ledger import chain, store
from zhengyin.ledger.models import Entry, Personal
from zhengyin.registers.closing import YearBook
from zhengyin.registers.lines import kind_of
from zhengyin.registers.package import shape
from zhengyin.shared.cells import plain
from zhengyin.shared.days import SHANGHAI
from zhengyin.shared.secrecy import UnableToDecrypt

STEP = 5000  # lines of one part
FIRST = ("登记号", "事项", "办理时间", "登记时间", "登记人", "职务")
LAST = ("应急用印单", "校验")
_FIELDS = (
    "book_id", "no", "previous_hash", "kind", "subject", "county_code", "happened_at", "recorded_at",
    "person", "person_name", "office", "session", "columns", "personal_digest", "text_digest",
    "document_digest", "pad_number", "slip_digest",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """Some lines of a book: as they were hashed, as a table, and their personal fields (empty: none)."""

    lines: bytes
    table: bytes
    personal: bytes


@dataclass(frozen=True, slots=True)
class Named:
    """A document a line names by its digest."""

    no: int
    digest: str


def parts_of(book: YearBook, step: int = STEP) -> tuple[tuple[int, int], ...]:
    """The first and last number of every part."""
    starts = range(book.first_no, book.last_no + 1, step)
    return tuple((first, min(first + step - 1, book.last_no)) for first in starts)


def part(book: YearBook, *, first: int, last: int, offices: Mapping[str, str]) -> Part:
    """The lines of a book between two numbers, both in it; `offices` says what offices are called.

    Raises RuntimeError where a hash is not the line's: the package would say so to everybody but us.
    """
    rows = Entry.objects.filter(book_id=book.book, no__gte=first, no__lte=last).order_by("no")
    lines, cells = [], list[Mapping[str, str]]()
    for *fields, stored in rows.values_list(*_FIELDS, "hash"):
        entry = chain.Entry(*fields)
        if chain.line_hash(entry) != stored:
            raise RuntimeError(f"{book.name} {entry.no}: another hash")
        lines.append(shape.line_of(chain.canonical(entry).decode(), stored))
        cells.append({**_cells(entry, stored), "职务": offices.get(entry.office, entry.office)})
    return Part(b"".join(lines), _table(cells), b"".join(_personal(book.book, first, last)))


def erased(book: YearBook) -> tuple[int, ...]:
    """Numbers that had personal fields and have none any more."""
    kept = Personal.objects.filter(book_id=book.book).values("no")
    rows = Entry.objects.filter(book_id=book.book).exclude(personal_digest="").exclude(no__in=kept)
    return tuple(rows.order_by("no").values_list("no", flat=True))


def named_documents(book: YearBook) -> tuple[Named, ...]:
    """Every document a line of the book names, paper before slip, by number."""
    found = []
    rows = Entry.objects.filter(book_id=book.book).exclude(document_digest="", slip_digest="")
    for no, paper, slip in rows.order_by("no").values_list("no", "document_digest", "slip_digest"):
        found += [Named(no, digest) for digest in dict.fromkeys((paper, slip)) if digest]
    return tuple(found)


def _personal(book: UUID, first: int, last: int) -> Iterator[bytes]:
    rows = Personal.objects.filter(book_id=book, no__gte=first, no__lte=last).order_by("no")
    for no, salt, sealed in rows.values_list("no", "salt", "sealed"):
        try:
            yield shape.personal_of(no, bytes(salt), store.reveal(book, no, sealed))
        except UnableToDecrypt as error:
            raise RuntimeError(f"personal fields of {no} cannot be opened") from error


def _cells(entry: chain.Entry, stored: str) -> Mapping[str, str]:
    kind = kind_of(entry.kind)
    said, titles = json.loads(entry.columns), dict(kind.columns)
    return {
        "登记号": str(entry.no),
        "事项": kind.title,
        "办理时间": _moment(entry.happened_at),
        "登记时间": _moment(entry.recorded_at),
        "登记人": entry.person_name,
        **{titles.get(key, key): value for key, value in said.items()},
        "应急用印单": entry.pad_number,
        "校验": stored,
    }


def _table(cells: list[Mapping[str, str]]) -> bytes:
    """CSV with the mark by which spreadsheets know UTF-8; the columns of all kinds that occur."""
    between = dict.fromkeys(title for row in cells for title in row if title not in (*FIRST, *LAST))
    out = io.StringIO()
    writer = csv.DictWriter(out, [*FIRST, *between, *LAST], restval="")
    writer.writeheader()
    writer.writerows({title: plain(value) for title, value in row.items()} for row in cells)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _moment(at: datetime) -> str:
    return f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M:%S}"
