"""What is done about a year: count, return, sign, close, make the package, take it away."""

from collections.abc import Callable
from urllib.parse import quote
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from zhengyin.archive import actions
from zhengyin.archive.models import YearEnd
from zhengyin.archive.packing.stream import zipped
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.archive.forms import CountForm, ReturnForm
from zhengyin.web.archive.pages import Sent, year_in
from zhengyin.web.archive.views import row_or_404, show
from zhengyin.web.doors import door
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

TAKING = (Office.CUSTODIAN, Office.DIRECTOR)


@door(Office.CUSTODIAN, at="organization_id")
@act_of("archive-year", "year")
def count(request: Request, organization_id: UUID, year: int) -> HttpResponse:
    """清点登记簿."""
    form = CountForm(request.POST)
    sent = Sent(form, ReturnForm())
    if not form.is_valid():
        return show(request, organization_id, year, sent=sent, status=UNFIT)
    try:
        actions.prepare(
            organization_id=organization_id, year=year_in(year), filing=form.filing, actor=request.actor,
            at=request.at,
        )  # fmt: skip
    except Refused as refused:
        return refusal(request, organization_id, year, refused, sent)
    return redirect("archive-year", organization_id, year)


@door(Office.SUPERVISION_COMMITTEE, Office.DIRECTOR, at="organization_id")
@act_of("archive-year", "year")
def give_back(request: Request, organization_id: UUID, year: int) -> HttpResponse:
    """退回重新清点."""
    row_or_404(request, organization_id, year)
    form = ReturnForm(request.POST)
    sent = Sent(CountForm(), form)
    if not form.is_valid():
        return show(request, organization_id, year, sent=sent, status=UNFIT)
    try:
        actions.give_back(
            organization_id=organization_id, year=year, reason=form.cleaned_data["reason"],
            actor=request.actor, at=request.at,
        )  # fmt: skip
    except Refused as refused:
        return refusal(request, organization_id, year, refused, sent)
    return redirect("archive-year", organization_id, year)


@door(Office.SUPERVISION_COMMITTEE, at="organization_id")
@act_of("archive-year", "year")
def sign(request: Request, organization_id: UUID, year: int) -> HttpResponse:
    """核对无误，签名."""
    return done(request, organization_id, year, actions.sign)


@door(Office.DIRECTOR, at="organization_id")
@act_of("archive-year", "year")
def close(request: Request, organization_id: UUID, year: int) -> HttpResponse:
    """归档，以后不能再登记."""
    return done(request, organization_id, year, actions.close)


@door(Office.CUSTODIAN, at="organization_id")
@act_of("archive-year", "year")
def pack(request: Request, organization_id: UUID, year: int) -> HttpResponse:
    """做成归档包: some seconds of it, then the page; what was made stays, whoever reloads goes on."""
    row_or_404(request, organization_id, year)
    actor, at = request.actor, request.at
    try:
        made = actions.make_parts(organization_id=organization_id, year=year, actor=actor, at=at)
        if not made.whole:
            return redirect(f"{reverse('archive-year', args=[organization_id, year])}?making=1")
        actions.pack(organization_id=organization_id, year=year, actor=actor, at=at)
    except Refused as refused:
        return refusal(request, organization_id, year, refused, None)
    return redirect("archive-year", organization_id, year)


@door(*TAKING, at="organization_id")
@act_of("archive-year", "year")
def download(request: Request, organization_id: UUID, year: int) -> HttpResponseBase:
    """取走归档包."""
    row_or_404(request, organization_id, year)
    try:
        row = actions.download(organization_id=organization_id, year=year, actor=request.actor, at=request.at)
    except Refused as refused:
        return refusal(request, organization_id, year, refused, None)
    return package_of(row)


def package_of(row: YearEnd) -> StreamingHttpResponse:
    """The package to be saved, sent while it is read; no browser keeps another copy."""
    answer = StreamingHttpResponse(zipped(row), content_type="application/zip")
    card = regions.committee(row.organization_id)
    named = quote(f"{card.display_name}{row.year}年登记簿归档包.zip")
    answer["Content-Disposition"] = f"attachment; filename=\"archive.zip\"; filename*=UTF-8''{named}"
    answer["Cache-Control"] = "no-store"
    return answer


def done(request: Request, organization_id: UUID, year: int, act: Callable[..., YearEnd]) -> HttpResponse:
    """One act without a form, and the page again."""
    row_or_404(request, organization_id, year)
    try:
        act(organization_id=organization_id, year=year, actor=request.actor, at=request.at)
    except Refused as refused:
        return refusal(request, organization_id, year, refused, None)
    return redirect("archive-year", organization_id, year)


def refusal(
    request: Request, organization_id: UUID, year: int, refused: Refused, sent: Sent | None
) -> HttpResponse:
    """The page with every reason, and what was typed."""
    return show(request, organization_id, year, sent=sent, reasons=sentences(refused.refusals), status=409)
