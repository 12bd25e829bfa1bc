"""印章移交: the page, begun, the successor named, counted, taken back."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from zhengyin.people.offices import Office
from zhengyin.reminders.queries import Matter
from zhengyin.seals import actions
from zhengyin.seals.kinds import HandoverReason
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.account.forms import typed
from zhengyin.web.acting import act_of
from zhengyin.web.committee.reminding import texts_for_others
from zhengyin.web.doors import door
from zhengyin.web.keeping.handover_forms import ListForm, OpenForm, SuccessorForm
from zhengyin.web.keeping.turning import (
    BEGINNING,
    READING,
    candidates_for,
    handover_or_404,
    handover_page,
    is_over,
    slips_in_words,
    unfinished_in_words,
)
from zhengyin.web.keeping.views import seal_or_404, shown
from zhengyin.web.numbers import id_in
from zhengyin.web.offices.appointing import person_in
from zhengyin.web.offices.forms import OF_PERSON, ReasonForm
from zhengyin.web.refused import at_fields
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

COUNTING = (*BEGINNING, Office.CUSTODIAN)
WAITED_FOR = (Matter.HANDOVER, Matter.HANDOVER_SEEN, Matter.HANDOVER_LED)


@door(*READING, at="organization_id")
@require_http_methods(["GET"])
def page(request: Request, organization_id: UUID) -> HttpResponse:
    """Where the handover of the seal in the address stands, step by step."""
    return show(request, organization_id, id_in(request.GET.get("seal", "")))


def of_seal(organization_id: UUID, seal_id: UUID) -> str:
    """The address of the page of one seal."""
    return f"{reverse('keeping-handover', args=[organization_id])}?seal={seal_id}"


def show(
    request: Request,
    organization_id: UUID,
    seal_id: UUID | None,
    *,
    opening: OpenForm | None = None,
    naming: SuccessorForm | None = None,
    calling_off: ReasonForm | None = None,
    reasons: tuple[str, ...] = (),
) -> HttpResponse:
    """Render the page with what was typed and why it was refused; without a seal in use, lead to its page."""
    view = handover_page(request, organization_id, seal_id)
    if view is None:
        return redirect("committee-seal", organization_id)
    seal = seal_or_404(request, organization_id, view.seal.id)
    period = view.turning.period if view.turning else None
    begun = {"reason": period.reason, "changed_on": period.since} if period else {}
    here = {
        "view": view,
        "opening": opening or OpenForm(initial={"changed_on": day_of(request.at), **begun}),
        "naming": naming or SuccessorForm(None, candidates_for(request, seal)),
        "calling_off": calling_off or ReasonForm(),
        "reasons": reasons,
        "remind": texts_for_others(request, organization_id, *WAITED_FOR),
    }
    return shown(request, organization_id, "keeping/handover.html", here)


@door(*BEGINNING, at="organization_id")
@act_of("keeping-handover")
def begin(request: Request, organization_id: UUID, seal_id: UUID) -> HttpResponse:
    """开始移交."""
    seal = seal_or_404(request, organization_id, seal_id)
    form = OpenForm(request.POST)
    if not form.is_valid():
        return show(request, organization_id, seal.pk, opening=form)
    said = form.cleaned_data
    try:
        actions.open_handover(
            seal_id=seal.pk,
            reason=HandoverReason(said["reason"]),
            changed_on=said["changed_on"],
            actor=request.actor,
            at=request.at,
        )
    except Refused as refused:
        return show(request, organization_id, seal.pk, opening=form, reasons=sentences(refused.refusals))
    return redirect(of_seal(organization_id, seal.pk))


@door(*BEGINNING, at="organization_id")
@act_of("keeping-handover")
def name(request: Request, organization_id: UUID, handover_id: UUID) -> HttpResponse:
    """确定拟接交人."""
    row = handover_or_404(request, organization_id, handover_id)
    form = SuccessorForm(request.POST, candidates_for(request, row.seal))
    if not form.is_valid():
        return show(request, organization_id, row.seal_id, naming=form)
    try:
        with transaction.atomic():  # the person entered now, and named: both or neither
            actions.name_successor(
                handover_id=row.pk,
                person_id=person_in(request, form, row.county_code),
                actor=request.actor,
                at=request.at,
            )
    except Refused as refused:
        reasons = at_fields(form, refused, OF_PERSON)
        return show(request, organization_id, row.seal_id, naming=form, reasons=reasons)
    return redirect(of_seal(organization_id, row.seal_id))


@door(*BEGINNING, at="organization_id")
@act_of("keeping-handover")
def call_off(request: Request, organization_id: UUID, handover_id: UUID) -> HttpResponse:
    """撤销移交."""
    row, form = handover_or_404(request, organization_id, handover_id), ReasonForm(request.POST)
    if not form.is_valid():
        return show(request, organization_id, row.seal_id, calling_off=form)
    try:
        actions.cancel_handover(
            handover_id=row.pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at
        )
    except Refused as refused:
        return show(
            request, organization_id, row.seal_id, calling_off=form, reasons=sentences(refused.refusals)
        )
    return redirect("committee-seal", organization_id)


@door(*COUNTING, at="organization_id")
@require_http_methods(["GET", "POST"])
def count(request: Request, organization_id: UUID, handover_id: UUID) -> HttpResponse:
    """清点: what the books say stands there already."""
    row = handover_or_404(request, organization_id, handover_id)
    if is_over(row):
        return redirect("committee-seal", organization_id)
    before = {name: getattr(row, name) for name in ListForm.base_fields}
    form = ListForm(typed(request), initial=before)
    slips, unfinished = slips_in_words(row.seal, request.at), unfinished_in_words(organization_id)
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            listing = form.listing(slips, unfinished)
            actions.list_for_handover(handover_id=row.pk, listing=listing, actor=request.actor, at=request.at)
            return redirect(of_seal(organization_id, row.seal_id))
        except Refused as refused:
            reasons = at_fields(form, refused)
    here = {"row": row, "form": form, "slips": slips, "unfinished": unfinished, "reasons": reasons}
    return shown(request, organization_id, "keeping/count.html", here)
