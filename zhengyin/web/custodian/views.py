"""The custodian's desk: the list, one paper, one more proof of who it is, the seal, the receipt."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from zhengyin.certificates import actions
from zhengyin.certificates.models import Certificate, GrantedPaper
from zhengyin.certificates.queries.case import case_page
from zhengyin.certificates.queries.register import impressions_of
from zhengyin.certificates.queries.sealing import reasons_before_grant
from zhengyin.certificates.workflow import ONCE_SEALED, State
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused, refuse_if
from zhengyin.web.account.again import hints_for, prove_again
from zhengyin.web.acting import act_of
from zhengyin.web.committee.case import reasons_of
from zhengyin.web.committee.kin import stepped_aside
from zhengyin.web.committee.reading import case_or_404
from zhengyin.web.committee.voiding import UnstampedForm, at_the_form, unstamped_form
from zhengyin.web.custodian import together_pages
from zhengyin.web.custodian.differing import differing_at
from zhengyin.web.custodian.forms import GrantForm, SealForm
from zhengyin.web.custodian.pages import receipt_view, seal_list, seal_view
from zhengyin.web.deliberation.card import card_of
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.forms import ReasonForm
from zhengyin.web.keeping.gone import gone_at
from zhengyin.web.keeping.news import seal_news
from zhengyin.web.pads.entering import show_slip
from zhengyin.web.pads.pages import attention_of
from zhengyin.web.request import Request
from zhengyin.workuse.queries.counted import miscounted_at
from zhengyin.workuse.queries.waiting import waiting_for


@door(Office.CUSTODIAN, at="organization_id")
def waiting(request: Request, organization_id: UUID) -> HttpResponse:
    """要盖的章."""
    desk = desk_for(request, organization_id, current="custodian-list")
    page = seal_list(request, organization_id)
    pads = attention_of(organization_id, request.at)
    here = {
        "desk": desk,
        "page": page,
        "pads": pads,
        "work": waiting_for(request.actor, organization_id),
        "miscounted": miscounted_at(organization_id),
        "gone": gone_at(organization_id, request.at),
        "differs": differing_at(organization_id),
        "news": seal_news(request, organization_id),
        "most": together_pages.MOST,
    }
    return render(request, "custodian/list.html", here)


@door(Office.CUSTODIAN, at="organization_id")
def paper(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """One paper: what it says, copies, impressions, the question, the code."""
    certificate = case_or_404(request, organization_id, case_id)
    if certificate.state in ONCE_SEALED:
        return redirect("custodian-receipt", organization_id, case_id)
    return show(request, certificate)


@door(Office.CUSTODIAN, at="organization_id")
@act_of("custodian-seal")
def grant(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """Prove again who it is, for exactly this paper; what would be refused anyway spends no code."""
    certificate = case_or_404(request, organization_id, case_id)
    form = GrantForm(certificate, request.POST)
    if not form.is_valid():
        return show(request, certificate, form=form, status=422)
    try:
        made = granted(request, certificate, form)
    except Refused as refused:
        certificate.refresh_from_db()
        return show(request, certificate, form=form, refused=refused, status=409)
    said = urlencode(form.answers)
    return redirect(f"{reverse('custodian-confirm', args=[organization_id, case_id, made])}?{said}")


def granted(request: Request, certificate: Certificate, form: GrantForm) -> UUID:
    """The grant's id; a near relative's custodian steps aside for good. Raises Refused."""
    if certificate.state == State.APPROVED:
        stepped_aside(request, certificate.id, near_relative=form.near_relative)
    refuse_if(
        reasons_before_grant(
            certificate, request.actor, request.at,
            near_relative=form.near_relative, impressions=form.cleaned_data["impressions"],
            form_filled=form.form_filled, where=form.said_where,
        )
    )  # fmt: skip
    prove_again(request, form.cleaned_data["code"])
    return actions.grant(certificate_ids=[certificate.id], actor=request.actor, at=request.at).id


@door(Office.CUSTODIAN, at="organization_id")
def confirm(request: Request, organization_id: UUID, case_id: UUID, grant_id: UUID) -> HttpResponse:
    """Checked: the one button left says what it will do."""
    certificate = case_or_404(request, organization_id, case_id)
    own = GrantedPaper.objects.filter(grant__person_id=request.actor.person_id)
    held = get_object_or_404(own, grant_id=grant_id, certificate_id=case_id)
    if certificate.state in ONCE_SEALED:
        return redirect("custodian-receipt", organization_id, case_id)
    form = SealForm(certificate, request.GET)
    if not form.is_valid():
        raise Http404(grant_id)
    here = {
        "desk": desk_for(request, organization_id, current="custodian-list"),
        "view": seal_view(request, certificate, case_page(certificate, request.actor, request.at)),
        "form": form,
        "held": held,
    }
    return render(request, "custodian/confirm.html", here)


@door(Office.CUSTODIAN, at="organization_id")
@act_of("custodian-seal")
def seal(request: Request, organization_id: UUID, case_id: UUID, grant_id: UUID) -> HttpResponse:
    """登记并盖章. The grant is the key: the same request again leads to the same receipt."""
    certificate = case_or_404(request, organization_id, case_id)
    form = SealForm(certificate, request.POST)
    if not form.is_valid():
        return show(request, certificate, form=GrantForm(certificate, request.POST), status=422)
    try:
        actions.seal(
            certificate_id=case_id,
            grant_id=grant_id,
            copies=certificate.copies,
            impressions=form.cleaned_data["impressions"],
            near_relative=form.near_relative,
            form_filled=form.form_filled,
            where=form.said_where,
            actor=request.actor, at=request.at,
        )  # fmt: skip
    except Refused as refused:
        certificate.refresh_from_db()
        said = GrantForm(certificate, initial=form.cleaned_data)
        return show(request, certificate, form=said, refused=refused, status=409)
    return redirect("custodian-receipt", organization_id, case_id)


@door(Office.CUSTODIAN, at="organization_id")
def receipt(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """The number, the prints, what comes next."""
    certificate = case_or_404(request, organization_id, case_id)
    if certificate.state not in ONCE_SEALED:
        raise Http404(case_id)
    return show_receipt(request, certificate)


@door(Office.CUSTODIAN, at="organization_id")
@act_of("custodian-seal")
def void(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """作废（未盖章）: registered, and the seal was never put on the paper."""
    certificate, form = case_or_404(request, organization_id, case_id), unstamped_form(request.POST)
    if not form.is_valid():
        return show_receipt(request, certificate, void=form, status=422)
    try:
        actions.void_unstamped(
            certificate_id=case_id, why=form.chosen, note=form.cleaned_data["note"],
            actor=request.actor, at=request.at,
        )  # fmt: skip
    except Refused as refused:
        certificate.refresh_from_db()
        return show_receipt(request, certificate, void=form, refused=at_the_form(form, refused), status=409)
    return redirect("custodian-receipt", organization_id, case_id)


def show_receipt(
    request: Request,
    certificate: Certificate,
    *,
    void: UnstampedForm | None = None,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render the receipt as the case stands now; before the seal there is none."""
    if certificate.state not in ONCE_SEALED:
        return show(request, certificate, refused=refused, status=status)
    if certificate.pad_number:  # its receipt is the slip's
        slip = certificate.pad_slip
        if refused is not None:
            return show_slip(request, slip, refused=refused, status=status)
        return redirect("pad-slip", certificate.organization_id, slip.id)
    case = case_page(certificate, request.actor, request.at)
    here = {
        "desk": desk_for(request, certificate.organization_id, current="custodian-list"),
        "view": receipt_view(request, certificate, case, impressions_of(certificate)),
        "page": case,
        "void": void or unstamped_form(),
        "reasons": reasons_of(refused, case) if refused else (),
    }
    return render(request, "custodian/receipt.html", here, status=status)


@door(Office.CUSTODIAN, at="organization_id")
@act_of("custodian-seal")
def take_back(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """收回: the custodian saw that something is wrong."""
    certificate, form = case_or_404(request, organization_id, case_id), ReasonForm(request.POST)
    if not form.is_valid():
        return show(request, certificate, reason=form, status=422)
    try:
        actions.take_back(
            certificate_id=case_id, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at
        )
    except Refused as refused:
        certificate.refresh_from_db()
        return show(request, certificate, reason=form, refused=refused, status=409)
    return redirect("custodian-list", organization_id)


def show(
    request: Request,
    certificate: Certificate,
    *,
    form: GrantForm | None = None,
    reason: ReasonForm | None = None,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render the paper before its seal, as it stands now."""
    case = case_page(certificate, request.actor, request.at)
    here = {
        "desk": desk_for(request, certificate.organization_id, current="custodian-list"),
        "view": seal_view(request, certificate, case),
        "card": card_of(certificate, request.at),
        "form": form
        or GrantForm(certificate, initial={"impressions": case.copies * (2 if case.brought_title else 1)}),
        "reason": reason or ReasonForm(),
        "hints": hints_for(request),
        "reasons": reasons_of(refused, case) if refused else (),
    }
    return render(request, "custodian/seal.html", here, status=status)
