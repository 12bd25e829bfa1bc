"""工作用印登记簿: on the screen, printed in the statutory columns, as a table. Names are masked."""

from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse

from zhengyin.documents.typesetting import typeset
from zhengyin.documents.workbook import workbook
from zhengyin.regions import queries as regions
from zhengyin.regions.packs.settings import USE_CLASS_LABELS, UseClass
from zhengyin.registers import queries as registers
from zhengyin.registers.filters import EVERYTHING, Filters
from zhengyin.registers.lines import BOOKS
from zhengyin.shared.codes import in_fours
from zhengyin.shared.days import SHANGHAI, day_of
from zhengyin.web.committee.books import as_workbook
from zhengyin.web.committee.prints import pdf
from zhengyin.web.committee.register import Chosen, chosen_in
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request
from zhengyin.web.search import sent_on, typed_in
from zhengyin.workuse.kinds import Kind
from zhengyin.workuse.lines import REGISTER
from zhengyin.workuse.queries import READERS
from zhengyin.workuse.queries.book import TITLES, BookRow, book_rows, rows_upwards, volume_paper, volumes
from zhengyin.workuse.queries.found import numbers_of
from zhengyin.workuse.words import WORDS

# Key and width in characters, in the order of the table.
COLUMNS = (
    ("no", 8), ("number", 34), ("used_at", 18), ("matter", 32), ("copies", 9), ("approver", 16),
    ("handler", 12), ("impressions", 7), ("use_class", 26), ("scope", 30), ("kind", 16), ("major", 24),
    ("inquirer", 26), ("letter", 24), ("sealer", 16), ("whom", 12), ("remarks", 40),
)  # fmt: skip
COUNTED = ("copies", "impressions")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the address narrows the book to: days, words and persons as everywhere, class and kind besides."""

    chosen: Chosen
    use_class: UseClass | None
    kind: Kind | None

    def query(self, **cursor: int | None) -> str:
        """The same choice in an address, from another line on."""
        more = {"class": self.use_class, "kind": self.kind}
        said = urlencode({name: one.value for name, one in more.items() if one is not None})
        return "&".join(filter(None, (self.chosen.query(**cursor), said)))

    def filters_of(self, organization_id: UUID) -> Filters:
        """The same, as the committee's book takes it."""
        numbers = numbers_of(organization_id, self.chosen.year, use_class=self.use_class, kind=self.kind)
        return replace(self.chosen.filters_of(organization_id), numbers=numbers)


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page of the book, newest first. `found` counts what the filters leave, on all pages."""

    title: str
    year: int
    years: tuple[int, ...]
    narrowed: Narrowed
    filtered: bool
    found: int
    classes: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    rows: tuple[BookRow, ...]
    lines: int
    check_word: str
    older: str
    newer: str
    volumes: tuple[tuple[str, str], ...]
    table: str


@door(*READERS, at="organization_id")
def register(request: Request, organization_id: UUID) -> HttpResponse:
    """One year's book. What is chosen stands in the address, the words in it encrypted."""
    if going := sent_on(request):
        return going
    page = book_page(request, organization_id, narrowed_in(typed_in(request), request.at))
    desk = desk_for(request, organization_id, current="work-list")
    return render(request, "workuse/register.html", {"desk": desk, "page": page})


def narrowed_in(said: QueryDict, at: datetime) -> Narrowed:
    """Read the address; what makes no sense counts as not said. No line of this book is late or void."""
    use_class, kind = said.get("class", ""), said.get("kind", "")
    return Narrowed(
        replace(chosen_in(said, at), late=False, gone=False),
        UseClass(use_class) if use_class in set(UseClass) else None,
        Kind(kind) if kind in set(Kind) else None,
    )


def book_page(request: Request, organization_id: UUID, narrowed: Narrowed) -> BookPage:
    """Read one page of the committee's book of the chosen year."""
    year, filters = narrowed.chosen.year, narrowed.filters_of(organization_id)
    before, after = (number_in(request.GET.get(name, "")) or None for name in ("before", "after"))
    page, found = registers.searched(
        owner=organization_id, book=REGISTER, year=year, filters=filters, before=before,
        after=None if before else after,
    )  # fmt: skip
    here, volume = (reverse(name, args=[organization_id]) for name in ("work-register", "work-volume"))
    return BookPage(
        title=f"{BOOKS[REGISTER]}　{year}年",
        year=year,
        years=tuple(sorted({*registers.years(owner=organization_id, book=REGISTER), year}, reverse=True)),
        narrowed=narrowed,
        filtered=filters != EVERYTHING,
        found=found,
        classes=tuple((one.value, USE_CLASS_LABELS[one]) for one in UseClass),
        kinds=tuple((one.value, WORDS[one]) for one in Kind),
        rows=book_rows(page.lines),
        lines=registers.counts(owner=organization_id, book=REGISTER, year=year).lines,
        check_word=in_fours(page.lines[0].hash[:8].upper()) if page.lines else "",
        older=f"{here}?{narrowed.query(before=page.before)}" if page.before else "",
        newer=f"{here}?{narrowed.query(after=page.after)}" if page.after else "",
        volumes=tuple(
            (f"打印{one.words}", f"{volume}?year={year}&part={one.place}")
            for one in volumes(organization_id, year)
        ),
        table=f"{reverse('work-table', args=[organization_id])}?year={year}",
    )


@door(*READERS, at="organization_id")
def volume(request: Request, organization_id: UUID) -> HttpResponse:
    """One volume as PDF, landscape; 404 for one there is not."""
    year = year_in(request)
    at, found = number_in(request.GET.get("part", "1")), volumes(organization_id, year)
    if not 1 <= at <= len(found):
        raise Http404(at)
    return pdf(typeset(volume_paper(organization_id, year, found[at - 1]), request.at).pdf)


@door(*READERS, at="organization_id")
def table(request: Request, organization_id: UUID) -> StreamingHttpResponse:
    """The whole year as a table."""
    year = year_in(request)
    mark = "练习　" if settings.PRACTICE else "示例　" if regions.is_demonstration() else ""
    last = registers.counts(owner=organization_id, book=REGISTER, year=year).last_no
    titles = [(TITLES[key], width) for key, width in COLUMNS]
    rows = (_texts(row) for row in rows_upwards(organization_id, year, last))
    return as_workbook(workbook(f"{mark}工作用印{year}年", titles, rows), f"{mark}{BOOKS[REGISTER]}{year}年")


def year_in(request: Request) -> int:
    """The year of the address; this one where it makes no sense."""
    year = number_in(request.GET.get("year", ""))
    return year if 2000 <= year <= 2100 else day_of(request.at).year


def _texts(row: BookRow) -> tuple[str | int, ...]:
    said: dict[str, str | int] = {
        **row.said,
        **{key: int(row.said[key]) for key in COUNTED if row.said.get(key, "").isdecimal()},
        "no": row.no,
        "used_at": f"{row.used_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}",
        "remarks": row.remark,
    }
    return tuple(said.get(key, "") for key, _ in COLUMNS)
