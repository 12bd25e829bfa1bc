"""The register to take along: printed in volumes, or as a table for Excel. Both masked as on the screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from zhengyin.certificates.lines.names import REGISTER
from zhengyin.certificates.queries.book import TITLES, BookRow, rows_upwards
from zhengyin.certificates.queries.volumes import Period, Volume, volume_paper, volumes
from zhengyin.certificates.queries.worklists import READERS
from zhengyin.documents.typesetting import typeset
from zhengyin.documents.workbook import CONTENT_TYPE, Row, workbook
from zhengyin.regions import queries as regions
from zhengyin.registers import queries as registers
from zhengyin.registers.filters import Filters
from zhengyin.registers.lines import BOOKS
from zhengyin.shared.days import SHANGHAI
from zhengyin.supervision.queries.months import checked_in
from zhengyin.web.committee.prints import pdf
from zhengyin.web.committee.register import Addresses, Chosen, chosen_in, days_in, own
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request
from zhengyin.web.search import typed_in

# Key and width in characters, in the order of the table.
COLUMNS = (
    ("no", 8), ("number", 34), ("used_at", 18), ("name", 14), ("matter", 28), ("demanding_unit", 28),
    ("purpose", 24), ("phone", 16), ("copies", 7), ("impressions", 7), ("approver", 14), ("handler", 12),
    ("sealer", 16), ("receipt", 22), ("remarks", 44), ("item_code", 14), ("list_version", 26), ("path", 16),
    ("methods", 24), ("valid_until", 12),
)  # fmt: skip
COUNTED = ("copies", "impressions")


@dataclass(frozen=True, slots=True)
class VolumesPage:
    """The volumes of a period, each with its address."""

    title: str
    chosen: Chosen
    period: Period
    years: tuple[int, ...]
    volumes: tuple[tuple[Volume, str], ...]
    back: str


@door(*READERS, at="organization_id")
def printing(request: Request, organization_id: UUID) -> HttpResponse:
    """Which volumes there are of the chosen days."""
    page = volumes_page(organization_id, chosen_in(request.GET, request.at), own(organization_id))
    desk = desk_for(request, organization_id, current="committee-register")
    return render(request, "committee/volumes.html", {"desk": desk, "page": page})


@door(*READERS, at="organization_id")
def volume(request: Request, organization_id: UUID) -> HttpResponse:
    """One volume as PDF."""
    return volume_of(request, organization_id)


@door(*READERS, at="organization_id")
def table(request: Request, organization_id: UUID) -> StreamingHttpResponse:
    """Everything the filters leave, sent line by line while it is read."""
    return table_of(request, organization_id)


def volume_of(request: Request, organization_id: UUID) -> HttpResponse:
    """The volume the address names, for whoever may read the book; 404 for one there is not."""
    period = chosen_in(request.GET, request.at).period
    at, found = number_in(request.GET.get("part", "1")), volumes(organization_id, period)
    if not 1 <= at <= len(found):
        raise Http404(at)
    one = found[at - 1]
    checked = checked_in(organization_id, period.year, first_no=one.first, last_no=one.last)
    return pdf(typeset(volume_paper(organization_id, period, one, checked=checked), request.at).pdf)


def table_of(request: Request, organization_id: UUID) -> StreamingHttpResponse:
    """The same as a table, for whoever may read the book."""
    chosen = chosen_in(typed_in(request), request.at)
    mark = "练习　" if settings.PRACTICE else "示例　" if regions.is_demonstration() else ""
    last_no = registers.counts(owner=organization_id, book=REGISTER, year=chosen.year).last_no
    rows = _cells(organization_id, chosen.year, chosen.filters_of(organization_id), last_no)
    titles = [(TITLES[key], width) for key, width in COLUMNS]
    parts = workbook(f"{mark}登记簿{chosen.year}年", titles, rows)
    return as_workbook(parts, f"{mark}{BOOKS[REGISTER]}{chosen.year}年")


def as_workbook(parts: Iterator[bytes], name: str) -> StreamingHttpResponse:
    """A workbook to be saved under this name; no browser keeps another copy."""
    answer = StreamingHttpResponse(parts, content_type=CONTENT_TYPE)
    named = quote(f"{name}.xlsx".replace("　", ""))
    answer["Content-Disposition"] = f"attachment; filename=\"table.xlsx\"; filename*=UTF-8''{named}"
    answer["Cache-Control"] = "no-store"
    return answer


def volumes_page(organization_id: UUID, chosen: Chosen, at: Addresses) -> VolumesPage:
    """The volumes of the chosen days, each with its address."""
    years = registers.years(owner=organization_id, book=REGISTER)
    return VolumesPage(
        title=BOOKS[REGISTER],
        chosen=chosen,
        period=chosen.period,
        years=tuple(sorted({*years, chosen.year}, reverse=True)),
        volumes=tuple(
            (one, f"{at.volume}?{days_in(chosen, part=one.place)}")
            for one in volumes(organization_id, chosen.period)
        ),
        back=f"{at.register}?{days_in(chosen)}",
    )


def _cells(organization_id: UUID, year: int, filters: Filters, last_no: int) -> Iterator[Row]:
    for rows in rows_upwards(organization_id, year, filters, last_no):
        for row in rows:
            yield _texts(row)


def _texts(row: BookRow) -> Row:
    said: dict[str, str | int] = {
        **row.said,
        **{key: int(row.said[key]) for key in COUNTED if row.said.get(key, "").isdecimal()},
        "no": row.no,
        "used_at": f"{row.used_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}",
        "receipt": row.receipt,
        "remarks": row.remark,
    }
    return tuple(said.get(key, "") for key, _ in COLUMNS)
