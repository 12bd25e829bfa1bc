"""The lives of an inspection, a finding, a feedback and a violation: one table each. Pure."""

from enum import StrEnum

from zhengyin.people.offices import Office
from zhengyin.shared.workflow import Step, Workflow
from zhengyin.supervision import inspection_lines as lines


class InspectionState(StrEnum):
    """Where an inspection of one committee stands; findings are written down while it is planned."""

    PLANNED = "inspection_planned"
    RECTIFYING = "inspection_rectifying"
    CLOSED = "inspection_closed"
    CANCELLED = "inspection_cancelled"


class InspectionAct(StrEnum):
    """What is done about an inspection."""

    PLAN = "plan_inspection"
    CLEAN = "record_nothing_found"
    NOTIFY = "notify_rectification"
    CLOSE = "close_inspection"
    CANCEL = "cancel_inspection"


class FindingState(StrEnum):
    """Whether a finding is put right."""

    OPEN = "finding_open"
    ANSWERED = "finding_answered"
    SETTLED = "finding_settled"


class FindingAct(StrEnum):
    """What is done about a finding."""

    RECORD = "record_finding"
    ANSWER = "answer_finding"
    RETURN = "return_finding"
    SETTLE = "settle_finding"


class FeedbackState(StrEnum):
    """Whether the county has answered."""

    SENT = "feedback_sent"
    ANSWERED = "feedback_answered"


class FeedbackAct(StrEnum):
    """What is done about a feedback."""

    SEND = "send_feedback"
    ANSWER = "answer_feedback"


class ViolationState(StrEnum):
    """Where a violation stands."""

    RECORDED = "violation_recorded"
    HEARD = "violation_heard"
    HANDLED = "violation_handled"
    CLOSED = "violation_closed"
    DISMISSED = "violation_dismissed"


class ViolationAct(StrEnum):
    """What is done about a violation."""

    RECORD = "record_violation"
    HEAR = "hear_violation"
    HANDLE = "handle_violation"
    CLOSE = "close_violation"
    DISMISS = "dismiss_violation"


_TOWNSHIP = (Office.TOWNSHIP.value,)
_DIRECTOR = (Office.DIRECTOR.value,)
_COUNTY = (Office.COUNTY_LEAD.value,)
_ABOVE = (Office.TOWNSHIP.value, Office.COUNTY_LEAD.value)
_I, _F, _V = InspectionState, FindingState, ViolationState

INSPECTION: Workflow[InspectionState, InspectionAct] = Workflow(
    name="inspection",
    states=InspectionState,
    steps=(
        Step(None, InspectionAct.PLAN, _I.PLANNED, _TOWNSHIP, lines.PLANNED),
        Step(_I.PLANNED, InspectionAct.CLEAN, _I.CLOSED, _TOWNSHIP, lines.CLEAN),
        Step(_I.PLANNED, InspectionAct.NOTIFY, _I.RECTIFYING, _TOWNSHIP, lines.NOTIFIED),
        Step(_I.PLANNED, InspectionAct.CANCEL, _I.CANCELLED, _TOWNSHIP, lines.CANCELLED),
        # in the transaction that settles the last finding
        Step(_I.RECTIFYING, InspectionAct.CLOSE, _I.CLOSED, _TOWNSHIP, lines.CLOSED),
    ),
    ends=frozenset({_I.CLOSED, _I.CANCELLED}),
)

FINDING: Workflow[FindingState, FindingAct] = Workflow(
    name="finding",
    states=FindingState,
    steps=(
        Step(None, FindingAct.RECORD, _F.OPEN, _TOWNSHIP, lines.FOUND),
        Step(_F.OPEN, FindingAct.ANSWER, _F.ANSWERED, _DIRECTOR, lines.ANSWERED),
        Step(_F.ANSWERED, FindingAct.RETURN, _F.OPEN, _TOWNSHIP, lines.RETURNED),
        Step(_F.ANSWERED, FindingAct.SETTLE, _F.SETTLED, _TOWNSHIP, lines.SETTLED),
        # put right before their eyes, or written down by mistake
        Step(_F.OPEN, FindingAct.SETTLE, _F.SETTLED, _TOWNSHIP, lines.SETTLED),
    ),
    ends=frozenset({_F.SETTLED}),
)

FEEDBACK: Workflow[FeedbackState, FeedbackAct] = Workflow(
    name="feedback",
    states=FeedbackState,
    steps=(
        Step(None, FeedbackAct.SEND, FeedbackState.SENT, _TOWNSHIP, lines.FED_BACK),
        Step(
            FeedbackState.SENT,
            FeedbackAct.ANSWER,
            FeedbackState.ANSWERED,
            _COUNTY,
            lines.FEEDBACK_ANSWERED,
        ),
    ),
    ends=frozenset({FeedbackState.ANSWERED}),
)

VIOLATION: Workflow[ViolationState, ViolationAct] = Workflow(
    name="violation",
    states=ViolationState,
    steps=(
        Step(None, ViolationAct.RECORD, _V.RECORDED, _ABOVE, lines.WRONG_RECORDED),
        Step(_V.RECORDED, ViolationAct.HEAR, _V.HEARD, _ABOVE, lines.WRONG_HEARD),
        Step(_V.HEARD, ViolationAct.HEAR, _V.HEARD, _ABOVE, lines.WRONG_HEARD),
        # nothing is handled before whom it concerns was heard
        Step(_V.HEARD, ViolationAct.HANDLE, _V.HANDLED, _ABOVE, lines.WRONG_HANDLED),
        Step(_V.HANDLED, ViolationAct.HANDLE, _V.HANDLED, _ABOVE, lines.WRONG_HANDLED),
        Step(_V.HANDLED, ViolationAct.CLOSE, _V.CLOSED, _ABOVE, lines.WRONG_CLOSED),
        Step(_V.HEARD, ViolationAct.DISMISS, _V.DISMISSED, _ABOVE, lines.WRONG_DISMISSED),
    ),
    ends=frozenset({_V.CLOSED, _V.DISMISSED}),
)
