"""印章移交: signed by three, the same custodian anew, another for a while.

Pictures, persons and the act: all or nothing.
"""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from zhengyin.people.offices import Standing
from zhengyin.seals import actions
from zhengyin.seals.actions import Wanted
from zhengyin.seals.models import Handover, Seal
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.account.forms import typed
from zhengyin.web.doors import door
from zhengyin.web.keeping.forms import OF_WHOM, CustodyForm
from zhengyin.web.keeping.handover_forms import ActingForm, SignedForm
from zhengyin.web.keeping.kept import keeping_of
from zhengyin.web.keeping.turning import (
    BEGINNING,
    candidates_for,
    handing,
    handover_or_404,
    is_over,
    supervising,
)
from zhengyin.web.keeping.views import form_in, seal_or_404, shown
from zhengyin.web.offices.appointing import person_in
from zhengyin.web.offices.fields import day_after
from zhengyin.web.offices.forms import OF_PERSON
from zhengyin.web.refused import at_fields
from zhengyin.web.request import Request


@door(*BEGINNING, at="organization_id")
@require_http_methods(["GET", "POST"])
def complete(request: Request, organization_id: UUID, handover_id: UUID) -> HttpResponse:
    """登记三方签字: the list comes back signed, the new custodian on his ground."""
    row = handover_or_404(request, organization_id, handover_id)
    if is_over(row):
        return redirect("committee-seal", organization_id)
    form = form_in(request, row.seal, without=("since",), initial={"place": row.custody.place})
    if row.successor:
        form.settle(row.successor.pk, row.successor.name)
    whom = handing(organization_id, row)
    signed = SignedForm(
        typed(request),
        request.FILES or None,
        handing=whom,
        supervising=supervising(organization_id, day_of(request.at)),
        initial={"signed_on": day_of(request.at), "handed_by": str(whom[0][0])},
    )
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and all([form.is_valid(), signed.is_valid()]):
        try:
            sign(request, row, form, signed)
            return redirect("committee-seal", organization_id)
        except Refused as refused:
            reasons = at_fields(form, refused, OF_PERSON)
    here = {"row": row, "form": form, "signed": signed, "by_vote": form.by_vote, "reasons": reasons}
    return shown(request, organization_id, "keeping/complete.html", here)


@transaction.atomic
def sign(request: Request, row: Handover, form: CustodyForm, signed: SignedForm) -> None:
    """Enter the person, where new, the pictures, the signatures. Raises Refused."""
    wanted = wanted_in(request, row.seal, form, person_in(request, form, row.county_code))
    actions.complete_handover(
        handover_id=row.pk,
        wanted=wanted,
        signed=signed.signed(keeping_of(request, row.seal)),
        actor=request.actor,
        at=request.at,
    )


@door(*BEGINNING, at="organization_id")
@require_http_methods(["GET", "POST"])
def renew(request: Request, organization_id: UUID, handover_id: UUID) -> HttpResponse:
    """续任: the same custodian, appointed anew in the way of the place."""
    row = handover_or_404(request, organization_id, handover_id)
    if is_over(row):
        return redirect("committee-seal", organization_id)
    form = form_in(request, row.seal, without=("since", *OF_WHOM), initial={"place": row.custody.place})
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                wanted = wanted_in(request, row.seal, form, row.custody.person_id)
                actions.reappoint_custodian(
                    handover_id=row.pk, wanted=wanted, actor=request.actor, at=request.at
                )
            return redirect("committee-seal", organization_id)
        except Refused as refused:
            reasons = at_fields(form, refused, {})
    here = {"row": row, "form": form, "by_vote": form.by_vote, "reasons": reasons}
    return shown(request, organization_id, "keeping/renew.html", here)


@door(*BEGINNING, at="organization_id")
@require_http_methods(["GET", "POST"])
def act(request: Request, organization_id: UUID, seal_id: UUID) -> HttpResponse:
    """指定临时代管人, the same day."""
    seal = seal_or_404(request, organization_id, seal_id)
    form = ActingForm(typed(request), request.FILES, candidates_for(request, seal), today=day_of(request.at))
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            put_in_charge(request, seal, form)
            return redirect("committee-seal", organization_id)
        except Refused as refused:
            reasons = at_fields(form, refused, OF_PERSON)
    here = {"seal": seal, "form": form, "reasons": reasons}
    return shown(request, organization_id, "keeping/acting.html", here)


@transaction.atomic
def put_in_charge(request: Request, seal: Seal, form: ActingForm) -> None:
    """Enter the person, where new, and the acting custody. Raises Refused."""
    said = form.cleaned_data
    wanted = Wanted(
        person_id=person_in(request, form, seal.county_code),
        ground=form.ground(keeping_of(request, seal)),
        place=said["place"],
        since=day_of(request.at),
        until=day_after(said["last_day"]),
        party_secretary_confirmed=said["secretary"],
        gone=said["gone"],
    )
    actions.appoint_acting_custodian(seal_id=seal.pk, wanted=wanted, actor=request.actor, at=request.at)


def wanted_in(request: Request, seal: Seal, form: CustodyForm, person_id: UUID) -> Wanted:
    """The next custody as the form says it, from today."""
    said = form.cleaned_data
    return Wanted(
        person_id=person_id,
        ground=form.ground(keeping_of(request, seal)),
        place=said["place"],
        since=day_of(request.at),
        until=day_after(said["last_day"]),
        standing=Standing(said.get("standing") or Standing.REGULAR),
        party_secretary_confirmed=said["secretary"],
    )
