"""The director's desk, on a phone: a list, the paper itself, two buttons."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from zhengyin.certificates import actions
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.case import case_page
from zhengyin.people.offices import Office
from zhengyin.reminders.queries import Matter
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import act_of
from zhengyin.web.committee.case import reasons_of
from zhengyin.web.committee.kin import stepped_aside
from zhengyin.web.committee.reading import case_or_404
from zhengyin.web.committee.reminding import texts_for_others
from zhengyin.web.committee.voiding import VoidForm, at_the_form, void_form
from zhengyin.web.custodian.differing import differing_at
from zhengyin.web.deliberation.card import card_of, locked_in
from zhengyin.web.desks.head import desk_for
from zhengyin.web.director import together_pages
from zhengyin.web.director.forms import KinForm
from zhengyin.web.director.pages import decision_page, list_page
from zhengyin.web.director.waits import waits_of
from zhengyin.web.doors import door
from zhengyin.web.forms import ReasonForm
from zhengyin.web.handler.refusing import RefuseForm, refuse_form
from zhengyin.web.keeping.gone import gone_at
from zhengyin.web.keeping.news import seal_news
from zhengyin.web.keeping.turning import turning_for
from zhengyin.web.letters.card import letter_card, letters_of_director
from zhengyin.web.pads.pages import attention_of
from zhengyin.web.request import Request
from zhengyin.web.words import sentences
from zhengyin.workuse.queries.counted import miscounted_at
from zhengyin.workuse.queries.waiting import waiting_for

APPROVERS = (Office.DIRECTOR, Office.SECOND_APPROVER)
WAITED_FOR = (Matter.SEAL, Matter.COUNTERSIGN, Matter.WORK_SEAL, Matter.WORK_COUNTERSIGN)
UNANSWERED = "near_relative_not_answered"
KIN, REASON = KinForm(), ReasonForm()  # nothing sent: shown as they are


@door(*APPROVERS, at="organization_id")
def decisions(request: Request, organization_id: UUID) -> HttpResponse:
    """等您定的."""
    desk = desk_for(request, organization_id, current="director-list")
    page = list_page(request, organization_id)
    letters = letters_of_director(request.actor, organization_id, request.at)
    here = {
        "desk": desk,
        "page": page,
        "letters": letters,
        "pads": attention_of(organization_id, request.at),
        "gone": gone_at(organization_id, request.at),
        "differs": differing_at(organization_id),
        "waits": waits_of(request, organization_id),
        "news": seal_news(request, organization_id),
        "turning": turning_for(request, organization_id),
        "work": waiting_for(request.actor, organization_id),
        "miscounted": miscounted_at(organization_id),
        "count": page.mine.total + sum(one.to_decide for one in letters),
        "most": together_pages.MOST,
        "remind": texts_for_others(request, organization_id, *WAITED_FOR),
    }
    return render(request, "director/list.html", here)


@door(*APPROVERS, at="organization_id")
def decision(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """The paper itself."""
    return show(request, case_or_404(request, organization_id, case_id))


@door(Office.DIRECTOR, at="organization_id")
@act_of("director-case")
def approve(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """同意出具."""
    kin = answered(request)
    return decided(
        request, case_or_404(request, organization_id, case_id), kin, REASON,
        lambda: stepped_aside(request, case_id, near_relative=kin.near_relative) or actions.approve(
            certificate_id=case_id, near_relative=kin.near_relative, seen=request.POST.get("seen", ""),
            actor=request.actor, at=request.at,
        ),
    )  # fmt: skip


@door(Office.SECOND_APPROVER, at="organization_id")
@act_of("director-case")
def countersign(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """复核同意."""
    kin = answered(request)
    return decided(
        request, case_or_404(request, organization_id, case_id), kin, REASON,
        lambda: stepped_aside(request, case_id, near_relative=kin.near_relative) or actions.countersign(
            certificate_id=case_id, near_relative=kin.near_relative, seen=request.POST.get("seen", ""),
            actor=request.actor, at=request.at,
        ),
    )  # fmt: skip


@door(*APPROVERS, at="organization_id")
@act_of("director-case")
def send_back(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """退回核实, with the reason."""
    certificate, form = case_or_404(request, organization_id, case_id), ReasonForm(request.POST)
    if not form.is_valid():
        return show(request, certificate, reason=form, status=422)
    return decided(
        request, certificate, KIN, form,
        lambda: actions.return_to_verifying(
            certificate_id=case_id, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at
        ),
    )  # fmt: skip


@door(*APPROVERS, at="organization_id")
@act_of("director-case")
def decline(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """不同意出具, with a 告知单."""
    certificate = case_or_404(request, organization_id, case_id)
    form = refuse_form(case_page(certificate, request.actor, request.at), request.POST)
    if not form.is_valid():
        return show(request, certificate, refuse=form, status=422)
    try:
        actions.decline(certificate_id=case_id, given=form.given, actor=request.actor, at=request.at)
    except Refused as refused:
        certificate.refresh_from_db()
        return show(request, certificate, refuse=form, refused=refused, status=409)
    return redirect("director-case", organization_id, case_id)


@door(Office.DIRECTOR, at="organization_id")
@act_of("director-case")
def take_back(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """收回签批, before the seal."""
    certificate, form = case_or_404(request, organization_id, case_id), ReasonForm(request.POST)
    if not form.is_valid():
        return show(request, certificate, reason=form, status=422)
    return decided(
        request, certificate, KIN, form,
        lambda: actions.take_back(
            certificate_id=case_id, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at
        ),
    )  # fmt: skip


@door(Office.DIRECTOR, at="organization_id")
@act_of("director-case")
def void(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """作废, after the seal: all sheets are back, or the public was told."""
    certificate = case_or_404(request, organization_id, case_id)
    form = void_form(case_page(certificate, request.actor, request.at), request.POST)
    if not form.is_valid():
        return show(request, certificate, void=form, status=422)
    try:
        actions.void(certificate_id=case_id, given=form.given, actor=request.actor, at=request.at)
    except Refused as refused:
        certificate.refresh_from_db()
        return show(request, certificate, void=form, refused=at_the_form(form, refused), status=409)
    return redirect("director-case", organization_id, case_id)


def answered(request: Request) -> KinForm:
    """The question as answered; nothing chosen is an answer that the act refuses."""
    form = KinForm(request.POST)
    form.is_valid()
    return form


def decided(
    request: Request, certificate: Certificate, kin: KinForm, reason: ReasonForm, act: Callable[[], object]
) -> HttpResponse:
    """Decide, or show the paper again with every reason."""
    try:
        act()
    except Refused as refused:
        certificate.refresh_from_db()
        asked, others = at_the_question(kin, refused)
        return show(request, certificate, kin=asked, reason=reason, refused=others, status=409)
    return redirect("director-case", certificate.organization_id, certificate.id)


def at_the_question(kin: KinForm, refused: Refused) -> tuple[KinForm, Refused]:
    """What is wrong with the answer stands at the question, the other reasons above the page."""
    own = [refusal for refusal in refused.refusals if refusal.code == UNANSWERED]
    if not kin.is_bound or not own:
        return kin, refused
    kin.add_error("kin", sentences(own)[0])
    return kin, Refused([refusal for refusal in refused.refusals if refusal.code != UNANSWERED])


def show(
    request: Request,
    certificate: Certificate,
    *,
    kin: KinForm = KIN,
    reason: ReasonForm = REASON,
    refuse: RefuseForm | None = None,
    void: VoidForm | None = None,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render the paper as it stands now."""
    case = case_page(certificate, request.actor, request.at)
    here = {
        "desk": desk_for(request, certificate.organization_id, current="director-list"),
        "view": decision_page(request, case),
        "page": case,
        "card": card_of(certificate, request.at, locked_in(certificate, case.reasons, request.at)),
        "letter": letter_card(certificate),
        "kin": kin,
        "reason": reason,
        "refuse": refuse or refuse_form(case),
        "void": void or void_form(case),
        "reasons": reasons_of(refused, case) if refused else (),
    }
    return render(request, "director/case.html", here, status=status)
