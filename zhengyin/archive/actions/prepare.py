"""清点登记簿: the custodian, who keeps the register, counts up what the year has in every book."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.archive.actions.rows import heads_said, hold, step_of, write
from zhengyin.archive.models import YearEnd
from zhengyin.archive.policy import Filing, PrepareFacts, refusals_to_prepare
from zhengyin.archive.queries import carried_over, heads_of
from zhengyin.archive.workflow import YearAct
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization
from zhengyin.registers.closing import hold_year
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def prepare(*, organization_id: UUID, year: int, filing: Filing, actor: Actor, at: datetime) -> YearEnd:
    """Count up a year that is over, or count it anew when it was returned (H3.2.3a, H3.2.3e).

    Refused: wrong_office, wrong_state, the codes of policy.refusals_to_prepare.
    """
    hold(organization_id, at)
    row = YearEnd.objects.select_for_update(of=("self",)).filter(
        organization_id=organization_id, year=year
    ).first()  # fmt: skip
    act = YearAct.PREPARE_AGAIN if row else YearAct.PREPARE
    step = step_of(row, act, actor, organization_id)
    books = hold_year(organization_id, year) if year < day_of(at).year else ()
    lines = sum(book.lines for book in books)
    refuse_if(refusals_to_prepare(PrepareFacts(year, lines, filing), day_of(at)))
    row = row or YearEnd(
        organization_id=organization_id, year=year,
        county_code=Organization.objects.values_list("county_code", flat=True).get(pk=organization_id),
    )  # fmt: skip
    row.state, row.heads, row.lines = step.after.value, heads_of(books), lines
    row.fonds, row.category, row.box = filing.fonds.strip(), filing.category.strip(), filing.box.strip()
    row.open_cases = len(carried_over(organization_id, year))
    row.prepared_by_id, row.prepared_at = actor.person_id, at
    row.save()
    said = {**heads_said(row, books), "open_cases": str(row.open_cases)}
    write(row, step.line, actor=actor, office=Office.CUSTODIAN, at=at, columns=said)
    return row
