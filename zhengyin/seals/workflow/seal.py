"""The life of a seal: one table. Pure."""

from enum import StrEnum

from zhengyin.people.offices import IN_COMMITTEE, Office
from zhengyin.seals.lines import seal as lines
from zhengyin.shared.workflow import Step, Workflow


class SealState(StrEnum):
    """Where a seal stands in its life. Why one is stopped, its row in 停用 says."""

    ENGRAVING = "engraving"
    IN_USE = "in_use"
    STOPPED = "stopped"
    COLLECTED = "seal_collected"
    DESTROYED = "seal_destroyed"
    CALLED_OFF = "seal_called_off"


class SealAct(StrEnum):
    """What is done to a seal."""

    ORDER = "order_seal"
    REPLACE = "replace_seal"
    REISSUE = "reissue_seal"
    RECORD_IMPRESSION = "record_impression"
    ISSUE = "issue_seal"
    CALL_OFF = "call_off_seal"
    REPORT_LOSS = "report_loss"
    STOP = "stop_seal"
    RESTORE = "restore_seal"
    COLLECT = "collect_seal"
    DESTROY = "destroy_seal"
    DECLARE_VOID = "declare_seal_void"
    END_WITH_COMMITTEE = "end_seal_with_committee"


_TOWNSHIP = (Office.TOWNSHIP.value,)
_ABOVE = (Office.TOWNSHIP.value, Office.COUNTY_LEAD.value)  # who may record that a committee ended
# The committee reports (三(二)1); whoever in it finds the seal missing first says so, and it stops.
_WHO_MISSES_IT = tuple(office.value for office in IN_COMMITTEE)
_S, _A = SealState, SealAct

SEAL: Workflow[SealState, SealAct] = Workflow(
    name="seal",
    states=SealState,
    steps=(
        Step(None, _A.ORDER, _S.ENGRAVING, _TOWNSHIP, lines.ORDERED),
        Step(None, _A.REPLACE, _S.ENGRAVING, _TOWNSHIP, lines.REPLACEMENT_ORDERED),
        Step(None, _A.REISSUE, _S.ENGRAVING, _TOWNSHIP, lines.REISSUE_ORDERED),
        Step(_S.ENGRAVING, _A.RECORD_IMPRESSION, _S.ENGRAVING, _TOWNSHIP, lines.IMPRESSION),
        Step(_S.ENGRAVING, _A.ISSUE, _S.IN_USE, _TOWNSHIP, lines.ISSUED),
        Step(_S.ENGRAVING, _A.CALL_OFF, _S.CALLED_OFF, _TOWNSHIP, lines.CALLED_OFF),
        Step(_S.IN_USE, _A.RECORD_IMPRESSION, _S.IN_USE, _TOWNSHIP, lines.IMPRESSION),
        Step(_S.IN_USE, _A.REPORT_LOSS, _S.STOPPED, _WHO_MISSES_IT, lines.LOST),
        Step(_S.IN_USE, _A.STOP, _S.STOPPED, _TOWNSHIP, lines.STOPPED),
        Step(_S.IN_USE, _A.COLLECT, _S.COLLECTED, _TOWNSHIP, lines.COLLECTED),
        Step(_S.STOPPED, _A.REPORT_LOSS, _S.STOPPED, _WHO_MISSES_IT, lines.LOST),
        Step(_S.STOPPED, _A.RESTORE, _S.IN_USE, _TOWNSHIP, lines.RESTORED),
        Step(_S.STOPPED, _A.COLLECT, _S.COLLECTED, _TOWNSHIP, lines.COLLECTED),
        Step(_S.COLLECTED, _A.DESTROY, _S.DESTROYED, _TOWNSHIP, lines.DESTROYED),
        Step(_S.IN_USE, _A.DECLARE_VOID, _S.STOPPED, _TOWNSHIP, lines.DECLARED_VOID),
        Step(_S.ENGRAVING, _A.END_WITH_COMMITTEE, _S.CALLED_OFF, _ABOVE, lines.CALLED_OFF),
        Step(_S.IN_USE, _A.END_WITH_COMMITTEE, _S.STOPPED, _ABOVE, lines.STOPPED),
        Step(_S.STOPPED, _A.DECLARE_VOID, _S.STOPPED, _TOWNSHIP, lines.DECLARED_VOID),
    ),
    ends=frozenset({_S.DESTROYED, _S.CALLED_OFF}),
)
