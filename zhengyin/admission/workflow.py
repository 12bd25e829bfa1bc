"""The lives of a proposal, of the question to one body, and of a joint meeting: one table each. Pure."""

from enum import StrEnum

from zhengyin.admission import lines
from zhengyin.people.offices import Office
from zhengyin.shared.workflow import Step, Workflow


class ProposalState(StrEnum):
    """Where a proposal stands."""

    DRAFT = "proposal_draft"
    SUBMITTED = "proposal_submitted"
    ACCEPTED = "proposal_accepted"
    CONSULTING = "proposal_consulting"
    MEETING = "proposal_meeting"
    APPROVED = "proposal_approved"
    PUBLISHED = "proposal_published"
    FILED = "proposal_filed"
    REFUSED = "proposal_refused"
    REJECTED = "proposal_rejected"
    WITHDRAWN = "proposal_withdrawn"


class ProposalAct(StrEnum):
    """What is done about a proposal."""

    DRAFT = "draft_proposal"
    CHANGE = "change_proposal"
    SUBMIT = "submit_proposal"
    RETURN = "return_proposal"
    REFUSE = "refuse_proposal"
    ACCEPT = "accept_proposal"
    FILE = "file_proposal"
    CONSULT = "consult_on_proposal"
    SUM_UP = "sum_up_opinions"
    APPROVE = "approve_proposal"
    REJECT = "reject_proposal"
    DEFER = "defer_proposal"
    PUBLISH = "publish_proposal"
    WITHDRAW = "withdraw_proposal"


class QuestionState(StrEnum):
    """Whether a body has answered."""

    ASKED = "question_asked"
    ANSWERED = "question_answered"
    WEIGHED = "question_weighed"


class QuestionAct(StrEnum):
    """What is done about the question to one body."""

    ASK = "ask_body"
    ANSWER = "answer_question"
    WEIGH = "weigh_opinion"


class JointState(StrEnum):
    """Where a joint meeting stands."""

    CALLED = "joint_called"
    HELD = "joint_held"
    CANCELLED = "joint_cancelled"


class JointAct(StrEnum):
    """What is done about a joint meeting."""

    CALL = "call_joint"
    HOLD = "record_joint"
    CANCEL = "cancel_joint"


_LEAD = (Office.COUNTY_LEAD.value,)
_EITHER = (Office.DEPARTMENT.value, Office.COUNTY_LEAD.value)
# whoever holds the one-time link answers for the body it was sent to
_ASKED = (Office.DEPARTMENT.value, Office.TOWNSHIP.value, Office.COUNTY_LEAD.value, "link")
_P, _A = ProposalState, ProposalAct
_Q, _J = QuestionState, JointState

PROPOSAL: Workflow[ProposalState, ProposalAct] = Workflow(
    name="proposal",
    states=ProposalState,
    steps=(
        Step(None, _A.DRAFT, _P.DRAFT, _EITHER, lines.DRAFTED),
        Step(_P.DRAFT, _A.CHANGE, _P.DRAFT, _EITHER, lines.CHANGED),
        Step(_P.DRAFT, _A.SUBMIT, _P.SUBMITTED, _EITHER, lines.SUBMITTED),
        Step(_P.SUBMITTED, _A.RETURN, _P.DRAFT, _LEAD, lines.RETURNED),
        Step(_P.SUBMITTED, _A.REFUSE, _P.REFUSED, _LEAD, lines.REFUSED),
        Step(_P.SUBMITTED, _A.ACCEPT, _P.ACCEPTED, _LEAD, lines.ACCEPTED),
        Step(_P.SUBMITTED, _A.FILE, _P.FILED, _LEAD, lines.FILED),
        Step(_P.ACCEPTED, _A.CONSULT, _P.CONSULTING, _LEAD, lines.CONSULTED),
        Step(_P.CONSULTING, _A.SUM_UP, _P.MEETING, _LEAD, lines.SUMMED),
        # in the transaction that records the joint meeting
        Step(_P.MEETING, _A.APPROVE, _P.APPROVED, _LEAD, lines.APPROVED),
        Step(_P.MEETING, _A.REJECT, _P.REJECTED, _LEAD, lines.REJECTED),
        Step(_P.MEETING, _A.DEFER, _P.MEETING, _LEAD, lines.DEFERRED),
        # in the transaction that publishes the versions
        Step(_P.APPROVED, _A.PUBLISH, _P.PUBLISHED, _LEAD, lines.PUBLISHED),
        *(
            Step(state, _A.WITHDRAW, _P.WITHDRAWN, _EITHER, lines.WITHDRAWN)
            for state in (_P.DRAFT, _P.SUBMITTED, _P.ACCEPTED, _P.CONSULTING, _P.MEETING, _P.APPROVED)
        ),
    ),
    ends=frozenset({_P.PUBLISHED, _P.FILED, _P.REFUSED, _P.REJECTED, _P.WITHDRAWN}),
)

QUESTION: Workflow[QuestionState, QuestionAct] = Workflow(
    name="question",
    states=QuestionState,
    steps=(
        Step(None, QuestionAct.ASK, _Q.ASKED, _LEAD, lines.ASKED),
        Step(_Q.ASKED, QuestionAct.ANSWER, _Q.ANSWERED, _ASKED, lines.ANSWERED),
        Step(_Q.ANSWERED, QuestionAct.WEIGH, _Q.WEIGHED, _LEAD, lines.WEIGHED),
    ),
    ends=frozenset({_Q.WEIGHED}),
)

JOINT: Workflow[JointState, JointAct] = Workflow(
    name="joint",
    states=JointState,
    steps=(
        Step(None, JointAct.CALL, _J.CALLED, _LEAD, lines.CALLED),
        Step(_J.CALLED, JointAct.HOLD, _J.HELD, _LEAD, lines.HELD),
        Step(_J.CALLED, JointAct.CANCEL, _J.CANCELLED, _LEAD, lines.CANCELLED),
    ),
    ends=frozenset({_J.HELD, _J.CANCELLED}),
)
