"""One question, and its answer: at the department's desk, by its link, or entered by the lead body."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.guidance import actions
from zhengyin.guidance.actions import Said
from zhengyin.guidance.kinds import Way
from zhengyin.guidance.models import Enquiry
from zhengyin.guidance.queries import enquiries_at
from zhengyin.guidance.workflow import EnquiryState
from zhengyin.people.offices import Office
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.guidance.forms import AnswerForm, EnteredForm
from zhengyin.web.guidance.links import enquiry_in, link_of, whole_link_of
from zhengyin.web.guidance.pages import READING, seat, shown
from zhengyin.web.guidance.views import TAB
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

PAGE, NAMED = "enquiry", "enquiry_id"


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def enquiry(request: Request, organization_id: UUID, enquiry_id: UUID) -> HttpResponse:
    """One question."""
    return show(request, organization_id, enquiry_or_404(request, organization_id, enquiry_id))


def enquiry_or_404(request: Request, organization_id: UUID, enquiry_id: UUID) -> Enquiry:
    """One this very seat reads."""
    return get_object_or_404(enquiries_at(request.actor, seat(organization_id)), pk=enquiry_id)


def show(
    request: Request,
    organization_id: UUID,
    row: Enquiry,
    *,
    reasons: tuple[str, ...] = (),
    status: int = 200,
    **sent: forms.Form,
) -> HttpResponse:
    """Render it as it stands now, with the form that came back."""
    offices = request.actor.offices_at(organization_id)
    waits = row.state == EnquiryState.ASKED
    leads = waits and row.lead_id == organization_id and Office.COUNTY_LEAD in offices
    here = {
        "desk": desk_for(request, organization_id, current=TAB), "one": shown(row, day_of(request.at)),
        "reasons": reasons, "sent": tuple(sent.values()), "leads": leads,
        "answers": waits and row.department_id == organization_id and Office.DEPARTMENT in offices,
        "link": link_of(row.pk) if leads else "", "whole_link": whole_link_of(row.pk) if leads else "",
        "answering": AnswerForm(initial={"answered_by": request.actor.name}),
        "entry": EnteredForm(initial={"answered_on": day_of(request.at)}), **sent,
    }  # fmt: skip
    return render(request, "guidance/enquiry.html", here, status=status)


@door(Office.DEPARTMENT, at="organization_id")
@act_of(PAGE, NAMED)
def at_desk(request: Request, organization_id: UUID, enquiry_id: UUID) -> HttpResponse:
    """答复, by whoever is logged in for the department."""
    row, form = enquiry_or_404(request, organization_id, enquiry_id), AnswerForm(request.POST)
    if not form.is_valid():
        return show(request, organization_id, row, status=UNFIT, answering=form)
    said = Said(form.cleaned_data["words"], form.cleaned_data["answered_by"])
    return _answered(request, organization_id, row, said, Way.DESK, answering=form)


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(PAGE, NAMED)
def entered(request: Request, organization_id: UUID, enquiry_id: UUID) -> HttpResponse:
    """录入部门的答复: who said it, on which day."""
    row, form = enquiry_or_404(request, organization_id, enquiry_id), EnteredForm(request.POST)
    if not form.is_valid():
        return show(request, organization_id, row, status=UNFIT, entry=form)
    data = form.cleaned_data
    said = Said(data["words"], data["answered_by"], data["answered_on"])
    return _answered(request, organization_id, row, said, Way.ENTERED, entry=form)


def _answered(
    request: Request, organization_id: UUID, row: Enquiry, said: Said, way: Way, **sent: forms.Form
) -> HttpResponse:
    try:
        actions.answer(enquiry_id=row.pk, said=said, way=way, actor=request.actor, at=request.at)
    except Refused as refused:
        row.refresh_from_db()
        reasons = sentences(refused.refusals)
        return show(request, organization_id, row, reasons=reasons, status=409, **sent)
    return redirect(PAGE, organization_id, row.pk)


@door(PUBLIC)
@require_http_methods(["GET", "POST"])
def by_link(request: Request, token: str) -> HttpResponse:
    """The page of a one-time link; answered, it shows the answer."""
    key = enquiry_in(token)
    row = Enquiry.objects.select_related("lead").filter(pk=key).first() if key else None
    if row is None:
        raise Http404(token)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            said = Said(form.cleaned_data["words"], form.cleaned_data["answered_by"])
            actions.answer(enquiry_id=row.pk, said=said, way=Way.LINK, actor=None, at=request.at)
            return redirect("enquiry-link", token)
        except Refused as refused:
            reasons = sentences(refused.refusals)
            row.refresh_from_db()
    here = {"one": shown(row, day_of(request.at)), "lead": row.lead.name, "form": form, "reasons": reasons}
    status = 409 if reasons else UNFIT if form.is_bound and form.errors else 200
    return render(request, "guidance/by_link.html", here, status=status)
