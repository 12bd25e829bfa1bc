"""工作用印登记簿 and 介绍信登记簿: on the screen, printed, as a table, narrowed alike. Names are masked."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse

from zhengyin.documents.paper.register import RegisterPaper
from zhengyin.documents.typesetting import typeset
from zhengyin.documents.workbook import workbook
from zhengyin.regions import queries as regions
from zhengyin.regions.packs.settings import USE_CLASS_LABELS, UseClass
from zhengyin.registers import queries as registers
from zhengyin.registers.filters import EVERYTHING
from zhengyin.registers.lines import BOOKS
from zhengyin.shared.codes import in_fours
from zhengyin.shared.days import SHANGHAI
from zhengyin.supervision.queries.months import checked_in
from zhengyin.web.committee.books import as_workbook
from zhengyin.web.committee.prints import pdf
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request
from zhengyin.web.search import sent_on, typed_in
from zhengyin.web.workuse.narrowed import Narrowed, narrowed_in
from zhengyin.workuse.kinds import Kind
from zhengyin.workuse.lines import INTRODUCTIONS, REGISTER
from zhengyin.workuse.queries import READERS
from zhengyin.workuse.queries.book import (
    LOOKS,
    BookRow,
    Part,
    Volume,
    book_rows,
    rows_upwards,
    volume_paper,
    volumes,
)
from zhengyin.workuse.queries.found import kinds_in
from zhengyin.workuse.words import WORDS

# Key and width in characters, in the order of the table.
COLUMNS = {
    REGISTER: (
        ("no", 8), ("number", 34), ("used_at", 18), ("matter", 32), ("copies", 9), ("approver", 16),
        ("handler", 12), ("impressions", 7), ("use_class", 26), ("scope", 30), ("kind", 16), ("major", 24),
        ("inquirer", 26), ("letter", 24), ("sealer", 16), ("whom", 12), ("remarks", 40),
    ),
    INTRODUCTIONS: (
        ("no", 8), ("number", 34), ("used_at", 18), ("bearers", 12), ("persons", 7), ("to", 32),
        ("matter", 32), ("valid_until", 14), ("copies", 7), ("approver", 16), ("handler", 12),
        ("work_number", 34), ("remarks", 40),
    ),
}  # fmt: skip
# Key and class of a cell, in the order of the screen; number, time and 备注 stand there anyway.
SHOWN = {
    REGISTER: (
        ("matter", ""), ("copies", "num"), ("approver", "keep"), ("handler", "keep"), ("impressions", "num"),
        ("kind", "keep"), ("use_class", ""), ("scope", ""), ("sealer", "keep"),
    ),
    INTRODUCTIONS: (
        ("bearers", "keep"), ("persons", "num"), ("to", ""), ("matter", ""), ("valid_until", "keep"),
        ("copies", "num"), ("approver", "keep"), ("handler", "keep"),
    ),
}  # fmt: skip
PAGES = {
    REGISTER: ("work-register", "work-volume", "work-table"),
    INTRODUCTIONS: ("work-letters", "work-letters-volume", "work-letters-table"),
}
COUNTED = ("copies", "impressions", "persons")


@dataclass(frozen=True, slots=True)
class RowShown:
    """One line of the screen: its cells with their classes."""

    row: BookRow
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page of the book, newest first. `found` counts what the filters leave, on all pages."""

    title: str
    of_letters: bool
    note: str
    year: int
    years: tuple[int, ...]
    narrowed: Narrowed
    filtered: bool
    found: int
    classes: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    sums: tuple[tuple[str, int, str], ...]
    columns: tuple[tuple[str, str], ...]
    rows: tuple[RowShown, ...]
    lines: int
    check_word: str
    here: str
    older: str
    newer: str
    print: str
    volumes: tuple[Volume, ...]
    table: str


@door(*READERS, at="organization_id")
def register(request: Request, organization_id: UUID, book: str) -> HttpResponse:
    """One year's book. What is chosen stands in the address, the words in it encrypted."""
    if going := sent_on(request):
        return going
    page = book_page(request, organization_id, narrowed_in(LOOKS[book], typed_in(request), request.at))
    desk = desk_for(request, organization_id, current="work-list")
    return render(request, "workuse/register.html", {"desk": desk, "page": page})


def book_page(request: Request, organization_id: UUID, narrowed: Narrowed) -> BookPage:
    """Read one page of the committee's book of the chosen year."""
    part, book = narrowed.part(organization_id), narrowed.look.book
    before, after = (number_in(request.GET.get(name, "")) or None for name in ("before", "after"))
    page, found = registers.searched(
        owner=organization_id, book=book, year=part.year, filters=part.filters, before=before,
        after=None if before else after,
    )  # fmt: skip
    here, volume, table = (reverse(name, args=[organization_id]) for name in PAGES[book])
    titles = narrowed.look.titles
    return BookPage(
        title=f"{BOOKS[book]}　{part.year}年",
        of_letters=book == INTRODUCTIONS,
        note=narrowed.look.note,
        year=part.year,
        years=tuple(sorted({*registers.years(owner=organization_id, book=book), part.year}, reverse=True)),
        narrowed=narrowed,
        filtered=part.filters != EVERYTHING,
        found=found,
        classes=tuple((one.value, USE_CLASS_LABELS[one]) for one in UseClass),
        kinds=tuple((one.value, WORDS[one]) for one in Kind),
        sums=_sums(part, narrowed, here) if book == REGISTER else (),
        columns=tuple((titles[key], css) for key, css in SHOWN[book]),
        rows=tuple(_shown(row, book) for row in book_rows(page.lines)),
        lines=registers.counts(owner=organization_id, book=book, year=part.year).lines,
        check_word=in_fours(page.lines[0].hash[:8].upper()) if page.lines else "",
        here=here,
        older=f"{here}?{narrowed.query(before=page.before)}" if page.before else "",
        newer=f"{here}?{narrowed.query(after=page.after)}" if page.after else "",
        print=volume,
        volumes=volumes(part) if found else (),
        table=f"{table}?{narrowed.query()}",
    )


def _sums(part: Part, narrowed: Narrowed, here: str) -> tuple[tuple[str, int, str], ...]:
    """How many of each kind in the year, or in the days that are chosen, each with the page of them alone."""
    counted = kinds_in(part.owner, part.year, part.filters.happened_from, part.filters.happened_until)
    return tuple(
        (WORDS[kind], counted.get(kind, 0), f"{here}?{narrowed.of_kind(kind).query()}") for kind in Kind
    )


def _shown(row: BookRow, book: str) -> RowShown:
    return RowShown(row, tuple((row.said[key], css) for key, css in SHOWN[book]))


@door(*READERS, at="organization_id")
def volume(request: Request, organization_id: UUID, book: str) -> HttpResponse:
    """One volume of what is chosen, as PDF, landscape; 404 for one there is not."""
    part = narrowed_in(LOOKS[book], typed_in(request), request.at).part(organization_id)
    at, found = number_in(request.GET.get("part", "1")), volumes(part)
    if not 1 <= at <= len(found):
        raise Http404(at)
    return pdf(typeset(checked_paper(part, found[at - 1]), request.at).pdf)


def checked_paper(part: Part, one: Volume) -> RegisterPaper:
    """A volume with the signatures of the supervision committee over it."""
    checked = checked_in(part.owner, part.year, book=part.look.book, first_no=one.first, last_no=one.last)
    return volume_paper(part, one, checked)


@door(*READERS, at="organization_id")
def table(request: Request, organization_id: UUID, book: str) -> StreamingHttpResponse:
    """Everything the filters leave, as a table; one that is not the whole book says so in its name."""
    part = narrowed_in(LOOKS[book], typed_in(request), request.at).part(organization_id)
    mark = "练习　" if settings.PRACTICE else "示例　" if regions.is_demonstration() else ""
    some = "（按条件选出）" if part.only else ""
    last = registers.counts(owner=organization_id, book=book, year=part.year).last_no
    titles = [(part.look.titles[key], width) for key, width in COLUMNS[book]]
    rows = workbook(f"{mark}{part.year}年{some}", titles, _rows(part, last))
    return as_workbook(rows, f"{mark}{BOOKS[book]}{part.year}年{some}")


def _rows(part: Part, last: int) -> Iterator[tuple[str | int, ...]]:
    """The lines, and below them what they were chosen by."""
    yield from (_texts(part.look.book, row) for row in rows_upwards(part, last))
    if part.only:
        yield (part.only,)


def _texts(book: str, row: BookRow) -> tuple[str | int, ...]:
    said: dict[str, str | int] = {
        **row.said,
        **{key: int(row.said[key]) for key in COUNTED if row.said.get(key, "").isdecimal()},
        "no": row.no,
        "used_at": f"{row.used_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}",
        "remarks": row.remark,
    }
    return tuple(said.get(key, "") for key, _ in COLUMNS[book])
