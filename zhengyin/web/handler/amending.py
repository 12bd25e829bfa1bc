"""改登记的内容: before anything is sealed, the same request entered anew with what was wrong put right."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from zhengyin.certificates import actions
from zhengyin.certificates.models import Certificate
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
from zhengyin.web.handler.again import correction_form
from zhengyin.web.handler.correcting import AmendForm, CorrectionForm
from zhengyin.web.handler.handing import hand_out
from zhengyin.web.numbers import id_in
from zhengyin.web.request import Request

SAME_CODE = "申请人原来的查询码照用。"


@door(Office.HANDLER, at="organization_id")
def amending(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """The application's content, to put right what is wrong in it."""
    return show(request, case_or_404(request, organization_id, case_id))


@door(Office.HANDLER, at="organization_id")
@act_of("handler-amending")
def amend(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """Enter it anew. Sent twice, the second one shows the case of the first."""
    certificate = case_or_404(request, organization_id, case_id)
    form, _ = correction_form(request, certificate, AmendForm, filled=True)
    if "more" in request.POST:
        return show(request, certificate, form=form)
    if form is None or not form.is_valid():
        return show(request, certificate, form=form, status=UNFIT)
    new = id_in(request.POST.get("case_id", "")) or uuid4()
    there = visible_to(request.actor).filter(organization_id=organization_id, pk=new)
    try:
        if not there.exists():
            question = application_of(certificate, day_of(request.at)).question
            done = actions.amend(
                certificate_id=case_id, application=form.application(question),
                reason=form.cleaned_data["reason"], actor=request.actor, at=request.at, as_id=new,
            )  # fmt: skip
            if done.code_stays:
                messages.info(request, SAME_CODE, extra_tags=str(new))
            else:
                hand_out(request, done.applied)
    except Refused as refused:
        if not there.exists():  # else the other tab was faster
            certificate.refresh_from_db()
            return show(request, certificate, form=form, refused=form.refused(refused), status=409)
    return redirect("handler-case", organization_id, new)


def show(
    request: Request,
    certificate: Certificate,
    *,
    form: CorrectionForm | None = None,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render the form; where nothing can be put right any more, the case."""
    page = case_page(certificate, request.actor, request.at)
    if not may_amend(page):
        return redirect("handler-case", page.organization_id, page.id)
    begun, cannot = (form, ()) if form else correction_form(request, certificate, AmendForm)
    here = {
        "desk": desk_for(request, page.organization_id, current="handler-todo"),
        "page": page,
        "title": case_words(page),
        "form": begun,
        "case_id": id_in(request.POST.get("case_id", "")) or uuid4() if request.method == "POST" else uuid4(),
        "cannot": cannot,
        "reasons": reasons_of(refused, page) if refused else (),
    }
    return render(request, "handler/amend.html", here, status=status)


def may_amend(page: CasePage) -> bool:
    """While it may be withdrawn; a correction is begun again from the paper it corrects."""
    return Act.WITHDRAW in page.acts and page.followed is None
