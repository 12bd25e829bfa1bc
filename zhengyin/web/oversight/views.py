"""Registers and figures from above: everything masked, nothing to be done here."""

from uuid import UUID

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from zhengyin.archive.queries import closed_of
from zhengyin.documents.workbook import workbook
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Committee, Organization
from zhengyin.shared.days import day_of
from zhengyin.supervision.queries.differing import differences_of
from zhengyin.web.committee.books import as_workbook, table_of, volume_of, volumes_page
from zhengyin.web.committee.register import Addresses, book_page, chosen_in
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.oversight import counting, listing
from zhengyin.web.oversight.below import committee_below_or_404, committees_below
from zhengyin.web.request import Request
from zhengyin.web.search import sent_on, typed_in

ABOVE = (Office.TOWNSHIP, Office.COUNTY_LEAD)
COUNTING = (*ABOVE, Office.CITY)
DAYS_SHOWN = 20  # comparisons, the newest


@door(*ABOVE, at="organization_id")
@require_http_methods(["GET", "HEAD", "POST"])
def registers(request: Request, organization_id: UUID) -> HttpResponse:
    """登记簿: the committees below in the order of their codes."""
    if going := sent_on(request):
        return going
    rows = committees_below(request, organization_id)
    here = {
        "desk": desk_for(request, organization_id, current="oversight-registers"),
        "page": listing.list_page(organization_id, rows, typed_in(request), at=request.at),
        "closed": closed_of(rows.values_list("pk", flat=True), last_year := day_of(request.at).year - 1),
        "last_year": last_year,
    }
    return render(request, "oversight/registers.html", here)


@door(*ABOVE, at="organization_id")
@require_http_methods(["GET"])
def registers_table(request: Request, organization_id: UUID) -> StreamingHttpResponse:
    """The same list whole, for Excel."""
    rows = committees_below(request, organization_id)
    name = f"{_mark()}各村（社区）登记情况"
    return as_workbook(
        workbook(name, listing.TITLES, listing.cells(rows, typed_in(request), request.at)), name
    )


@door(*ABOVE, at="organization_id")
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: Request, organization_id: UUID, committee_id: UUID) -> HttpResponse:
    """One committee's register, masked as its own people see it."""
    committee = committee_below_or_404(request, organization_id, committee_id)
    if going := sent_on(request):
        return going
    said, at = typed_in(request), addresses(organization_id, committee)
    page = book_page(committee_id, chosen_in(said, request.at), said, at=at, today=request.at)
    desk = desk_for(request, organization_id, current="oversight-registers")
    return render(request, "committee/register.html", {"desk": desk, "page": page})


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET"])
def days(request: Request, organization_id: UUID, committee_id: UUID) -> HttpResponse:
    """下班核对 that did not agree, with what the custodian typed of it."""
    committee = committee_below_or_404(request, organization_id, committee_id)
    here = {
        "desk": desk_for(request, organization_id, current="oversight-registers"),
        "committee": committee,
        "rows": differences_of(committee_id, DAYS_SHOWN),
    }
    return render(request, "oversight/days.html", here)


@door(*ABOVE, at="organization_id")
@require_http_methods(["GET"])
def printing(request: Request, organization_id: UUID, committee_id: UUID) -> HttpResponse:
    """Which volumes of it there are."""
    committee = committee_below_or_404(request, organization_id, committee_id)
    chosen, at = chosen_in(request.GET, request.at), addresses(organization_id, committee)
    desk = desk_for(request, organization_id, current="oversight-registers")
    here = {"desk": desk, "page": volumes_page(committee_id, chosen, at)}
    return render(request, "committee/volumes.html", here)


@door(*ABOVE, at="organization_id")
@require_http_methods(["GET"])
def volume(request: Request, organization_id: UUID, committee_id: UUID) -> HttpResponse:
    """One volume as PDF."""
    return volume_of(request, committee_below_or_404(request, organization_id, committee_id).pk)


@door(*ABOVE, at="organization_id")
@require_http_methods(["GET"])
def register_table(request: Request, organization_id: UUID, committee_id: UUID) -> StreamingHttpResponse:
    """The register as a table."""
    return table_of(request, committee_below_or_404(request, organization_id, committee_id).pk)


@door(*COUNTING, at="organization_id")
@require_http_methods(["GET"])
def figures(request: Request, organization_id: UUID) -> HttpResponse:
    """数字: items and demanding units; nothing about a person or a village."""
    seat = counting.seat_of(Organization.objects.select_related("division").get(pk=organization_id))
    here = {
        "desk": desk_for(request, organization_id, current="oversight-figures"),
        "page": counting.figures_page(seat, request.GET, request.at),
    }
    return render(request, "oversight/figures.html", here)


@door(*COUNTING, at="organization_id")
@require_http_methods(["GET"])
def figures_table(request: Request, organization_id: UUID) -> StreamingHttpResponse:
    """The same for Excel, one row for everything that is counted apart."""
    seat = counting.seat_of(Organization.objects.select_related("division").get(pk=organization_id))
    scope, name = counting.scope_in(seat, request.GET, request.at), f"{_mark()}证明事项统计"
    return as_workbook(workbook(name, counting.TITLES, counting.cells(scope)), name)


def addresses(organization_id: UUID, committee: Committee) -> Addresses:
    """Where its book is read from this seat."""
    parts = [organization_id, committee.pk]
    return Addresses(
        register=reverse("oversight-register", args=parts),
        volumes=reverse("oversight-volumes", args=parts),
        volume=reverse("oversight-volume", args=parts),
        table=reverse("oversight-register-table", args=parts),
        whose=committee.spoken,
        back=reverse("oversight-registers", args=[organization_id]),
    )


def _mark() -> str:
    return "示例　" if regions.is_demonstration() else ""
