"""更正 and 再开一份: from the page of a sealed paper to the page of a new case."""

from collections.abc import Callable
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render

from zhengyin.catalogue import queries as catalogue
from zhengyin.certificates import actions
from zhengyin.certificates.brought import form_of
from zhengyin.certificates.free import blank_form, served_by_free_words
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.policy.answered import refusals_of_the_answer
from zhengyin.certificates.queries.again import application_of
from zhengyin.certificates.queries.case import CasePage, case_page
from zhengyin.certificates.queries.worklists import visible_to
from zhengyin.certificates.workflow import Act
from zhengyin.people.offices import Office
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.committee.case import reasons_of
from zhengyin.web.committee.paper import case_words
from zhengyin.web.committee.reading import case_or_404
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.handler.case import show_case
from zhengyin.web.handler.correcting import CorrectionForm, ReissueForm
from zhengyin.web.handler.handing import hand_out
from zhengyin.web.numbers import id_in
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

NO_FORM = "这一项还没有定好表单，不能在这里更正。请打乡镇的电话问。"


@door(Office.HANDLER, at="organization_id")
def correcting(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """The old paper's content, to put right what is wrong in it."""
    certificate = case_or_404(request, organization_id, case_id)
    return show_correction(request, certificate)


@door(Office.HANDLER, at="organization_id")
@act_of("handler-correcting")
def correct(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """Open the correcting application. Sent twice, the second one shows the case of the first."""
    certificate = case_or_404(request, organization_id, case_id)
    form, _ = correction_form(request, certificate, filled=True)
    if "more" in request.POST:
        return show_correction(request, certificate, form=form)
    if form is None or not form.is_valid():
        return show_correction(request, certificate, form=form, status=UNFIT)
    try:
        return opened(request, certificate, lambda new: hand_out(request, actions.begin_correction(
            certificate_id=case_id, application=form.application(form.old.question),
            reason=form.cleaned_data["reason"], actor=request.actor, at=request.at, as_id=new,
        )))  # fmt: skip
    except Refused as refused:
        certificate.refresh_from_db()
        return show_correction(request, certificate, form=form, refused=form.refused(refused), status=409)


@door(Office.HANDLER, at="organization_id")
@act_of("handler-case")
def reissue(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """再开一份: one tap, everything taken over."""
    certificate = case_or_404(request, organization_id, case_id)
    form = ReissueForm(case_page(certificate, request.actor, request.at), request.POST)
    if not form.is_valid():
        return show_case(request, certificate, status=UNFIT, reissue=form)
    try:
        return opened(request, certificate, lambda new: hand_out(request, actions.reissue(
            certificate_id=case_id, copies=form.cleaned_data["copies"], reason=form.cleaned_data["reason"],
            actor=request.actor, at=request.at, as_id=new,
        )))  # fmt: skip
    except Refused as refused:
        certificate.refresh_from_db()
        return show_case(request, certificate, status=409, refused=refused, reissue=form)


def opened(request: Request, old: Certificate, act: Callable[[UUID], None]) -> HttpResponse:
    """The new case; one that was opened by the same form before is shown as it is. Raises Refused."""
    new = id_in(request.POST.get("case_id", "")) or uuid4()
    there = visible_to(request.actor).filter(organization_id=old.organization_id, pk=new)
    if not there.exists():
        try:
            act(new)
        except Refused:
            if not there.exists():  # the other tab was faster
                raise
    return redirect("handler-case", old.organization_id, new)


def correction_form(
    request: Request,
    certificate: Certificate,
    kind: type[CorrectionForm] = CorrectionForm,
    *,
    filled: bool = False,
) -> tuple[CorrectionForm | None, tuple[str, ...]]:
    """The form of the item as it is issued today; without one, the reasons why it is not."""
    day = day_of(request.at)
    old = application_of(certificate, day)
    answer = catalogue.answer_to(certificate.organization_id, old.question)
    if not answer.outcome.is_yes:
        return None, sentences(refusals_of_the_answer(answer))
    code = answer.guide_code or answer.entry_code
    listed = catalogue.entry(certificate.organization_id, code, day) if code else None
    form = listed.entry.form if listed else None
    if form is None and served_by_free_words(answer):
        form = blank_form(answer)
    if form is None:
        return None, (NO_FORM,)
    form = form_of(form, old.brought) if old.brought else form
    if "more" in request.POST:
        return kind(form, day, old, typed=request.POST.dict()), ()
    return kind(form, day, old, request.POST if filled else None), ()


def show_correction(
    request: Request,
    certificate: Certificate,
    *,
    form: CorrectionForm | None = None,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render the form, or say why there is nothing to put right here."""
    page = case_page(certificate, request.actor, request.at)
    if Act.BEGIN_CORRECTION not in page.acts:
        return redirect("handler-case", page.organization_id, page.id)
    begun, unlisted = (form, ()) if form else correction_form(request, certificate)
    here = around_form(request, page, refused)
    here |= {"form": begun, "cannot": (*sentences(page.not_again), *unlisted)}
    return render(request, "handler/correct.html", here, status=status)


def around_form(request: Request, page: CasePage, refused: Refused | None) -> dict[str, object]:
    """What stands around the form in which a case's content is put right."""
    return {
        "desk": desk_for(request, page.organization_id, current="handler-todo"),
        "page": page,
        "title": case_words(page),
        "case_id": id_in(request.POST.get("case_id", "")) or uuid4(),
        "reasons": reasons_of(refused, page) if refused else (),
    }
