"""The lives of a notice, an objection and a meeting: one table each. Pure."""

from enum import StrEnum

from zhengyin.deliberation import lines
from zhengyin.people.offices import Office
from zhengyin.shared.workflow import Step, Workflow


class NoticeState(StrEnum):
    """Where a notice stands. That it is over is no state: the last day says it."""

    RUNNING = "notice_running"
    PASSED = "notice_passed"
    FAILED = "notice_failed"
    STOPPED = "notice_stopped"


class NoticeAct(StrEnum):
    """What is done about a notice."""

    POST = "post_notice"
    EXTEND = "extend_notice"
    REOPEN = "reopen_notice"
    CONFIRM = "confirm_notice"
    FAIL = "fail_notice"
    STOP = "stop_notice"


class ObjectionState(StrEnum):
    """Whether an objection still waits for its answer."""

    OPEN = "objection_open"
    ANSWERED = "objection_answered"


class ObjectionAct(StrEnum):
    """What is done about an objection."""

    RECORD = "record_objection"
    ANSWER = "answer_objection"


class MeetingState(StrEnum):
    """Where a meeting stands."""

    CONVENED = "meeting_convened"
    VOTED = "meeting_voted"
    PASSED = "meeting_passed"
    FAILED = "meeting_failed"
    STOPPED = "meeting_stopped"


class MeetingAct(StrEnum):
    """What is done about a meeting."""

    CONVENE = "convene_meeting"
    RECORD_VOTES = "record_votes"
    CONFIRM = "confirm_meeting"
    FAIL = "fail_meeting"
    STOP = "stop_meeting"


HANDLER = (Office.HANDLER.value,)
DIRECTOR = (Office.DIRECTOR.value,)
EITHER = (Office.HANDLER.value, Office.DIRECTOR.value)
HEARING = (Office.HANDLER.value, Office.DIRECTOR.value, Office.SUPERVISION_COMMITTEE.value)

NOTICE: Workflow[NoticeState, NoticeAct] = Workflow(
    name="notice",
    states=NoticeState,
    steps=(
        Step(None, NoticeAct.POST, NoticeState.RUNNING, HANDLER, lines.POSTED),
        Step(NoticeState.RUNNING, NoticeAct.EXTEND, NoticeState.RUNNING, EITHER, lines.EXTENDED),
        Step(NoticeState.PASSED, NoticeAct.EXTEND, NoticeState.RUNNING, EITHER, lines.EXTENDED),
        # an objection heard after the result was confirmed
        Step(NoticeState.PASSED, NoticeAct.REOPEN, NoticeState.RUNNING, HEARING, lines.REOPENED),
        Step(NoticeState.RUNNING, NoticeAct.CONFIRM, NoticeState.PASSED, DIRECTOR, lines.NOTICE_CONFIRMED),
        Step(NoticeState.RUNNING, NoticeAct.FAIL, NoticeState.FAILED, DIRECTOR, lines.NOTICE_FAILED),
        Step(NoticeState.RUNNING, NoticeAct.STOP, NoticeState.STOPPED, EITHER, lines.NOTICE_STOPPED),
    ),
    ends=frozenset({NoticeState.FAILED, NoticeState.STOPPED}),
)

OBJECTION: Workflow[ObjectionState, ObjectionAct] = Workflow(
    name="objection",
    states=ObjectionState,
    steps=(
        Step(None, ObjectionAct.RECORD, ObjectionState.OPEN, HEARING, lines.OBJECTED),
        Step(ObjectionState.OPEN, ObjectionAct.ANSWER, ObjectionState.ANSWERED, EITHER, lines.ANSWERED),
    ),
    ends=frozenset({ObjectionState.ANSWERED}),
)

MEETING: Workflow[MeetingState, MeetingAct] = Workflow(
    name="meeting",
    states=MeetingState,
    steps=(
        Step(None, MeetingAct.CONVENE, MeetingState.CONVENED, HANDLER, lines.CONVENED),
        Step(MeetingState.CONVENED, MeetingAct.RECORD_VOTES, MeetingState.VOTED, HANDLER, lines.VOTED),
        Step(MeetingState.VOTED, MeetingAct.RECORD_VOTES, MeetingState.VOTED, HANDLER, lines.VOTED),
        Step(MeetingState.VOTED, MeetingAct.CONFIRM, MeetingState.PASSED, DIRECTOR, lines.MEETING_CONFIRMED),
        Step(MeetingState.VOTED, MeetingAct.FAIL, MeetingState.FAILED, DIRECTOR, lines.MEETING_FAILED),
        Step(MeetingState.CONVENED, MeetingAct.STOP, MeetingState.STOPPED, EITHER, lines.MEETING_STOPPED),
    ),
    ends=frozenset({MeetingState.PASSED, MeetingState.FAILED, MeetingState.STOPPED}),
)
