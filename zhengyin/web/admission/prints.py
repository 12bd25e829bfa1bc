"""The papers of admission: 申请表, 征求意见函 with its one-time link, 议程 with 签到 and 会签."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from zhengyin.admission.models import Proposal, Question
from zhengyin.admission.queries.facts import reviewers
from zhengyin.admission.workflow import QuestionState
from zhengyin.documents.paper import AdmissionPaper, Mark
from zhengyin.documents.typesetting import typeset
from zhengyin.people.offices import Office
from zhengyin.regions.queries import is_demonstration
from zhengyin.shared.days import in_words
from zhengyin.web.admission.item import item_rows, said_rows, words_of
from zhengyin.web.admission.joint import agenda_of, meeting_or_404
from zhengyin.web.admission.links import scanned_link_of
from zhengyin.web.admission.pages import READING
from zhengyin.web.admission.views import proposal_or_404
from zhengyin.web.committee.prints import pdf
from zhengyin.web.doors import door
from zhengyin.web.request import Request


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def form(request: Request, organization_id: UUID, proposal_id: UUID) -> HttpResponse:
    """The form as it stands, to be signed and stamped by whoever asks."""
    row = proposal_or_404(request, organization_id, proposal_id)
    paper = AdmissionPaper(
        title=f"{row.form_name}", by=f"（{words_of(row)}）", to="", paragraphs=(),
        rows=_rows(row, request.at), head="", heads=(), widths=(), table=(),
        signers=("申请单位（盖章）", "负责人", "联系人", "日期"), address="", mark=_mark(),
    )  # fmt: skip
    return pdf(typeset(paper, request.at).pdf)


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def letter(request: Request, organization_id: UUID, proposal_id: UUID, question_id: UUID) -> HttpResponse:
    """征求意见函 to one body; scanned, it is answered without an account."""
    row = proposal_or_404(request, organization_id, proposal_id)
    question = get_object_or_404(Question.objects.select_related("body"), pk=question_id, proposal=row)
    if question.state != QuestionState.ASKED:
        raise Http404(question_id)
    asked = (
        f"{row.applicant_name}申请{words_of(row)}“{row.item_name}”（{row.number}）。现征求贵单位意见，"
        f"请在{in_words(question.due_on)}以前答复；无意见也请答复。"
    )
    paper = AdmissionPaper(
        title="征求意见函", by=row.lead.name, to=question.body.name, paragraphs=(asked,),
        rows=_rows(row, request.at), head="答复", heads=("有没有意见", "意见建议"),
        widths=(1, 3), table=(("□无意见　□有意见", ""),),
        signers=("答复单位（盖章）", "答复人", "日期"), address=scanned_link_of(question.pk),
        mark=_mark(),
    )  # fmt: skip
    return pdf(typeset(paper, request.at).pdf)


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def agenda(request: Request, organization_id: UUID, meeting_id: UUID) -> HttpResponse:
    """议程 with a place for each conclusion, 签到 and 会签 of each joint reviewer."""
    row = meeting_or_404(request, organization_id, meeting_id)
    items = tuple(
        (
            str(one.no),
            f"{words_of(one.proposal)}：{one.proposal.item_name}",
            one.proposal.applicant_name,
            "",
        )
        for one in agenda_of(row)
    )
    bodies = tuple((body.name, "") for body in reviewers(row.county_code))
    paper = AdmissionPaper(
        title=row.title, by=row.lead.name, to="", paragraphs=(),
        rows=(("时间", in_words(row.held_on)), ("地点", row.place), ("主持人", ""), *bodies),
        head="议题和结论", heads=("序号", "事项", "申请单位", "结论"), widths=(1, 5, 4, 4), table=items,
        signers=("主持人", "记录人"), address="", mark=_mark(),
    )  # fmt: skip
    return pdf(typeset(paper, request.at).pdf)


def _rows(row: Proposal, at: datetime) -> tuple[tuple[str, str], ...]:
    return (
        ("申请单位", row.applicant_name), ("联系人、电话", f"{row.liaison} {row.telephone}".strip()),
        ("申请种类", words_of(row)), ("事项名称", row.item_name), *item_rows(row, at), *said_rows(row),
    )  # fmt: skip


def _mark() -> Mark:
    return Mark.DEMONSTRATION if is_demonstration() else Mark.NONE
