"""What the township does with what was filed: one table. Pure.

A line that must be filed waits by itself; its filing begins with the township's first act.
"""

from enum import StrEnum

from zhengyin.people.offices import Office
from zhengyin.seals.lines import filing as lines
from zhengyin.shared.workflow import Step, Workflow


class FilingState(StrEnum):
    """Where a filing stands; before the township looks there is none, and the line waits."""

    ACKNOWLEDGED = "filing_acknowledged"
    RETURNED = "filing_returned"
    ANSWERED = "filing_answered"


class FilingAct(StrEnum):
    """What is done about a filing."""

    ACKNOWLEDGE = "acknowledge_filing"
    RETURN = "return_filing"
    ANSWER = "answer_filing"


_TOWNSHIP = (Office.TOWNSHIP.value,)
_ANSWERING = (Office.DIRECTOR.value, Office.CUSTODIAN.value)
_S, _A = FilingState, FilingAct

FILING: Workflow[FilingState, FilingAct] = Workflow(
    name="filing",
    states=FilingState,
    steps=(
        Step(None, _A.ACKNOWLEDGE, _S.ACKNOWLEDGED, _TOWNSHIP, lines.ACKNOWLEDGED),
        Step(None, _A.RETURN, _S.RETURNED, _TOWNSHIP, lines.RETURNED),
        Step(_S.RETURNED, _A.ANSWER, _S.ANSWERED, _ANSWERING, lines.ANSWERED),
        Step(_S.RETURNED, _A.ACKNOWLEDGE, _S.ACKNOWLEDGED, _TOWNSHIP, lines.ACKNOWLEDGED),
        Step(_S.ANSWERED, _A.ACKNOWLEDGE, _S.ACKNOWLEDGED, _TOWNSHIP, lines.ACKNOWLEDGED),
        Step(_S.ANSWERED, _A.RETURN, _S.RETURNED, _TOWNSHIP, lines.RETURNED),
    ),
    ends=frozenset({_S.ACKNOWLEDGED}),
)
