"""The custody of a seal: one table. Pure."""

from enum import StrEnum

from zhengyin.people.offices import Office
from zhengyin.seals.lines import custody as lines
from zhengyin.shared.workflow import Step, Workflow


class CustodyState(StrEnum):
    """Whether a custody is still to be answered for; a closed one has its last day."""

    KEPT = "kept"
    CLOSED = "closed"


class CustodyAct(StrEnum):
    """What is done about the custody of a seal."""

    ENTRUST = "entrust_custodian"
    DECIDE = "decide_custodian"
    END = "end_custody"
    MOVE = "move_place"
    ACT = "appoint_acting_custodian"
    END_WITH_SEAL = "end_custody_with_seal"


_DIRECTOR = (Office.DIRECTOR.value,)
_AT_THE_PLACE = (Office.DIRECTOR.value, Office.CUSTODIAN.value)
_NOMINATING = (Office.DIRECTOR.value, Office.PARTY_ORGANIZATION.value)

CUSTODY: Workflow[CustodyState, CustodyAct] = Workflow(
    name="custody",
    states=CustodyState,
    steps=(
        Step(None, CustodyAct.ENTRUST, CustodyState.KEPT, _DIRECTOR, lines.ENTRUSTED),
        Step(None, CustodyAct.DECIDE, CustodyState.KEPT, _NOMINATING, lines.DECIDED),
        Step(CustodyState.KEPT, CustodyAct.END, CustodyState.CLOSED, _NOMINATING, lines.CUSTODY_ENDED),
        Step(CustodyState.KEPT, CustodyAct.MOVE, CustodyState.KEPT, _AT_THE_PLACE, lines.PLACE_MOVED),
        Step(None, CustodyAct.ACT, CustodyState.KEPT, _NOMINATING, lines.ACTING),
        Step(
            CustodyState.KEPT,
            CustodyAct.END_WITH_SEAL,
            CustodyState.CLOSED,
            (Office.TOWNSHIP.value,),
            lines.ENDED_WITH_SEAL,
        ),
    ),
    ends=frozenset({CustodyState.CLOSED}),
)
