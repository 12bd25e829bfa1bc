"""工作用印登记簿: on the screen, printed in the statutory columns, as a table. Names are masked."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse

from zhengyin.documents.typesetting import typeset
from zhengyin.documents.workbook import workbook
from zhengyin.regions import queries as regions
from zhengyin.registers import queries as registers
from zhengyin.registers.lines import BOOKS
from zhengyin.shared.codes import in_fours
from zhengyin.shared.days import SHANGHAI, day_of
from zhengyin.web.committee.books import as_workbook
from zhengyin.web.committee.prints import pdf
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request
from zhengyin.workuse.lines import REGISTER
from zhengyin.workuse.queries import READERS
from zhengyin.workuse.queries.book import TITLES, BookRow, book_rows, rows_upwards, volume_paper, volumes

# Key and width in characters, in the order of the table.
COLUMNS = (
    ("no", 8), ("number", 34), ("used_at", 18), ("matter", 32), ("copies", 9), ("approver", 16),
    ("handler", 12), ("impressions", 7), ("use_class", 26), ("scope", 30), ("kind", 16), ("major", 24),
    ("inquirer", 26), ("letter", 24), ("sealer", 16), ("whom", 12), ("remarks", 40),
)  # fmt: skip
COUNTED = ("copies", "impressions")


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page of the book, newest first."""

    title: str
    year: int
    years: tuple[int, ...]
    rows: tuple[BookRow, ...]
    lines: int
    check_word: str
    older: str
    newer: str
    volumes: tuple[tuple[str, str], ...]
    table: str


@door(*READERS, at="organization_id")
def register(request: Request, organization_id: UUID) -> HttpResponse:
    """One year's book."""
    year = year_in(request)
    before, after = (number_in(request.GET.get(name, "")) or None for name in ("before", "after"))
    page = registers.lines(
        owner=organization_id, book=REGISTER, year=year, before=before, after=None if before else after
    )
    here = reverse("work-register", args=[organization_id])
    volume = reverse("work-volume", args=[organization_id])
    shown = BookPage(
        title=f"{BOOKS[REGISTER]}　{year}年",
        year=year,
        years=tuple(sorted({*registers.years(owner=organization_id, book=REGISTER), year}, reverse=True)),
        rows=book_rows(page.lines),
        lines=registers.counts(owner=organization_id, book=REGISTER, year=year).lines,
        check_word=in_fours(page.lines[0].hash[:8].upper()) if page.lines else "",
        older=f"{here}?year={year}&before={page.before}" if page.before else "",
        newer=f"{here}?year={year}&after={page.after}" if page.after else "",
        volumes=tuple(
            (f"打印{one.words}", f"{volume}?year={year}&part={one.place}")
            for one in volumes(organization_id, year)
        ),
        table=f"{reverse('work-table', args=[organization_id])}?year={year}",
    )
    desk = desk_for(request, organization_id, current="work-list")
    return render(request, "workuse/register.html", {"desk": desk, "page": shown})


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
