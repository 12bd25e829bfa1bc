"""What a package is made of, in steps that can be done one by one and are done once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from zhengyin.archive.models import YearEnd
from zhengyin.archive.packing.prints import Sheet, sheets_of
from zhengyin.people.offices import LABELS
from zhengyin.registers.closing import YearBook, year_books
from zhengyin.registers.package import writing

OFFICES = {office.value: label for office, label in LABELS.items()}
PDF, PLAIN, TABLE = "application/pdf", "application/x-ndjson", "text/csv"


@dataclass(frozen=True, slots=True)
class Made:
    """One file of the package, just made."""

    path: str
    what: str
    data: bytes
    content_type: str
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Work:
    """A step. It is done when its first file, `path`, is there."""

    path: str
    make: Callable[[datetime], tuple[Made, ...]]


def plan(year_end: YearEnd) -> tuple[Work, ...]:
    """Every step, a book's data before its volumes; the same each time, for closed books do not change."""
    return tuple(
        step
        for place, book in enumerate(year_books(year_end.organization_id, year_end.year), start=1)
        for step in (*_data(year_end, place, book), *_volumes(year_end, place, book))
    )


def _data(year_end: YearEnd, place: int, book: YearBook) -> Iterator[Work]:
    parts = writing.parts_of(book)
    for at, (first, last) in enumerate(parts, start=1):
        stem = f"{place:02}{book.title}{year_end.year}年" + (f"之{at}" if len(parts) > 1 else "")
        yield Work(lines_path(stem), partial(_lines, book, stem, first, last))


def lines_path(stem: str) -> str:
    return f"数据/{stem}.jsonl"


def _lines(book: YearBook, stem: str, first: int, last: int, at: datetime) -> tuple[Made, ...]:
    part, numbers = writing.part(book, first=first, last=last, offices=OFFICES), f"第{first}号至第{last}号"
    made = (
        Made(lines_path(stem), f"{book.title}{numbers}，登记时的原样", part.lines, PLAIN),
        Made(f"数据/{stem}.csv", f"{book.title}{numbers}，表格", part.table, TABLE),
    )
    if not part.personal:
        return made
    personal = Made(f"个人信息/{stem}.jsonl", f"{book.title}{numbers}的个人信息", part.personal, PLAIN)
    return (*made, personal)


def _volumes(year_end: YearEnd, place: int, book: YearBook) -> Iterator[Work]:
    for sheet in sheets_of(year_end.organization_id, year_end.year, book):
        number = f"第{sheet.place}本" if sheet.of > 1 else ""
        path = f"登记簿/{place:02}{book.title}{year_end.year}年{number}.pdf"
        yield Work(path, partial(_print, book, path, sheet))


def _print(book: YearBook, path: str, sheet: Sheet, at: datetime) -> tuple[Made, ...]:
    printed = sheet.make(at)
    what = f"{book.title}第{sheet.first}号至第{sheet.last}号"
    return (Made(path, what, printed.pdf, PDF, printed.pages),)
