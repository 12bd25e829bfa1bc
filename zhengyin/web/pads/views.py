"""The pads of a committee: printed, reconciled, collected; a slip voided, an entry put right."""

from collections.abc import Callable
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from zhengyin.certificates import actions
from zhengyin.certificates.models import Slip
from zhengyin.certificates.queries.pads import slips_visible_to, visible_to
from zhengyin.certificates.queries.worklists import DECIDING, READERS
from zhengyin.documents import files
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.committee.prints import kept_by_nobody, pdf
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.numbers import id_in
from zhengyin.web.pads.entering import show_slip
from zhengyin.web.pads.forms import CloseForm, IssueForm, RectifyForm, SpoilForm
from zhengyin.web.pads.pages import pads_page
from zhengyin.web.pads.reading import slip_or_404
from zhengyin.web.request import Request
from zhengyin.web.words import sentences


@door(*READERS, at="organization_id")
def pads(request: Request, organization_id: UUID) -> HttpResponse:
    """应急用印单: every slip and its end."""
    return show(request, organization_id)


@door(Office.CUSTODIAN, at="organization_id")
@act_of("pads")
def issue(request: Request, organization_id: UUID) -> HttpResponse:
    """印一本. Sent twice, the second leads to the pad of the first."""
    form = IssueForm(request.POST)
    if not form.is_valid():
        return show(request, organization_id, issue=form, status=UNFIT)
    try:
        actions.issue_pad(
            organization_id=organization_id, slips=form.cleaned_data["slips"], actor=request.actor,
            at=request.at, as_id=id_in(request.POST.get("pad_id", "")),
        )  # fmt: skip
    except Refused as refused:
        return show(request, organization_id, issue=form, refused=refused, status=409)
    return redirect("pads", organization_id)


@door(Office.CUSTODIAN, at="organization_id")
def paper(request: Request, organization_id: UUID, pad_id: UUID) -> HttpResponse:
    """The slips to print, the same codes however often."""
    pad = get_object_or_404(visible_to(request.actor), pk=pad_id, organization_id=organization_id)
    return pdf(files.get(pad.document_id))


@door(*DECIDING, at="organization_id")
def photograph(request: Request, organization_id: UUID, slip_id: UUID) -> HttpResponse:
    """The written slip as it was handed in; names and numbers stand on it whole."""
    case = slip_or_404(request, organization_id, slip_id).certificate
    if case is None or case.document is None:
        raise Http404(slip_id)
    return kept_by_nobody(files.get(case.document.pk), case.document.content_type)


@door(Office.CUSTODIAN, at="organization_id")
@act_of("pads")
def close(request: Request, organization_id: UUID, pad_id: UUID) -> HttpResponse:
    """收回未用的."""
    get_object_or_404(visible_to(request.actor), pk=pad_id, organization_id=organization_id)
    form = CloseForm(request.POST, auto_id=f"close-{pad_id}-%s")
    if not form.is_valid():
        return show(request, organization_id, closing=(pad_id, form), status=UNFIT)
    try:
        actions.close_pad(pad_id=pad_id, unused=form.numbers, actor=request.actor, at=request.at)
    except Refused as refused:
        return show(request, organization_id, refused=refused, status=409)
    return redirect("pads", organization_id)


@door(Office.CUSTODIAN, at="organization_id")
@act_of("pad-slip")
def spoil(request: Request, organization_id: UUID, slip_id: UUID) -> HttpResponse:
    """作废."""
    slip, form = slip_or_404(request, organization_id, slip_id), SpoilForm(request.POST)
    if not form.is_valid():
        return show_slip(request, slip, spoil=form, status=UNFIT)
    return carried_out(
        request, slip,
        lambda: actions.spoil_slip(
            slip_id=slip_id, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at
        ),
    )  # fmt: skip


@door(Office.DIRECTOR, at="organization_id")
@act_of("pad-slip")
def rectify(request: Request, organization_id: UUID, slip_id: UUID) -> HttpResponse:
    """整改."""
    slip, form = slip_or_404(request, organization_id, slip_id), RectifyForm(request.POST)
    if not form.is_valid():
        return show_slip(request, slip, rectify=form, status=UNFIT)
    return carried_out(
        request, slip,
        lambda: actions.rectify(
            slip_id=slip_id, done=form.cleaned_data["done"], actor=request.actor, at=request.at
        ),
    )  # fmt: skip


def carried_out(request: Request, slip: Slip, act: Callable[[], object]) -> HttpResponse:
    """Do it and show the slip, or show it with every reason."""
    try:
        act()
    except Refused as refused:
        again = get_object_or_404(slips_visible_to(request.actor), pk=slip.pk)
        return show_slip(request, again, refused=refused, status=409)
    return redirect("pad-slip", slip.organization_id, slip.pk)


def show(
    request: Request,
    organization_id: UUID,
    *,
    issue: IssueForm | None = None,
    closing: tuple[UUID, CloseForm] | None = None,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render the pads as they stand now."""
    page = pads_page(request, organization_id, issue, closing)
    here = {
        "desk": desk_for(request, organization_id, current="pads"),
        "page": page,
        "pad_id": uuid4(),
        "sent": [form for form in (issue, closing[1] if closing else None) if form],
        "reasons": sentences(refused.refusals) if refused else (),
    }
    return render(request, "pads/pads.html", here, status=status)
