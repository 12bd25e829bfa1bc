"""年终归档: the director closes the books of a year; from then on nobody writes in them (H3.2.3e)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.archive.actions.rows import heads_said, hold, locked, step_of, write
from zhengyin.archive.models import YearEnd
from zhengyin.archive.policy import CloseFacts, refusals_to_close
from zhengyin.archive.queries import heads_of
from zhengyin.archive.workflow import YearAct
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.registers.closing import close_year, hold_year
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def close(*, organization_id: UUID, year: int, actor: Actor, at: datetime) -> YearEnd:
    """Close every book of the year at once. Refused: the codes of policy.refusals_to_close.

    The books are held before they are compared: no line comes between looking and closing.
    """
    hold(organization_id, at)
    row = locked(organization_id, year)
    step = step_of(row, YearAct.CLOSE, actor, organization_id)
    books = hold_year(organization_id, year)
    same = heads_of(books) == row.heads
    refuse_if(refusals_to_close(CloseFacts(actor.person_id, row.prepared_by_id, row.signed_by_id, same)))
    close_year(organization_id, year, at)
    row.state, row.closed_by_id, row.closed_at = step.after.value, actor.person_id, at
    row.save()
    write(row, step.line, actor=actor, office=Office.DIRECTOR, at=at, columns=heads_said(row, books))
    return row
