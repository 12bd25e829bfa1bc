"""Printing a sealed paper: the approved copies once, spoiled ones again with their reason."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from zhengyin.certificates import actions
from zhengyin.certificates.kinds import Reprint
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.case import case_page
from zhengyin.certificates.queries.papers import sealed_pdf, slips_pdf
from zhengyin.certificates.queries.printing import open_to, printings
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import IN_FORCE, State
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import act_of
from zhengyin.web.committee.paper import case_words
from zhengyin.web.committee.prints import kept_by_nobody, pdf
from zhengyin.web.committee.reading import case_or_404
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.forms import PlainForm
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

PRINTERS = (Office.HANDLER, Office.CUSTODIAN)


class ReprintForm(PlainForm):
    """Why, how many copies, how many sheets were struck."""

    reason = forms.ChoiceField(
        label="为什么再打",
        choices=[(one.value, WORDS[f"reprint.{one.value}"]) for one in Reprint],
        widget=forms.RadioSelect,
    )
    copies = forms.IntegerField(
        label="再打几份",
        min_value=1,
        max_value=99,
        widget=forms.NumberInput(attrs={"class": "w-name", "inputmode": "numeric"}),
        error_messages={"min_value": "份数至少1份", "max_value": "份数太多了", "invalid": "份数要填数字"},
    )
    spoiled = forms.IntegerField(
        label="打坏了几张",
        help_text="没有打坏的写0。打坏的划掉，写上“作废”，留在档案里。",
        min_value=0,
        max_value=999,
        widget=forms.NumberInput(attrs={"class": "w-name", "inputmode": "numeric"}),
        error_messages={"min_value": "张数不能是负数", "max_value": "张数太多了", "invalid": "张数要填数字"},
    )


@door(*PRINTERS, at="organization_id")
def printing(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """What was printed so far, and the one button or form that prints."""
    return show(request, sealed_or_404(request, organization_id, case_id))


@door(*PRINTERS, at="organization_id")
@act_of("committee-printing")
def print_copies(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """打印; pressed twice it opens the same file and writes nothing more."""
    certificate = sealed_or_404(request, organization_id, case_id)
    if open_to(case_id, request.actor, request.at):
        return to_the_printer(certificate)
    return done(
        request, certificate, ReprintForm(),
        lambda: actions.print_copies(certificate_id=case_id, actor=request.actor, at=request.at),
    )  # fmt: skip


@door(*PRINTERS, at="organization_id")
@act_of("committee-printing")
def reprint(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """再打一次, with the reason."""
    certificate, form = sealed_or_404(request, organization_id, case_id), ReprintForm(request.POST)
    if not form.is_valid():
        return show(request, certificate, form=form, status=422)
    return done(
        request, certificate, form,
        lambda: actions.reprint(
            certificate_id=case_id,
            copies=form.cleaned_data["copies"],
            reason=Reprint(form.cleaned_data["reason"]),
            spoiled=form.cleaned_data["spoiled"],
            actor=request.actor, at=request.at,
        ),
    )  # fmt: skip


@door(*PRINTERS, at="organization_id")
def paper(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """The sealed original, byte for byte as signed, for whoever has just said that they print it.

    Of a paper written by hand in a power cut there is the photograph of its slip, to look at.
    """
    certificate = sealed_or_404(request, organization_id, case_id)
    if certificate.state not in IN_FORCE or certificate.document is None:
        raise Http404(case_id)
    if certificate.pad_number:
        return kept_by_nobody(sealed_pdf(certificate), certificate.document.content_type)
    if not open_to(case_id, request.actor, request.at):
        return redirect("committee-printing", organization_id, case_id)
    return pdf(sealed_pdf(certificate))


@door(*PRINTERS, at="organization_id")
def slips(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """附条 for a brought form, as many as copies, for whoever has just said that they print them."""
    certificate = sealed_or_404(request, organization_id, case_id)
    if certificate.state not in IN_FORCE or certificate.slip_id is None:
        raise Http404(case_id)
    if not open_to(case_id, request.actor, request.at):
        return redirect("committee-printing", organization_id, case_id)
    return pdf(slips_pdf(certificate))


def sealed_or_404(request: Request, organization_id: UUID, case_id: UUID) -> Certificate:
    """A case that has a paper."""
    certificate = case_or_404(request, organization_id, case_id)
    if certificate.document_id is None:
        raise Http404(case_id)
    return certificate


def done(
    request: Request, certificate: Certificate, form: ReprintForm, act: Callable[[], object]
) -> HttpResponse:
    """Print, or say why not."""
    try:
        act()
    except Refused as refused:
        certificate.refresh_from_db()
        return show(request, certificate, form=form, refused=refused, status=409)
    return to_the_printer(certificate)


def to_the_printer(certificate: Certificate) -> HttpResponse:
    """Our own paper, or the slips for the form that was brought."""
    page = "committee-slips" if certificate.slip_id else "committee-paper"
    return redirect(page, certificate.organization_id, certificate.id)


def show(
    request: Request,
    certificate: Certificate,
    *,
    form: ReprintForm | None = None,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render the page with every printing so far."""
    case = case_page(certificate, request.actor, request.at)
    here = {
        "desk": desk_for(request, certificate.organization_id),
        "case": case,
        "title": case_words(case),
        "printings": printings(certificate.id),
        "may_print": certificate.state == State.SEALED and not certificate.pad_number,
        "may_look": certificate.slip_id is not None and open_to(certificate.id, request.actor, request.at),
        "form": form or ReprintForm(initial={"copies": 1, "spoiled": 0}),
        "reasons": sentences(refused.refusals) if refused else (),
    }
    return render(request, "committee/printing.html", here, status=status)
