"""The handover of a seal from one custodian to the next: one table. Pure."""

from enum import StrEnum

from zhengyin.people.offices import IN_COMMITTEE, Office
from zhengyin.seals.lines import handover as lines
from zhengyin.shared.workflow import Step, Workflow


class HandoverState(StrEnum):
    """How a handover stands; it ends signed, renewed, taken back, or with the seal's use (lapsed)."""

    OPEN = "handing_over"
    COMPLETED = "handed_over"
    REAPPOINTED = "reappointed"
    CANCELLED = "called_off"
    LAPSED = "broken_off"


class HandoverAct(StrEnum):
    """What is done about a handover."""

    OPEN = "open_handover"
    NAME = "name_successor"
    LIST = "list_for_handover"
    COMPLETE = "complete_handover"
    REAPPOINT = "reappoint_custodian"
    CANCEL = "cancel_handover"
    LAPSE = "lapse_handover"


_BEGINNING = (Office.DIRECTOR.value, Office.PARTY_ORGANIZATION.value, Office.TOWNSHIP.value)
_APPOINTING = (Office.DIRECTOR.value, Office.PARTY_ORGANIZATION.value)
_COUNTING = (*_APPOINTING, Office.CUSTODIAN.value)
_STOPPING = tuple(
    one.value for one in (*IN_COMMITTEE, Office.TOWNSHIP, Office.COUNTY_LEAD)
)  # whoever ends its use

HANDOVER: Workflow[HandoverState, HandoverAct] = Workflow(
    name="handover",
    states=HandoverState,
    steps=(
        Step(None, HandoverAct.OPEN, HandoverState.OPEN, _BEGINNING, lines.OPENED),
        Step(HandoverState.OPEN, HandoverAct.NAME, HandoverState.OPEN, _BEGINNING, lines.NAMED),
        Step(HandoverState.OPEN, HandoverAct.LIST, HandoverState.OPEN, _COUNTING, lines.LISTED),
        Step(HandoverState.OPEN, HandoverAct.COMPLETE, HandoverState.COMPLETED, _APPOINTING, lines.COMPLETED),
        Step(
            HandoverState.OPEN,
            HandoverAct.REAPPOINT,
            HandoverState.REAPPOINTED,
            _APPOINTING,
            lines.REAPPOINTED,
        ),
        Step(HandoverState.OPEN, HandoverAct.CANCEL, HandoverState.CANCELLED, _BEGINNING, lines.CANCELLED),
        Step(HandoverState.OPEN, HandoverAct.LAPSE, HandoverState.LAPSED, _STOPPING, lines.LAPSED),
    ),
    ends=frozenset(
        {
            HandoverState.COMPLETED,
            HandoverState.REAPPOINTED,
            HandoverState.CANCELLED,
            HandoverState.LAPSED,
        }
    ),
)
