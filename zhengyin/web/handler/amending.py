"""改登记的内容: before anything is sealed, the same request entered anew with what was wrong put right."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from zhengyin.certificates import actions
from zhengyin.certificates.actions import Amended
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.case import CasePage, case_page
from zhengyin.certificates.workflow import Act
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.committee.reading import case_or_404
from zhengyin.web.doors import door
from zhengyin.web.handler.again import around_form, correction_form, opened
from zhengyin.web.handler.correcting import AmendForm, CorrectionForm
from zhengyin.web.handler.handing import hand_out
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
    try:
        return opened(request, certificate, lambda new: hand_over(request, actions.amend(
            certificate_id=case_id, application=form.application(form.old.question),
            reason=form.cleaned_data["reason"], actor=request.actor, at=request.at, as_id=new,
        )))  # fmt: skip
    except Refused as refused:
        certificate.refresh_from_db()
        return show(request, certificate, form=form, refused=form.refused(refused), status=409)


def hand_over(request: Request, done: Amended) -> None:
    """The applicant's own code leads on; who had none is given one."""
    if done.code_stays:
        messages.info(request, SAME_CODE, extra_tags=str(done.applied.certificate_id))
    else:
        hand_out(request, done.applied)


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
    here = around_form(request, page, refused) | {"form": begun, "cannot": cannot}
    return render(request, "handler/amend.html", here, status=status)


def may_amend(page: CasePage) -> bool:
    """While it may be withdrawn; a correction is begun again from the paper it corrects."""
    return Act.WITHDRAW in page.acts and page.followed is None
