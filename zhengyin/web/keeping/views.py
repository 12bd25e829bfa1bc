"""印章: the page, the custodian appointed and released, the loss reported."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.people.offices import IN_COMMITTEE, Standing
from zhengyin.seals import actions
from zhengyin.seals.models import Custody, Seal
from zhengyin.seals.queries import seals_to_lose, visible_to
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.account.forms import typed
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.keeping.forms import CustodyForm, DecideForm, EntrustForm, LossForm, PlaceForm
from zhengyin.web.keeping.gone import gone_at
from zhengyin.web.keeping.kept import keeping_of
from zhengyin.web.keeping.news import seal_news
from zhengyin.web.keeping.pages import NOMINATING, seal_page, votes_in
from zhengyin.web.keeping.standing import ANSWERING
from zhengyin.web.keeping.turning import candidates_for
from zhengyin.web.offices.appointing import person_in
from zhengyin.web.offices.fields import day_after
from zhengyin.web.offices.forms import OF_PERSON, EndForm
from zhengyin.web.refused import at_fields, status_of
from zhengyin.web.request import Request
from zhengyin.web.words import sentences


@door(*IN_COMMITTEE, at="organization_id")
@require_http_methods(["GET"])
def page(request: Request, organization_id: UUID) -> HttpResponse:
    """The seal, who keeps it, where it lies."""
    here = {
        "page": seal_page(request, organization_id),
        "news": seal_news(request, organization_id),
        "gone": gone_at(organization_id, request.at),
    }
    return shown(request, organization_id, "keeping/seal.html", here)


@door(*NOMINATING, at="organization_id")
@require_http_methods(["GET", "POST"])
def appoint(request: Request, organization_id: UUID, seal_id: UUID) -> HttpResponse:
    """登记保管人: the director's entrustment, or the meeting's decision, as the place has it."""
    seal = seal_or_404(request, organization_id, seal_id)
    form = form_in(request, seal)
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            entrust(request, seal, form)
            return redirect("committee-seal", organization_id)
        except Refused as refused:
            reasons = at_fields(form, refused, OF_PERSON)
    here = {"seal": seal, "form": form, "by_vote": form.by_vote, "reasons": reasons}
    return shown(request, organization_id, "keeping/appoint.html", here)


def form_in(
    request: Request,
    seal: Seal,
    *,
    without: Iterable[str] = (),
    initial: Mapping[str, Any] | None = None,
) -> CustodyForm:
    """The form in the way of the place."""
    kind: type[CustodyForm] = DecideForm if votes_in(seal.county_code) else EntrustForm
    return kind(
        typed(request),
        request.FILES,
        candidates_for(request, seal),
        today=day_of(request.at),
        without=without,
        initial=initial,
    )


@transaction.atomic
def entrust(request: Request, seal: Seal, form: CustodyForm) -> None:
    """Enter the person, where new, and the custody: both or neither. Raises Refused."""
    said = form.cleaned_data
    actions.appoint_custodian(
        seal_id=seal.pk,
        person_id=person_in(request, form, seal.county_code),
        ground=form.ground(keeping_of(request, seal)),
        place=said["place"],
        since=said["since"],
        until=day_after(said["last_day"]),
        standing=Standing(said["standing"]),
        party_secretary_confirmed=said["secretary"],
        actor=request.actor,
        at=request.at,
    )


@door(*NOMINATING, at="organization_id")
@require_http_methods(["GET", "POST"])
def end(request: Request, organization_id: UUID, custody_id: UUID) -> HttpResponse:
    """结束保管."""
    rows = Custody.objects.filter(seal__in=visible_to(request.actor), seal__committee_id=organization_id)
    custody = get_object_or_404(rows.select_related("person", "seal"), pk=custody_id)
    form = EndForm(typed(request), initial={"on": day_of(request.at)})
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_custody(
                custody_id=custody_id, **form.cleaned_data, actor=request.actor, at=request.at
            )
            return redirect("committee-seal", organization_id)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {"custody": custody, "form": form, "reasons": reasons}
    return shown(request, organization_id, "keeping/end.html", here)


@door(*ANSWERING, at="organization_id")
@require_http_methods(["GET", "POST"])
def move(request: Request, organization_id: UUID, custody_id: UUID) -> HttpResponse:
    """改变存放地点; it is filed with the township."""
    rows = Custody.objects.filter(seal__in=visible_to(request.actor), seal__committee_id=organization_id)
    custody = get_object_or_404(rows.select_related("seal"), pk=custody_id)
    form = PlaceForm(typed(request), initial={"place": custody.place})
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            actions.move_place(custody_id=custody_id, **form.cleaned_data, actor=request.actor, at=request.at)
            return redirect("committee-seal", organization_id)
        except Refused as refused:
            reasons = at_fields(form, refused)
    here = {"custody": custody, "form": form, "reasons": reasons}
    return shown(request, organization_id, "keeping/place.html", here)


@door(*IN_COMMITTEE, at="organization_id")
@require_http_methods(["GET"])
def missing(request: Request, organization_id: UUID) -> HttpResponse:
    """印章不见了: which one; where there is one only, straight to its report."""
    found = seals_to_lose(organization_id).filter(pk__in=visible_to(request.actor))
    if len(found) == 1:
        return redirect("keeping-loss", organization_id, found[0].pk)
    if not found:
        return redirect("committee-seal", organization_id)
    return shown(request, organization_id, "keeping/missing.html", {"seals": found})


@door(*IN_COMMITTEE, at="organization_id")
@require_http_methods(["GET", "POST"])
def report_loss(request: Request, organization_id: UUID, seal_id: UUID) -> HttpResponse:
    """报失: the seal stops at once."""
    seal = seal_or_404(request, organization_id, seal_id)
    form = LossForm(typed(request))
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            actions.report_loss(seal_id=seal_id, **form.cleaned_data, actor=request.actor, at=request.at)
            return redirect("committee-seal", organization_id)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {"seal": seal, "form": form, "reasons": reasons}
    return shown(request, organization_id, "keeping/loss.html", here)


def seal_or_404(request: Request, organization_id: UUID, seal_id: UUID) -> Seal:
    """A seal of this very committee."""
    return get_object_or_404(visible_to(request.actor), pk=seal_id, committee_id=organization_id)


def shown(request: Request, organization_id: UUID, template: str, here: Mapping[str, object]) -> HttpResponse:
    """Render with the desk's head; refused acts answer 409."""
    desk = desk_for(request, organization_id, current="committee-seal")
    return render(request, template, {"desk": desk, **here}, status=status_of(here))
