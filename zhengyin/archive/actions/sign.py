"""监督委员会核对签名, or 退回重新清点 by whoever the year waits for."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.archive.actions.rows import heads_said, hold, locked, step_of, write
from zhengyin.archive.models import YearEnd
from zhengyin.archive.policy import SignFacts, refusals_to_return, refusals_to_sign
from zhengyin.archive.queries import heads_of, months_unsigned
from zhengyin.archive.workflow import YearAct
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.registers.closing import hold_year
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def sign(*, organization_id: UUID, year: int, actor: Actor, at: datetime) -> YearEnd:
    """Sign the year as it was counted up (O2.3a). Refused: the codes of policy.refusals_to_sign."""
    hold(organization_id, at)
    row = locked(organization_id, year)
    step = step_of(row, YearAct.SIGN, actor, organization_id)
    books = hold_year(organization_id, year)
    unsigned = months_unsigned(organization_id, year, day_of(at))
    same = heads_of(books) == row.heads
    refuse_if(refusals_to_sign(SignFacts(actor.person_id, row.prepared_by_id, same, unsigned)))
    row.state, row.signed_by_id, row.signed_at = step.after.value, actor.person_id, at
    row.save()
    write(
        row, step.line, actor=actor, office=Office.SUPERVISION_COMMITTEE, at=at,
        columns=heads_said(row, books),
    )  # fmt: skip
    return row


@transaction.atomic
def give_back(*, organization_id: UUID, year: int, reason: str, actor: Actor, at: datetime) -> YearEnd:
    """Have the year counted anew. Refused: the codes of policy.refusals_to_return."""
    hold(organization_id, at)
    row = locked(organization_id, year)
    step = step_of(row, YearAct.RETURN, actor, organization_id)
    refuse_if(refusals_to_return(reason))
    row.state, row.signed_by, row.signed_at = step.after.value, None, None
    row.save()
    office = next(one for one in actor.offices_at(organization_id) if one.value in step.by)
    write(
        row, step.line, actor=actor, office=office, at=at, columns={"year": str(year)},
        personal={"reason": reason.strip()},
    )  # fmt: skip
    return row
