"""记委托书: a button of its own in the form of 收下, so that what is ticked beside it stays."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpResponse

from zhengyin.certificates import actions
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.case import case_page
from zhengyin.certificates.workflow import Act
from zhengyin.people.offices import Office
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.committee.reading import case_or_404
from zhengyin.web.doors import door
from zhengyin.web.handler.acts import carried_out
from zhengyin.web.handler.case import Sent, show_case
from zhengyin.web.handler.forms import AcceptForm
from zhengyin.web.handler.mandate import MandateForm
from zhengyin.web.handler.materials import material_forms, photograph_again
from zhengyin.web.request import Request


@door(Office.HANDLER, at="organization_id")
@act_of("handler-case")
def record(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """记委托书; what was begun of taking the case in is shown again."""
    certificate = case_or_404(request, organization_id, case_id)
    form = MandateForm(case_page(certificate, request.actor, request.at), request.POST, request.FILES)
    sent: Sent = {**begun(request, certificate), "mandate": form}
    if not form.is_valid():
        return show_case(request, certificate, status=UNFIT, **sent)
    answer = carried_out(
        request, certificate,
        lambda: actions.record_mandate(
            certificate_id=case_id, given=form.given, actor=request.actor, at=request.at
        ),
        sent,
    )  # fmt: skip
    going_on = answer.status_code == HTTPStatus.FOUND and begun(request, certificate)
    return show_case(request, certificate, **going_on) if going_on else answer


def begun(request: Request, certificate: Certificate) -> Sent:
    """What stood beside the mandate in the form of 收下, by the case as it is now; empty: nothing."""
    page, kept = case_page(certificate, request.actor, request.at), Sent()
    if Act.ACCEPT not in page.acts:
        return kept
    accept, rows = AcceptForm(page, typed=request.POST), material_forms(page, request.POST, request.FILES)
    if accept.begun:
        kept["accept"] = accept
    said = [row for row in rows if not row.is_valid() or row.given()]
    if said:
        photograph_again(said)
        kept["materials"] = rows
    return kept
