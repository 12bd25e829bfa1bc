"""One POST an act. A notice, an objection, a meeting of another case is 404."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from zhengyin.catalogue.kinds import Lock
from zhengyin.certificates.queries.worklists import READERS
from zhengyin.deliberation import actions, queries
from zhengyin.deliberation.kinds import Handling, Heard, MeetingKind
from zhengyin.deliberation.models import Objection
from zhengyin.people.offices import Office
from zhengyin.web.acting import act_of
from zhengyin.web.deliberation.forms import (
    AnswerForm,
    ConveneForm,
    ExtendForm,
    HearForm,
    MeasureForm,
    PostForm,
    VotesForm,
    WhyForm,
)
from zhengyin.web.deliberation.pages import is_village
from zhengyin.web.deliberation.subject import Subject, subject_or_404
from zhengyin.web.deliberation.views import carried_out
from zhengyin.web.doors import door
from zhengyin.web.request import Request

EITHER = (Office.HANDLER, Office.DIRECTOR)
HEARING = (Office.HANDLER, Office.DIRECTOR, Office.SUPERVISION_COMMITTEE)
PAGE = "deliberation-case"
assert set(HEARING) <= set(READERS)  # whoever may act may look


def notice_in(request: Request, organization_id: UUID, case_id: UUID, notice_id: UUID) -> Subject:
    """The case of this very notice."""
    case = subject_or_404(request, organization_id, case_id)
    get_object_or_404(queries.notices_visible_to(request.actor), pk=notice_id, subject=case_id)
    return case


def meeting_in(request: Request, organization_id: UUID, case_id: UUID, meeting_id: UUID) -> Subject:
    """The case of this very meeting."""
    case = subject_or_404(request, organization_id, case_id)
    get_object_or_404(queries.meetings_visible_to(request.actor), pk=meeting_id, subject=case_id)
    return case


@door(Office.HANDLER, at="organization_id")
@act_of(PAGE)
def post(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """张贴公示."""
    case, form = touched_or_404(request, organization_id, case_id), PostForm(request.POST)
    return carried_out(
        request, case,
        lambda: actions.post_notice(
            organization_id=organization_id, subject=case_id, names=case.names, **form.cleaned_data,
            actor=request.actor, at=request.at,
        ),
        form, ("post", ""),
    )  # fmt: skip


@door(*EITHER, at="organization_id")
@act_of(PAGE)
def extend(request: Request, organization_id: UUID, case_id: UUID, notice_id: UUID) -> HttpResponse:
    """延长公示."""
    case, form = (
        notice_in(request, organization_id, case_id, notice_id),
        ExtendForm(request.POST, about=notice_id),
    )
    return carried_out(
        request, case,
        lambda: actions.extend_notice(
            notice_id=notice_id, **form.cleaned_data, actor=request.actor, at=request.at
        ),
        form, ("extend", notice_id),
    )  # fmt: skip


@door(*HEARING, at="organization_id")
@act_of(PAGE)
def hear(request: Request, organization_id: UUID, case_id: UUID, notice_id: UUID) -> HttpResponse:
    """记录异议."""
    case, form = (
        notice_in(request, organization_id, case_id, notice_id),
        HearForm(request.POST, about=notice_id),
    )
    return carried_out(
        request, case,
        lambda: actions.record_objection(
            notice_id=notice_id,
            **{**form.cleaned_data, "heard": Heard(form.cleaned_data["heard"])},
            actor=request.actor, at=request.at,
        ),
        form, ("hear", notice_id),
    )  # fmt: skip


@door(*EITHER, at="organization_id")
@act_of(PAGE)
def answer(request: Request, organization_id: UUID, case_id: UUID, objection_id: UUID) -> HttpResponse:
    """答复异议."""
    case = subject_or_404(request, organization_id, case_id)
    form = AnswerForm(request.POST, about=objection_id)
    rows = Objection.objects.filter(notice__in=queries.notices_visible_to(request.actor))
    get_object_or_404(rows, pk=objection_id, notice__subject=case_id)
    return carried_out(
        request, case,
        lambda: actions.answer_objection(
            objection_id=objection_id, handling=Handling(form.cleaned_data["handling"]),
            answer=form.cleaned_data["answer"], actor=request.actor, at=request.at,
        ),
        form, ("answer", objection_id),
    )  # fmt: skip


@door(Office.DIRECTOR, at="organization_id")
@act_of(PAGE)
def confirm_notice(request: Request, organization_id: UUID, case_id: UUID, notice_id: UUID) -> HttpResponse:
    """确认公示结果."""
    case = notice_in(request, organization_id, case_id, notice_id)
    return carried_out(
        request, case,
        lambda: actions.confirm_notice(notice_id=notice_id, actor=request.actor, at=request.at),
        None, ("confirm-notice", notice_id),
    )  # fmt: skip


@door(Office.DIRECTOR, at="organization_id")
@act_of(PAGE)
def fail_notice(request: Request, organization_id: UUID, case_id: UUID, notice_id: UUID) -> HttpResponse:
    """公示没有通过."""
    case = notice_in(request, organization_id, case_id, notice_id)
    return with_reason(request, case, "fail-notice", notice_id, lambda reason: actions.fail_notice(
        notice_id=notice_id, reason=reason, actor=request.actor, at=request.at))  # fmt: skip


@door(*EITHER, at="organization_id")
@act_of(PAGE)
def stop_notice(request: Request, organization_id: UUID, case_id: UUID, notice_id: UUID) -> HttpResponse:
    """终止公示."""
    case = notice_in(request, organization_id, case_id, notice_id)
    return with_reason(request, case, "stop-notice", notice_id, lambda reason: actions.stop_notice(
        notice_id=notice_id, reason=reason, actor=request.actor, at=request.at))  # fmt: skip


@door(Office.HANDLER, at="organization_id")
@act_of(PAGE)
def convene(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """召集会议."""
    case = touched_or_404(request, organization_id, case_id)
    form = ConveneForm(request.POST, village=is_village(case))
    return carried_out(
        request, case,
        lambda: actions.convene_meeting(
            organization_id=organization_id, subject=case_id, names=case.names,
            **{**form.cleaned_data, "kind": MeetingKind(form.cleaned_data["kind"])},
            actor=request.actor, at=request.at,
        ),
        form, ("convene", ""),
    )  # fmt: skip


@door(Office.HANDLER, at="organization_id")
@act_of(PAGE)
def votes(request: Request, organization_id: UUID, case_id: UUID, meeting_id: UUID) -> HttpResponse:
    """登记表决."""
    case = meeting_in(request, organization_id, case_id, meeting_id)
    form = VotesForm(request.POST, about=meeting_id)
    return carried_out(
        request, case,
        lambda: actions.record_votes(
            meeting_id=meeting_id, votes=form.votes, actor=request.actor, at=request.at
        ),
        form, ("votes", meeting_id),
    )  # fmt: skip


@door(Office.DIRECTOR, at="organization_id")
@act_of(PAGE)
def confirm_meeting(request: Request, organization_id: UUID, case_id: UUID, meeting_id: UUID) -> HttpResponse:
    """确认表决结果."""
    case = meeting_in(request, organization_id, case_id, meeting_id)
    form = MeasureForm(request.POST, about=meeting_id)
    return carried_out(
        request, case,
        lambda: actions.confirm_meeting(
            meeting_id=meeting_id, measure=form.measure, actor=request.actor, at=request.at
        ),
        form, ("measure", meeting_id),
    )  # fmt: skip


@door(Office.DIRECTOR, at="organization_id")
@act_of(PAGE)
def fail_meeting(request: Request, organization_id: UUID, case_id: UUID, meeting_id: UUID) -> HttpResponse:
    """表决没有通过."""
    case = meeting_in(request, organization_id, case_id, meeting_id)
    return with_reason(request, case, "fail-meeting", meeting_id, lambda reason: actions.fail_meeting(
        meeting_id=meeting_id, reason=reason, actor=request.actor, at=request.at))  # fmt: skip


@door(*EITHER, at="organization_id")
@act_of(PAGE)
def stop_meeting(request: Request, organization_id: UUID, case_id: UUID, meeting_id: UUID) -> HttpResponse:
    """终止会议."""
    case = meeting_in(request, organization_id, case_id, meeting_id)
    return with_reason(request, case, "stop-meeting", meeting_id, lambda reason: actions.stop_meeting(
        meeting_id=meeting_id, reason=reason, actor=request.actor, at=request.at))  # fmt: skip


def touched_or_404(request: Request, organization_id: UUID, case_id: UUID) -> Subject:
    """A case that waits for a deliberation; about any other nothing is opened."""
    case = subject_or_404(request, organization_id, case_id)
    if case.lock is Lock.NONE:
        raise Http404(case_id)
    return case


def with_reason(
    request: Request, case: Subject, act: str, about: UUID, do: Callable[[str], object]
) -> HttpResponse:
    """An act that needs nothing but its reason."""
    form = WhyForm(request.POST, about=f"{act.split('-')[0]}-{about}")
    return carried_out(request, case, lambda: do(form.cleaned_data["reason"]), form, (act, about))
