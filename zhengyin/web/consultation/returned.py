"""What a unit returns: at its desk, by its link, or on paper that whoever asked enters."""

from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.admission.kinds import Way
from zhengyin.consultation import actions
from zhengyin.consultation.models import Addressee, Consultation
from zhengyin.consultation.queries.facts import enclosures_of
from zhengyin.consultation.queries.visible import ASKED, ASKING_BODIES
from zhengyin.consultation.workflow import ConsultationState
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.consultation.answering import (
    AnswerForm,
    LinkAnswerForm,
    PaperAnswerForm,
    before,
    clauses_in,
)
from zhengyin.web.consultation.links import unit_in
from zhengyin.web.consultation.pages import due_of, mine_of
from zhengyin.web.consultation.views import TAB, carried_out, consultation_or_404, own_or_404
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.kept import kept
from zhengyin.web.request import Request
from zhengyin.web.words import sentences


@door(*ASKED, at="organization_id")
@act_of("consultation", "consultation_id")
def at_desk(request: Request, organization_id: UUID, consultation_id: UUID) -> HttpResponse:
    """答复, by whoever is logged in for the unit."""
    row = consultation_or_404(request, organization_id, consultation_id)
    unit = get_object_or_404(Addressee, consultation=row, body_id=organization_id)
    form = AnswerForm(request.POST, clauses=clauses_in(row))

    def act() -> None:
        actions.answer(
            addressee_id=unit.pk, said=form.said(request.actor.name), way=Way.DESK, actor=request.actor,
            at=request.at,
        )  # fmt: skip

    return carried_out(request, organization_id, row, act, answering=form)


@door(PUBLIC)
@require_http_methods(["GET", "POST"])
def by_link(request: Request, token: str) -> HttpResponse:
    """The page of a one-time link: the draft, and the unit's answer, one press for 无意见."""
    unit = unit_of(token)
    row, posted = unit.consultation, request.method == "POST"
    form = LinkAnswerForm(request.POST if posted else None, clauses=clauses_in(row), initial=before(unit.pk))
    reasons: tuple[str, ...] = ()
    if posted and form.is_valid():
        try:
            said = form.said(form.cleaned_data["answered_by"])
            actions.answer(addressee_id=unit.pk, said=said, way=Way.LINK, actor=None, at=request.at)
            return redirect("consulted", token)
        except Refused as refused:
            reasons = sentences(refused.refusals)
            row.refresh_from_db()
    here = {
        "unit": unit, "row": row, "token": token, "mine": mine_of(row, unit), "answering": form,
        "due": due_of(row), "reasons": reasons, "enclosures": enclosures_of(row),
        "cancelled": row.state == ConsultationState.CANCELLED,
        "published": row.state == ConsultationState.PUBLISHED,
    }  # fmt: skip
    status = 409 if reasons else UNFIT if form.is_bound and form.errors else 200
    return render(request, "consultation/by_link.html", here, status=status)


@door(*ASKING_BODIES, at="organization_id")
@require_http_methods(["GET", "POST"])
def from_paper(
    request: Request, organization_id: UUID, consultation_id: UUID, addressee_id: UUID
) -> HttpResponse:
    """录入纸质答复: for its sender, with scan and day."""
    row = own_or_404(request, organization_id, consultation_id)
    unit = get_object_or_404(Addressee, pk=addressee_id, consultation=row)
    posted = request.method == "POST"
    form = PaperAnswerForm(request.POST if posted else None, request.FILES or None, clauses=clauses_in(row))
    reasons: tuple[str, ...] = ()
    if posted and form.is_valid():
        try:
            _enter(request, row, unit, form)
            return redirect("consultation", organization_id, row.pk)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {
        "desk": desk_for(request, organization_id, current=TAB), "row": row, "unit": unit, "answering": form,
        "reasons": reasons, "open": row.state == ConsultationState.ASKING,
    }  # fmt: skip
    status = 409 if reasons else UNFIT if form.is_bound and form.errors else 200
    return render(request, "consultation/paper.html", here, status=status)


@transaction.atomic
def _enter(request: Request, row: Consultation, unit: Addressee, form: PaperAnswerForm) -> None:
    scan = kept(
        request, form.cleaned_data["scan"], owner=row.body_id, county_code=row.county_code,
        purpose="consultation.answer",
    )  # fmt: skip
    said = form.said(form.cleaned_data["answered_by"])
    actions.answer(
        addressee_id=unit.pk, said=said, way=Way.PAPER, actor=request.actor, at=request.at, scan_id=scan
    )


def unit_of(token: str) -> Addressee:
    """The unit a link is for; 404 where nobody of ours made it."""
    key = unit_in(token)
    rows = Addressee.objects.select_related("consultation__body")
    unit = rows.filter(pk=key).first() if key else None
    if unit is None:
        raise Http404(token)
    return unit
