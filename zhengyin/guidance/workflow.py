"""The life of a committee's question to a department: one table. Pure."""

from enum import StrEnum

from zhengyin.guidance import lines
from zhengyin.people.offices import IN_COMMITTEE, Office
from zhengyin.shared.workflow import Step, Workflow


class EnquiryState(StrEnum):
    """Whether it was answered."""

    ASKED = "enquiry_asked"
    ANSWERED = "enquiry_answered"


class EnquiryAct(StrEnum):
    """What is done about it."""

    ASK = "ask_department"
    ANSWER = "answer_enquiry"


ENQUIRY: Workflow[EnquiryState, EnquiryAct] = Workflow(
    name="enquiry",
    states=EnquiryState,
    steps=(
        Step(
            None, EnquiryAct.ASK, EnquiryState.ASKED, tuple(one.value for one in IN_COMMITTEE), lines.ASKED
        ),
        Step(
            EnquiryState.ASKED, EnquiryAct.ANSWER, EnquiryState.ANSWERED,
            (Office.DEPARTMENT.value, Office.COUNTY_LEAD.value, "link"), lines.ANSWERED,
        ),
    ),
    ends=frozenset({EnquiryState.ANSWERED}),
)  # fmt: skip
