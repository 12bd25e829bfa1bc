"""印章台账 on the screen and as a table."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from zhengyin.documents.workbook import workbook
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Organization
from zhengyin.shared.days import day_of
from zhengyin.web.committee.books import as_workbook
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.inventory.page import Part, lines_below, page_of, texts_of
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request

READERS = (Office.TOWNSHIP, Office.COUNTY_LEAD)
TITLE = "印章台账"
COLUMNS = (
    ("乡镇（街道、苏木）", 18), ("村（社区）", 18), ("印章名称", 40), ("种类", 20), ("现在", 10),
    ("颁发日期", 14), ("保管人", 18), ("在哪里", 34), ("超期", 30), ("检查", 24),
)  # fmt: skip


@door(*READERS, at="organization_id")
@require_http_methods(["GET"])
def page(request: Request, organization_id: UUID) -> HttpResponse:
    """One part of the list; which part and page stand in the address."""
    seat = Organization.objects.get(pk=organization_id)
    asked = request.GET.get("part", "")
    part = Part(asked) if asked in set(Part) else Part.ALL
    shown = page_of(lines_below(request, seat), seat, part, number_in(request.GET.get("page", "")))
    desk = desk_for(request, organization_id, current="seal-inventory")
    return render(request, "inventory/list.html", {"desk": desk, "page": shown})


@door(*READERS, at="organization_id")
@require_http_methods(["GET"])
def table(request: Request, organization_id: UUID) -> StreamingHttpResponse:
    """Every seal, as a table."""
    seat = Organization.objects.get(pk=organization_id)
    mark = "练习　" if settings.PRACTICE else "示例　" if regions.is_demonstration() else ""
    name = f"{mark}{TITLE}{day_of(request.at):%Y%m%d}"
    rows = (texts_of(line) for line in lines_below(request, seat))
    return as_workbook(workbook(name, COLUMNS, rows), name)
