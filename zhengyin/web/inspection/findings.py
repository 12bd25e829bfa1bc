"""One POST an act about a finding; a finding of another inspection is 404."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from zhengyin.people.offices import Office
from zhengyin.supervision import actions
from zhengyin.supervision.models import Finding
from zhengyin.supervision.queries.inspections import feedbacks_at, findings_at, photos_at
from zhengyin.supervision.topics import Topic
from zhengyin.web.acting import act_of
from zhengyin.web.committee.pictures import stored
from zhengyin.web.doors import door
from zhengyin.web.inspection.forms import AnswerForm, FeedbackForm, FindingForm, WordsForm
from zhengyin.web.inspection.pages import READING
from zhengyin.web.inspection.views import carried_out, inspection_or_404
from zhengyin.web.request import Request

PAGE, NAMED = "inspection", "inspection_id"


@door(Office.TOWNSHIP, at="organization_id")
@act_of(PAGE, NAMED)
def record(request: Request, organization_id: UUID, inspection_id: UUID) -> HttpResponse:
    """记一个问题."""
    row = inspection_or_404(request, organization_id, inspection_id)
    form = FindingForm(request.POST, about=row.pk)
    return carried_out(
        request, row,
        lambda: actions.record_finding(
            inspection_id=row.pk, **{**form.cleaned_data, "topic": Topic(form.cleaned_data["topic"])},
            actor=request.actor, at=request.at,
        ),
        form, ("record", row.pk),
    )  # fmt: skip


@door(Office.DIRECTOR, at="organization_id")
@act_of(PAGE, NAMED)
def answer(request: Request, organization_id: UUID, inspection_id: UUID, finding_id: UUID) -> HttpResponse:
    """答复整改."""
    finding = finding_in(request, organization_id, inspection_id, finding_id=finding_id)
    form = AnswerForm(request.POST, request.FILES, about=finding.pk)
    return carried_out(
        request, finding.inspection,
        lambda: actions.answer_finding(
            finding_id=finding.pk, **form.cleaned_data, actor=request.actor, at=request.at
        ),
        form, ("answer", finding.pk),
    )  # fmt: skip


@door(Office.TOWNSHIP, at="organization_id")
@act_of(PAGE, NAMED)
def give_back(request: Request, organization_id: UUID, inspection_id: UUID, finding_id: UUID) -> HttpResponse:
    """退回重改."""
    finding = finding_in(request, organization_id, inspection_id, finding_id=finding_id)
    form = WordsForm(request.POST, about=f"return-{finding.pk}", label="还有什么没有改好")
    return carried_out(
        request, finding.inspection,
        lambda: actions.return_finding(
            finding_id=finding.pk, reason=form.cleaned_data["words"], actor=request.actor, at=request.at
        ),
        form, ("return", finding.pk),
    )  # fmt: skip


@door(Office.TOWNSHIP, at="organization_id")
@act_of(PAGE, NAMED)
def settle(request: Request, organization_id: UUID, inspection_id: UUID, finding_id: UUID) -> HttpResponse:
    """整改通过了."""
    finding = finding_in(request, organization_id, inspection_id, finding_id=finding_id)
    form = WordsForm(request.POST, about=f"settle-{finding.pk}", label="说明（对方答复了的可以不填）")
    return carried_out(
        request, finding.inspection,
        lambda: actions.settle_finding(
            finding_id=finding.pk, remark=form.cleaned_data["words"], actor=request.actor, at=request.at
        ),
        form, ("settle", finding.pk),
    )  # fmt: skip


@door(Office.TOWNSHIP, at="organization_id")
@act_of(PAGE, NAMED)
def feed_back(request: Request, organization_id: UUID, inspection_id: UUID, finding_id: UUID) -> HttpResponse:
    """反馈给主管部门."""
    finding = finding_in(request, organization_id, inspection_id, finding_id=finding_id)
    form = FeedbackForm(request.POST, about=finding.pk)
    return carried_out(
        request, finding.inspection,
        lambda: actions.send_feedback(
            finding_id=finding.pk, **form.cleaned_data, actor=request.actor, at=request.at
        ),
        form, ("feedback", finding.pk),
    )  # fmt: skip


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(PAGE, NAMED)
def reply(request: Request, organization_id: UUID, inspection_id: UUID, finding_id: UUID) -> HttpResponse:
    """答复反馈."""
    finding = finding_in(request, organization_id, inspection_id, finding_id=finding_id)
    sent = get_object_or_404(feedbacks_at(request.actor, organization_id), finding=finding)
    form = WordsForm(request.POST, about=f"reply-{finding.pk}", label="答复")
    return carried_out(
        request, finding.inspection,
        lambda: actions.answer_feedback(
            feedback_id=sent.pk, answer=form.cleaned_data["words"], actor=request.actor, at=request.at
        ),
        form, ("reply", finding.pk),
    )  # fmt: skip


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def photo(
    request: Request, organization_id: UUID, inspection_id: UUID, finding_id: UUID, photo_id: UUID
) -> HttpResponse:
    """One photograph of an answer."""
    rows = photos_at(request.actor, organization_id).select_related("file")
    return stored(
        get_object_or_404(rows, pk=photo_id, finding=finding_id, finding__inspection=inspection_id).file
    )


def finding_in(request: Request, organization_id: UUID, inspection_id: UUID, *, finding_id: UUID) -> Finding:
    """A finding of this very inspection, which this seat reads."""
    rows = findings_at(request.actor, organization_id)
    finding: Finding = get_object_or_404(rows, pk=finding_id, inspection=inspection_id)
    finding.inspection = inspection_or_404(request, organization_id, inspection_id)
    return finding
