"""告知单: what was not issued, and what was told; found again by year, name or matter, to print once more."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from zhengyin.certificates.lines.names import NOTICES
from zhengyin.certificates.queries.worklists import READERS
from zhengyin.registers import queries as registers
from zhengyin.registers.filters import Filters
from zhengyin.registers.lines import BOOKS
from zhengyin.registers.queries import RegisterLine
from zhengyin.shared.days import day_of
from zhengyin.shared.masking import mask_name
from zhengyin.shared.names import normalise_name
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request
from zhengyin.web.search import FIND, found_by, sent_on, typed_in

LONGEST = 50  # characters of a search


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One 告知单, its name masked."""

    case_id: UUID
    number: str
    told_at: datetime
    name: str
    matter: str
    demanding_unit: str
    ground: str


@dataclass(frozen=True, slots=True)
class NoticesPage:
    """A page of the book, newest first; `found` counts those on all pages."""

    title: str
    year: int
    years: tuple[int, ...]
    name: str
    matter: str
    rows: tuple[NoticeRow, ...]
    found: int
    older: str
    newer: str


@door(*READERS, at="organization_id")
def notices(request: Request, organization_id: UUID) -> HttpResponse:
    """告知登记簿. What is chosen stands in the address, the words in it encrypted."""
    if going := sent_on(request):
        return going
    page = notices_page(organization_id, typed_in(request), request.at)
    desk = desk_for(request, organization_id, current="committee-register")
    return render(request, "committee/notices.html", {"desk": desk, "page": page})


def notices_page(organization_id: UUID, said: QueryDict, at: datetime) -> NoticesPage:
    """Read one page of the committee's book of this year."""
    asked, this = number_in(said.get("year", "")), day_of(at).year
    year = asked if 2000 <= asked <= 2100 else this
    name, matter = (said.get(one, "").strip()[:LONGEST].replace("\x00", "") for one in ("name", "matter"))
    before, after = (number_in(said.get(one, "")) or None for one in ("before", "after"))
    page, found = registers.searched(
        owner=organization_id, book=NOTICES, year=year,
        filters=Filters(personal=normalise_name(name), matter=matter),
        before=before, after=None if before else after,
    )  # fmt: skip
    here = f"{reverse('committee-notices', args=[organization_id])}?"
    same = {"year": year, FIND: found_by({"name": name, "matter": matter})}
    years = registers.years(owner=organization_id, book=NOTICES)
    return NoticesPage(
        title=BOOKS[NOTICES],
        year=year,
        years=tuple(sorted({*years, year, this}, reverse=True)),
        name=name,
        matter=matter,
        rows=tuple(_row(line) for line in page.lines),
        found=found,
        older=here + urlencode({**same, "before": page.before}) if page.before else "",
        newer=here + urlencode({**same, "after": page.after}) if page.after else "",
    )


def _row(line: RegisterLine) -> NoticeRow:
    said = line.columns
    return NoticeRow(
        case_id=line.subject,
        number=said["number"],
        told_at=line.happened_at,
        name=mask_name(line.personal["name"]) if line.personal else "已依法删除",
        matter=said["matter"],
        demanding_unit=said["demanding_unit"],
        ground=said["ground"],
    )
