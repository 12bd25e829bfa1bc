"""The life of a seal: one table. Pure."""

from enum import StrEnum

from zhengyin.people.offices import Office
from zhengyin.seals.lines import seal as lines
from zhengyin.shared.workflow import Step, Workflow


class SealState(StrEnum):
    """Where a seal stands in its life."""

    ENGRAVING = "engraving"
    IN_USE = "in_use"
    STOPPED = "stopped"


class SealAct(StrEnum):
    """What is done to a seal."""

    ORDER = "order_seal"
    ISSUE = "issue_seal"
    REPORT_LOSS = "report_loss"


_TOWNSHIP = (Office.TOWNSHIP.value,)
_WHO_MISSES_IT = (Office.DIRECTOR.value, Office.CUSTODIAN.value)

SEAL: Workflow[SealState, SealAct] = Workflow(
    name="seal",
    states=SealState,
    steps=(
        Step(None, SealAct.ORDER, SealState.ENGRAVING, _TOWNSHIP, lines.ORDERED),
        Step(SealState.ENGRAVING, SealAct.ISSUE, SealState.IN_USE, _TOWNSHIP, lines.ISSUED),
        Step(SealState.IN_USE, SealAct.REPORT_LOSS, SealState.STOPPED, _WHO_MISSES_IT, lines.LOST),
    ),
    ends=frozenset({SealState.STOPPED}),
)
