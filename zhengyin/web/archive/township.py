"""归档 of a township: which committees closed which year, their packages, its receipts."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from zhengyin.archive import actions
from zhengyin.archive.models import YearEnd
from zhengyin.archive.queries import YearStanding, closed_of, standings, visible_to
from zhengyin.archive.workflow import YearState
from zhengyin.people.offices import Office
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.archive.acts import package_of
from zhengyin.web.archive.forms import ReceiveForm
from zhengyin.web.archive.pages import SHAPES, packed_of, year_in
from zhengyin.web.archive.views import receipt_of
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request
from zhengyin.web.township.pages import committee_or_404
from zhengyin.web.words import sentences

YEARS = 5  # that can be looked back


@dataclass(frozen=True, slots=True)
class Row:
    """One committee of the list."""

    one: YearStanding
    state: str
    shape: str
    href: str


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def archives(request: Request, organization_id: UUID) -> HttpResponse:
    """The committees of one year: what waits for the township first, then by their codes."""
    last = day_of(request.at).year - 1
    asked = number_in(request.GET.get("year", ""))
    year = asked if last - YEARS < asked <= last else last
    below = (_row(organization_id, one) for one in standings(organization_id, year))
    rows = sorted(below, key=lambda row: row.state != YearState.PACKED)  # stable: by code within
    here = {
        "desk": desk_for(request, organization_id, current="township-archives"),
        "rows": rows,
        "year": year,
        "years": range(last, last - YEARS, -1),
        "counts": closed_of((row.one.id for row in rows), year),
    }
    return render(request, "archive/township.html", here)


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def archive(request: Request, organization_id: UUID, committee_id: UUID, year: int) -> HttpResponse:
    """One committee's year."""
    return show(request, organization_id, (committee_id, year))


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def receipt(request: Request, organization_id: UUID, committee_id: UUID, year: int) -> HttpResponse:
    """回执."""
    return receipt_of(request, row_or_404(request, organization_id, (committee_id, year)))


@door(Office.TOWNSHIP, at="organization_id")
@act_of("township-archive", "committee_id", "year")
def receive(request: Request, organization_id: UUID, committee_id: UUID, year: int) -> HttpResponse:
    """接收，出回执."""
    which = (committee_id, year)
    row_or_404(request, organization_id, which)
    form = ReceiveForm(request.POST)
    if not form.is_valid():
        return show(request, organization_id, which, form=form, status=UNFIT)
    try:
        actions.receive(
            organization_id=committee_id, year=year, number=form.cleaned_data["number"], actor=request.actor,
            at=request.at,
        )  # fmt: skip
    except Refused as refused:
        reasons = sentences(refused.refusals)
        return show(request, organization_id, which, form=form, reasons=reasons, status=409)
    return redirect("township-archive", organization_id, committee_id, year)


@door(Office.TOWNSHIP, at="organization_id")
@act_of("township-archive", "committee_id", "year")
def download(request: Request, organization_id: UUID, committee_id: UUID, year: int) -> HttpResponseBase:
    """取走归档包."""
    which = (committee_id, year)
    row_or_404(request, organization_id, which)
    try:
        row = actions.download(organization_id=committee_id, year=year, actor=request.actor, at=request.at)
    except Refused as refused:
        return show(request, organization_id, which, reasons=sentences(refused.refusals), status=409)
    return package_of(row)


def row_or_404(request: Request, organization_id: UUID, which: tuple[UUID, int]) -> YearEnd:
    """The year of one of this township's committees."""
    committee_id, year = which
    committee_or_404(request, organization_id, committee_id)
    rows = visible_to(request.actor)
    return get_object_or_404(rows, organization_id=committee_id, year=year_in(year))


def show(
    request: Request,
    organization_id: UUID,
    which: tuple[UUID, int],
    *,
    form: ReceiveForm | None = None,
    reasons: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Render one committee's year, with why an act was refused."""
    row = row_or_404(request, organization_id, which)
    here = {
        "desk": desk_for(request, organization_id, current="township-archives"),
        "row": row,
        "name": row.organization.name,
        "shape": SHAPES[row.state],
        "packed": packed_of(request, row),
        "waits": row.state == YearState.PACKED,
        "form": form or ReceiveForm(),
        "reasons": reasons,
    }
    return render(request, "archive/received.html", here, status=status)


def _row(township_id: UUID, one: YearStanding) -> Row:
    state = one.row.state if one.row else ""
    href = reverse("township-archive", args=[township_id, one.id, one.row.year]) if one.row else ""
    return Row(one, state, SHAPES[state] if one.has_lines or state else "none", href)
