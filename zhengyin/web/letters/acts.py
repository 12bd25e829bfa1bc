"""One POST an act of the 告知函."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from zhengyin.certificates import actions
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.letters import letter_page, visible_to
from zhengyin.people.offices import Office
from zhengyin.web.acting import act_of
from zhengyin.web.doors import door
from zhengyin.web.letters.forms import BasisForm, DraftForm, DroppedForm, ReturnForm, SendForm
from zhengyin.web.letters.views import PAGE, carried_out, refused_case
from zhengyin.web.request import Request


def with_letter(request: Request, organization_id: UUID, case_id: UUID) -> Certificate:
    """A case whose letter was drafted."""
    certificate = refused_case(request, organization_id, case_id)
    get_object_or_404(visible_to(request.actor), certificate_id=case_id)
    return certificate


@door(Office.HANDLER, at="organization_id")
@act_of(PAGE)
def draft(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """拟告知函, or write it anew."""
    certificate = refused_case(request, organization_id, case_id)
    form = DraftForm.of(letter_page(certificate, request.actor, request.at), request.POST)
    return carried_out(
        request, certificate, form,
        lambda: actions.draft_letter(
            certificate_id=case_id, given=form.given, actor=request.actor, at=request.at
        ),
        "draft",
    )  # fmt: skip


@door(Office.DIRECTOR, at="organization_id")
@act_of(PAGE)
def approve(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """同意发函."""
    return carried_out(
        request, with_letter(request, organization_id, case_id), None,
        lambda: actions.approve_letter(
            certificate_id=case_id, seen=request.POST.get("seen", ""), actor=request.actor, at=request.at
        ),
        "",
    )  # fmt: skip


@door(Office.DIRECTOR, at="organization_id")
@act_of(PAGE)
def give_back(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """退回修改."""
    certificate, form = with_letter(request, organization_id, case_id), ReturnForm(request.POST)
    return carried_out(
        request, certificate, form,
        lambda: actions.return_letter(
            certificate_id=case_id, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at
        ),
        "give_back",
    )  # fmt: skip


@door(Office.HANDLER, at="organization_id")
@act_of(PAGE)
def send(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """记送出."""
    certificate, form = with_letter(request, organization_id, case_id), SendForm(request.POST)
    return carried_out(
        request, certificate, form,
        lambda: actions.send_letter(
            certificate_id=case_id, **form.cleaned_data, actor=request.actor, at=request.at
        ),
        "send",
    )  # fmt: skip


@door(Office.DIRECTOR, at="organization_id")
@act_of(PAGE)
def take_back(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """收回, before it is sent."""
    certificate, form = with_letter(request, organization_id, case_id), ReturnForm(request.POST)
    return carried_out(
        request, certificate, form,
        lambda: actions.take_back_letter(
            certificate_id=case_id, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at
        ),
        "take_back",
    )  # fmt: skip


@door(Office.HANDLER, at="organization_id")
@act_of(PAGE)
def basis(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """对方给出了依据."""
    certificate, form = with_letter(request, organization_id, case_id), BasisForm(request.POST)
    return carried_out(
        request, certificate, form,
        lambda: actions.record_basis(
            certificate_id=case_id, **form.cleaned_data, actor=request.actor, at=request.at
        ),
        "basis",
    )  # fmt: skip


@door(Office.HANDLER, at="organization_id")
@act_of(PAGE)
def dropped(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """对方不再要求."""
    certificate, form = with_letter(request, organization_id, case_id), DroppedForm(request.POST)
    return carried_out(
        request, certificate, form,
        lambda: actions.record_demand_dropped(
            certificate_id=case_id, **form.cleaned_data, actor=request.actor, at=request.at
        ),
        "dropped",
    )  # fmt: skip


@door(Office.HANDLER, at="organization_id")
@act_of(PAGE)
def silence(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """到期没有答复."""
    return carried_out(
        request, with_letter(request, organization_id, case_id), None,
        lambda: actions.record_silence(certificate_id=case_id, actor=request.actor, at=request.at),
        "",
    )  # fmt: skip
