"""For how long the file of a printed letter stays open to whoever said that they print it."""

from datetime import datetime, timedelta

from zhengyin.people.actor import Actor
from zhengyin.registers import queries as registers
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.workflow import WorkState

OPEN_FOR = timedelta(minutes=10)  # a slow printer, an answer that was lost on its way


def minutes_open(work_use: WorkUse, actor: Actor, at: datetime) -> int:
    """How many minutes are left, a begun one counted; 0: it is not open, or not any more."""
    if work_use.printed_at is None or work_use.document_id is None or work_use.state == WorkState.VOIDED:
        return 0
    said = registers.written_at(work_use.id, "work.printed", actor.person_id)
    left = OPEN_FOR - (at - said[-1]) if said else timedelta()
    return max(0, -(-left // timedelta(minutes=1)))
