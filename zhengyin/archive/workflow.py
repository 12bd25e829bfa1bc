"""The end of a year, and of the registers of a committee that ended: a table each. Pure.

Who keeps the register counts it up (H3.2.3a), who supervises signs it, who answers for the committee closes
it (H3.2.3e, O2.3a): three people. The township only gives the receipt; it approves nothing.
"""

from enum import StrEnum

from zhengyin.archive import lines
from zhengyin.people.offices import Office
from zhengyin.shared.workflow import Step, Workflow


class YearState(StrEnum):
    """How far the end of a year has come."""

    PREPARED = "year_prepared"
    RETURNED = "year_returned"
    SIGNED = "year_signed"
    CLOSED = "year_closed_now"
    PACKED = "year_packed"
    RECEIVED = "year_received"


class YearAct(StrEnum):
    """What is done about it."""

    PREPARE = "prepare_year"
    PREPARE_AGAIN = "prepare_year_again"
    RETURN = "return_year"
    SIGN = "sign_year"
    CLOSE = "close_year"
    PACK = "pack_year"
    RECEIVE = "receive_year"


_CUSTODIAN = (Office.CUSTODIAN.value,)
_SUPERVISION = (Office.SUPERVISION_COMMITTEE.value,)
_DIRECTOR = (Office.DIRECTOR.value,)


class ClosingState(StrEnum):
    """The registers of a committee that ended, once closed."""

    CLOSED = "registers_closed"


class ClosingAct(StrEnum):
    """What is done about them."""

    CLOSE = "close_registers"


_TOWNSHIP = (Office.TOWNSHIP.value,)
_ABOVE = (Office.TOWNSHIP.value, Office.COUNTY_LEAD.value)  # who may record that a committee ended

YEAR_END: Workflow[YearState, YearAct] = Workflow(
    name="year_end",
    states=YearState,
    steps=(
        Step(None, YearAct.PREPARE, YearState.PREPARED, _CUSTODIAN, lines.PREPARED),
        Step(YearState.PREPARED, YearAct.RETURN, YearState.RETURNED, _SUPERVISION, lines.RETURNED),
        Step(YearState.PREPARED, YearAct.SIGN, YearState.SIGNED, _SUPERVISION, lines.SIGNED),
        Step(YearState.SIGNED, YearAct.RETURN, YearState.RETURNED, _DIRECTOR, lines.RETURNED),
        Step(YearState.RETURNED, YearAct.PREPARE_AGAIN, YearState.PREPARED, _CUSTODIAN, lines.PREPARED_AGAIN),
        Step(YearState.SIGNED, YearAct.CLOSE, YearState.CLOSED, _DIRECTOR, lines.CLOSED),
        Step(YearState.CLOSED, YearAct.PACK, YearState.PACKED, _CUSTODIAN, lines.PACKED),
        Step(YearState.PACKED, YearAct.RECEIVE, YearState.RECEIVED, _TOWNSHIP, lines.RECEIVED),
    ),
    ends=frozenset({YearState.RECEIVED}),
)  # fmt: skip
CLOSING: Workflow[ClosingState, ClosingAct] = Workflow(
    name="ended_registers",
    states=ClosingState,
    steps=(Step(None, ClosingAct.CLOSE, ClosingState.CLOSED, _ABOVE, lines.REGISTERS_CLOSED),),
    ends=frozenset({ClosingState.CLOSED}),
)
AFTER_CLOSING = (YearState.CLOSED, YearState.PACKED, YearState.RECEIVED)
