"""检查单 to take along, 检查记录 and 整改通知 to leave there, 反馈单 for county and department."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from zhengyin.documents.paper import InspectionPaper, Mark
from zhengyin.documents.typesetting import typeset
from zhengyin.regions import queries as regions
from zhengyin.shared.days import day_of, in_words
from zhengyin.supervision.models import Inspection
from zhengyin.supervision.queries.inspections import feedbacks_at
from zhengyin.supervision.queries.known import known_of
from zhengyin.supervision.topics import TOPIC_LABELS, Topic
from zhengyin.supervision.workflow import InspectionState
from zhengyin.web.committee.prints import pdf
from zhengyin.web.doors import door
from zhengyin.web.inspection.pages import READING
from zhengyin.web.inspection.views import inspection_or_404
from zhengyin.web.request import Request

LAST = (
    "请在期限以前改好，由主任在系统里逐个答复；有不同意见的，也写在答复里。本通知一式两份，签名后各存一份。"
)
FOR_THE_DEPARTMENT = (
    "请收件部门在下面写明意见、签名、盖章，交回县（旗区）主管部门；"
    "主管部门把意见记进这一件的答复，乡镇和村（社区）都看得到。"
    "（这样交回是产品默认，本地另有规定的，从其规定。）"
)


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def sheet(request: Request, organization_id: UUID, inspection_id: UUID) -> HttpResponse:
    """What the product knows today, beside it what is seen on the spot."""
    row = inspection_or_404(request, organization_id, inspection_id)
    if row.state != InspectionState.PLANNED:
        raise Http404(inspection_id)
    today = day_of(request.at)
    paper = InspectionPaper(
        title="检查单", by=row.township.name, rows=(*_rows(row), ("打印日期", in_words(today))),
        known=known_of(row.organization_id, today).rows, heads=("检查内容", "现场情况", "有问题吗"),
        widths=(3, 6, 2), table=tuple((TOPIC_LABELS[Topic(one)], "", "□有　□没有") for one in row.topics),
        last="", signers=("检查人", "检查人", "村（社区）负责人", "印章保管人"), mark=_mark(),
    )  # fmt: skip
    return pdf(typeset(paper, request.at).pdf)


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def record(request: Request, organization_id: UUID, inspection_id: UUID) -> HttpResponse:
    """What was found and must be put right, or that nothing was."""
    row = inspection_or_404(request, organization_id, inspection_id)
    if row.inspected_on is None:
        raise Http404(inspection_id)
    found = tuple(
        (str(one.no), TOPIC_LABELS[Topic(one.topic)], one.found, one.to_do, in_words(one.due_on))
        for one in row.findings.order_by("no")
    )
    paper = InspectionPaper(
        title="检查记录和整改通知" if found else "检查记录", by=row.township.name,
        rows=(*_rows(row), ("检查日期", in_words(row.inspected_on))), known=(),
        heads=("序号", "内容", "问题", "怎样整改", "期限"), widths=(2, 4, 8, 8, 4), table=found,
        last=LAST if found else "检查中没有发现问题。",
        signers=("检查人", "检查人", "村（社区）负责人", "签收日期"), mark=_mark(),
    )  # fmt: skip
    return pdf(typeset(paper, request.at).pdf)


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def feedback(request: Request, organization_id: UUID, inspection_id: UUID, finding_id: UUID) -> HttpResponse:
    """What goes to the department, which logs in to nothing, and comes back stamped (H4.2b)."""
    inspection = inspection_or_404(request, organization_id, inspection_id)
    row = get_object_or_404(feedbacks_at(request.actor, organization_id), finding_id=finding_id)
    if row.finding.inspection_id != inspection.pk:
        raise Http404(finding_id)
    said = (row.finding.found, row.words, row.answer)
    paper = InspectionPaper(
        title="检查反馈单", by=inspection.township.name,
        rows=(*_rows(inspection), ("涉及事项", row.item), ("送哪个部门", row.department),
              ("反馈日期", in_words(day_of(row.sent_at)))),
        known=(), heads=("问题", "反馈意见", "县（旗区）答复"), widths=(4, 4, 4), table=(said,),
        last=FOR_THE_DEPARTMENT, signers=("部门意见", "收件部门", "收件人", "收件日期"), mark=_mark(),
    )  # fmt: skip
    return pdf(typeset(paper, request.at).pdf)


def _rows(row: Inspection) -> tuple[tuple[str, str], ...]:
    card = regions.committee(row.organization_id)
    return (
        ("检查名称", row.title),
        ("被检查的", card.legal_name or card.issuer_full),
        ("检查人", f"{row.first_inspector}、{row.second_inspector}"),
        ("检查内容", "、".join(TOPIC_LABELS[Topic(one)] for one in row.topics)),
    )


def _mark() -> Mark:
    return Mark.DEMONSTRATION if regions.is_demonstration() else Mark.NONE
