"""乡镇接收: the township takes the package over and says so with a receipt; it approves nothing (O2.3a)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.archive.actions.rows import hold, locked, step_of, write
from zhengyin.archive.models import YearEnd
from zhengyin.archive.policy import refusals_to_receive
from zhengyin.archive.workflow import YearAct
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def receive(*, organization_id: UUID, year: int, number: str, actor: Actor, at: datetime) -> YearEnd:
    """Take over a committee's package of a year. Refused: the codes of policy.refusals_to_receive."""
    hold(organization_id, at)
    row = locked(organization_id, year)
    card = regions.committee(organization_id)
    step = step_of(row, YearAct.RECEIVE, actor, card.township_id)
    refuse_if(refusals_to_receive(number))
    row.state, row.received_by_id, row.received_at = step.after.value, actor.person_id, at
    row.receipt_number = number.strip()
    row.save()
    assert row.manifest is not None
    said = {
        "year": str(year), "township": card.township_name, "number": row.receipt_number,
        "digest": row.manifest.sha256,
    }  # fmt: skip
    write(row, step.line, actor=actor, office=Office.TOWNSHIP, at=at, columns=said)
    return row
