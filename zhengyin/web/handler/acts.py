"""The handler's acts: one POST each. What is refused comes back above the form, with what was typed."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from zhengyin.catalogue.kinds import Said, Tie
from zhengyin.certificates import actions
from zhengyin.certificates.asked import IdentityMethod
from zhengyin.certificates.kinds import How, Purpose
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.case import case_page
from zhengyin.certificates.queries.completing import problems_with
from zhengyin.certificates.queries.shown import facts_shown
from zhengyin.people.offices import Office
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.committee.reading import case_or_404
from zhengyin.web.doors import door
from zhengyin.web.forms import ReasonForm
from zhengyin.web.handler.case import Sent, forms_wrong, show_case
from zhengyin.web.handler.forms import AcceptForm, DeliverForm, RevealForm, check_forms
from zhengyin.web.handler.mandate import MandateForm
from zhengyin.web.handler.materials import given_in, material_forms, photograph_again
from zhengyin.web.handler.refusing import AskForm, CompleteForm, refuse_form
from zhengyin.web.request import Request

MANDATE_BEGUN = "写好的委托书还没有记：先按“记委托书”，或者把它清空"
NOTHING_NEW = "还没有记新的一项：选怎么核实的，写上看了哪一本、问了谁，再选属实或者不属实"


def carried_out(
    request: Request, certificate: Certificate, act: Callable[[], object], sent: Sent
) -> HttpResponse:
    """Do it and show the case, or show the case with every reason."""
    try:
        act()
    except Refused as refused:
        certificate.refresh_from_db()
        return show_case(request, certificate, status=409, refused=refused, **sent)
    return redirect("handler-case", certificate.organization_id, certificate.id)


@door(Office.HANDLER, at="organization_id")
@act_of("handler-case")
def accept(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """收下, with what was ticked and photographed of the materials."""
    certificate = case_or_404(request, organization_id, case_id)
    page = case_page(certificate, request.actor, request.at)
    form, rows = AcceptForm(page, request.POST), material_forms(page, request.POST, request.FILES)
    mandate = MandateForm(page, files=request.FILES, typed=request.POST)
    sent: Sent = {"accept": form, "materials": rows, "mandate": mandate}
    wrong = [one for one in (form, *rows) if not one.is_valid()]
    if mandate.begun:
        form.add_error(None, MANDATE_BEGUN)
    if wrong or mandate.begun:
        photograph_again(rows)
        return show_case(request, certificate, status=UNFIT, **sent)
    said, materials = form.cleaned_data, given_in(rows)
    photograph_again(rows)  # is shown only where the act is refused
    return carried_out(
        request, certificate,
        lambda: actions.accept(
            certificate_id=case_id,
            identity_method=IdentityMethod(said["identity_method"]),
            identity_note=said["identity_note"],
            ties=[Tie(tie) for tie in said["ties"]],
            public_interest=Said(said.get("public_interest", Said.NOT_ASKED)),
            public_interest_reason=said.get("public_interest_reason", ""),
            materials=materials,
            actor=request.actor, at=request.at,
        ),
        sent,
    )  # fmt: skip


@door(Office.HANDLER, at="organization_id")
@act_of("handler-case")
def ask_to_complete(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """告诉申请人还差什么, once."""
    certificate, form = case_or_404(request, organization_id, case_id), AskForm(request.POST)
    if not form.is_valid():
        return show_case(request, certificate, status=UNFIT, ask=form)
    return carried_out(
        request, certificate,
        lambda: actions.ask_to_complete(
            certificate_id=case_id, missing=form.named, actor=request.actor, at=request.at
        ),
        {"ask": form},
    )  # fmt: skip


@door(Office.HANDLER, at="organization_id")
@act_of("handler-case")
def complete(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """补齐了."""
    certificate = case_or_404(request, organization_id, case_id)
    page = case_page(certificate, request.actor, request.at)
    judge = partial(problems_with, certificate, at=request.at)
    form = CompleteForm(page, request.POST, judge=judge)
    if not form.is_valid():
        return show_case(request, certificate, status=UNFIT, complete=form)
    return carried_out(
        request, certificate,
        lambda: actions.complete(
            certificate_id=case_id, said=form.cleaned_data["said"], values=form.values,
            actor=request.actor, at=request.at,
        ),
        {"complete": form},
    )  # fmt: skip


@door(Office.HANDLER, at="organization_id")
@act_of("handler-case")
def refuse(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """不予出具, with a 告知单."""
    certificate = case_or_404(request, organization_id, case_id)
    form = refuse_form(case_page(certificate, request.actor, request.at), request.POST)
    if not form.is_valid():
        return show_case(request, certificate, status=UNFIT, refuse=form)
    return carried_out(
        request, certificate,
        lambda: actions.refuse(
            certificate_id=case_id, given=form.given, actor=request.actor, at=request.at
        ),
        {"refuse": form},
    )  # fmt: skip


@door(Office.HANDLER, at="organization_id")
@act_of("handler-case")
def reveal(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """看完整的号码和电话, once, with a purpose."""
    certificate, form = case_or_404(request, organization_id, case_id), RevealForm(request.POST)
    if not form.is_valid():
        return show_case(request, certificate, status=UNFIT, reveal=form)
    seen = actions.reveal(
        certificate_id=case_id, purpose=Purpose(form.cleaned_data["purpose"]), actor=request.actor,
        at=request.at,
    )  # fmt: skip
    response = show_case(request, certificate, revealed=seen)
    response["Cache-Control"] = "no-store"
    return response


@door(Office.HANDLER, at="organization_id")
@act_of("handler-case")
def start(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """开始核实."""
    certificate = case_or_404(request, organization_id, case_id)
    return carried_out(
        request, certificate,
        lambda: actions.start_verifying(certificate_id=case_id, actor=request.actor, at=request.at),
        {},
    )  # fmt: skip


@door(Office.HANDLER, at="organization_id")
@act_of("handler-case")
def checks(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """记下核实: the rows that say something new."""
    certificate = case_or_404(request, organization_id, case_id)
    forms = check_forms(facts_shown(certificate, day_of(request.at)), request.POST)
    if forms_wrong(forms):
        return show_case(request, certificate, status=UNFIT, checks=forms)
    given = [form.given for form in forms if form.given]
    if not given:
        forms[0].add_error("method", NOTHING_NEW)
        return show_case(request, certificate, status=UNFIT, checks=forms)
    return carried_out(
        request, certificate,
        lambda: actions.record_checks(
            certificate_id=case_id, checks=given, actor=request.actor, at=request.at
        ),
        {"checks": forms},
    )  # fmt: skip


@door(Office.HANDLER, at="organization_id")
@act_of("handler-case")
def verify(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """都核实过了，送签批: what still stands typed in the rows goes with it, all or nothing."""
    certificate = case_or_404(request, organization_id, case_id)
    forms = check_forms(facts_shown(certificate, day_of(request.at)), request.POST)
    if forms_wrong(forms):
        return show_case(request, certificate, status=UNFIT, checks=forms)
    given = [form.given for form in forms if form.given]
    return carried_out(
        request, certificate,
        lambda: actions.verify(certificate_id=case_id, checks=given, actor=request.actor, at=request.at),
        {"checks": forms},
    )  # fmt: skip


@door(Office.HANDLER, at="organization_id")
@act_of("handler-case")
def withdraw(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """撤回: the applicant no longer wants it."""
    certificate, form = case_or_404(request, organization_id, case_id), ReasonForm(request.POST)
    if not form.is_valid():
        return show_case(request, certificate, status=UNFIT, withdraw=form)
    return carried_out(
        request, certificate,
        lambda: actions.withdraw(
            certificate_id=case_id, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at
        ),
        {"withdraw": form},
    )  # fmt: skip


@door(Office.HANDLER, at="organization_id")
@act_of("handler-case")
def deliver(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """记交付, against a signature of receipt."""
    certificate = case_or_404(request, organization_id, case_id)
    form = DeliverForm(request.POST, request.FILES)
    if not form.is_valid():
        return show_case(request, certificate, status=UNFIT, deliver=form)
    said, picture = form.cleaned_data, form.cleaned_data["picture"]
    return carried_out(
        request, certificate,
        lambda: actions.deliver(
            certificate_id=case_id,
            how=How(said["how"]),
            recipient=said["recipient"],
            signed_by=form.signed_by,
            carrier=said["carrier"],
            post_number=said["post_number"],
            signature_image=picture.data if picture else b"",
            content_type=picture.content_type if picture else "",
            actor=request.actor, at=request.at,
        ),
        {"deliver": form},
    )  # fmt: skip
