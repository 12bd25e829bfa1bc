"""The life of one request for the seal: one content, so many copies. Pure."""

from enum import StrEnum

from zhengyin.people.offices import Office
from zhengyin.shared.workflow import Step, Workflow
from zhengyin.workuse.lines import VOIDED


class WorkState(StrEnum):
    """Where a request stands."""

    ASKED = "work_asked"
    AWAITING_SECOND = "work_awaiting_second"
    APPROVED = "work_approved"
    RETURNED = "work_returned"
    SEALED = "work_sealed"
    FILED = "work_filed"
    VOIDED = "work_voided"
    WITHDRAWN = "work_withdrawn"


class WorkAct(StrEnum):
    """What is done with it."""

    ASK = "ask_for_seal"
    CHANGE = "change_request"
    WITHDRAW = "withdraw_request"
    APPROVE = "approve_work"
    APPROVE_FIRST = "approve_work_first"
    COUNTERSIGN = "countersign_work"
    RETURN = "return_work"
    TAKE_BACK = "take_back_work"
    RECUSE = "recuse_work"
    SEAL = "seal_work"
    PRINT = "print_work"
    ATTACH_SCAN = "attach_scan"
    COUNT_SEALS = "count_seals"
    FILE = "file_work"
    VOID = "void_work"


HANDLER = (Office.HANDLER.value,)
DIRECTOR = (Office.DIRECTOR.value,)
SECOND = (Office.SECOND_APPROVER.value,)
CUSTODIAN = (Office.CUSTODIAN.value,)
AFTERWARDS = (*HANDLER, *CUSTODIAN)
BEFORE_APPROVAL = (WorkState.ASKED, WorkState.AWAITING_SECOND, WorkState.RETURNED)
ONCE_SEALED = (WorkState.SEALED, WorkState.FILED, WorkState.VOIDED)
UNSEALED = (*BEFORE_APPROVAL, WorkState.APPROVED)  # goes on: into the next year, to the next custodian
S, A = WorkState, WorkAct

WORK_USE: Workflow[WorkState, WorkAct] = Workflow(
    name="work_use",
    states=WorkState,
    steps=(
        Step(None, A.ASK, S.ASKED, HANDLER, "work.asked"),
        Step(S.RETURNED, A.CHANGE, S.ASKED, HANDLER, "work.changed"),
        Step(S.ASKED, A.APPROVE, S.APPROVED, DIRECTOR, "work.approved"),
        Step(S.ASKED, A.APPROVE_FIRST, S.AWAITING_SECOND, DIRECTOR, "work.approved_first"),
        Step(S.AWAITING_SECOND, A.COUNTERSIGN, S.APPROVED, SECOND, "work.countersigned"),
        Step(S.ASKED, A.RETURN, S.RETURNED, DIRECTOR, "work.returned"),
        Step(S.AWAITING_SECOND, A.RETURN, S.RETURNED, SECOND, "work.returned"),
        Step(S.APPROVED, A.TAKE_BACK, S.RETURNED, (*DIRECTOR, *CUSTODIAN), "work.taken_back"),
        Step(S.ASKED, A.RECUSE, S.ASKED, DIRECTOR, "work.recused"),
        Step(S.AWAITING_SECOND, A.RECUSE, S.AWAITING_SECOND, SECOND, "work.recused"),
        Step(S.APPROVED, A.RECUSE, S.APPROVED, CUSTODIAN, "work.recused"),
        Step(S.APPROVED, A.SEAL, S.SEALED, CUSTODIAN, "work.sealed"),
        Step(S.SEALED, A.PRINT, S.SEALED, AFTERWARDS, "work.printed"),
        Step(S.SEALED, A.ATTACH_SCAN, S.SEALED, AFTERWARDS, "work.scan_kept"),
        Step(S.SEALED, A.COUNT_SEALS, S.SEALED, CUSTODIAN, "work.scanned"),
        Step(S.SEALED, A.FILE, S.FILED, AFTERWARDS, "work.filed"),
        Step(S.SEALED, A.VOID, S.VOIDED, DIRECTOR, VOIDED),
        # a letter's stub lies in the box, the letter is with its bearer
        Step(S.FILED, A.VOID, S.VOIDED, DIRECTOR, VOIDED),
        *(Step(state, A.WITHDRAW, S.WITHDRAWN, HANDLER, "work.withdrawn") for state in BEFORE_APPROVAL),
    ),
    ends=frozenset({S.WITHDRAWN, S.VOIDED}),
)
