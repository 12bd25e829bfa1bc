"""A seal taken out of its place of keeping and brought back: one table. Pure."""

from enum import StrEnum

from zhengyin.people.offices import IN_COMMITTEE, Office
from zhengyin.seals.lines import take_out as lines
from zhengyin.shared.workflow import Step, Workflow


class TakeOutState(StrEnum):
    """Where a take-out stands; whether it is overdue is computed from its due time."""

    ASKED = "out_asked"
    APPROVED = "out_approved"
    OUT = "taken_out"
    BACK = "brought_back"
    DECLINED = "out_declined"
    WITHDRAWN = "out_withdrawn"
    LOST = "lost_outside"


class TakeOutAct(StrEnum):
    """What is done about a take-out."""

    ASK = "ask_take_out"
    APPROVE = "approve_take_out"
    DECLINE = "decline_take_out"
    WITHDRAW = "withdraw_take_out"
    LEAVE = "leave_with_seal"
    EXTEND = "extend_take_out"
    RETURN = "bring_back"
    LOSE = "lose_outside"
    HAND_IN = "hand_in_outside"
    END_WITH_SEAL = "end_take_out_with_seal"


_DIRECTOR = (Office.DIRECTOR.value,)
_ASKING = (Office.HANDLER.value, Office.CUSTODIAN.value)
_CUSTODIAN = (Office.CUSTODIAN.value,)
_SEEING_IT_BACK = (Office.DIRECTOR.value, Office.CUSTODIAN.value, Office.SUPERVISION_COMMITTEE.value)
_MISSING_IT = (*(office.value for office in IN_COMMITTEE), Office.TOWNSHIP.value)  # lost; declared void
_TOWNSHIP = (Office.TOWNSHIP.value,)
_ENDING = (Office.TOWNSHIP.value, Office.COUNTY_LEAD.value)  # collected, declared void; the committee ended
_S, _A = TakeOutState, TakeOutAct

TAKE_OUT: Workflow[TakeOutState, TakeOutAct] = Workflow(
    name="take_out",
    states=TakeOutState,
    steps=(
        Step(None, _A.ASK, _S.ASKED, _ASKING, lines.ASKED),
        Step(_S.ASKED, _A.APPROVE, _S.APPROVED, _DIRECTOR, lines.APPROVED),
        Step(_S.ASKED, _A.DECLINE, _S.DECLINED, _DIRECTOR, lines.DECLINED),
        Step(_S.ASKED, _A.WITHDRAW, _S.WITHDRAWN, _ASKING, lines.WITHDRAWN),
        Step(_S.APPROVED, _A.WITHDRAW, _S.WITHDRAWN, (*_ASKING, *_DIRECTOR), lines.WITHDRAWN),
        Step(_S.ASKED, _A.END_WITH_SEAL, _S.WITHDRAWN, _ENDING, lines.WITHDRAWN),
        Step(_S.APPROVED, _A.END_WITH_SEAL, _S.WITHDRAWN, _ENDING, lines.WITHDRAWN),
        Step(_S.APPROVED, _A.LEAVE, _S.OUT, _CUSTODIAN, lines.LEFT),
        Step(_S.OUT, _A.EXTEND, _S.OUT, _DIRECTOR, lines.EXTENDED),
        Step(_S.OUT, _A.RETURN, _S.BACK, _SEEING_IT_BACK, lines.BACK),
        Step(_S.OUT, _A.HAND_IN, _S.BACK, _TOWNSHIP, lines.BACK),
        Step(_S.OUT, _A.LOSE, _S.LOST, _MISSING_IT, lines.LOST_OUTSIDE),
    ),
    ends=frozenset({_S.BACK, _S.DECLINED, _S.WITHDRAWN, _S.LOST}),
)
OPEN = (_S.ASKED, _S.APPROVED, _S.OUT)  # a seal has one such take-out at most
