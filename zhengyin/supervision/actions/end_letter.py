"""提前结束调阅函: what was recorded too wide, or is needed no longer, opens nothing from now on."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization
from zhengyin.registers import actions as registers
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if
from zhengyin.supervision.lines import BOOK, LETTER_ENDED
from zhengyin.supervision.models import AccessLetter, LetterEnd
from zhengyin.supervision.policy.letter import EndFacts, refusals_to_end_letter
from zhengyin.supervision.queries.letters import is_ended


@transaction.atomic
def end_letter(
    *, organization_id: UUID, letter_id: UUID, reason: str, actor: Actor, at: datetime
) -> LetterEnd:
    """End a letter of the lead body's own county. Refused: the codes of policy.letter."""
    registers.hold(owner=organization_id, book=BOOK, year=day_of(at).year)
    organization = Organization.objects.get(pk=organization_id)
    row = AccessLetter.objects.get(pk=letter_id, county_code=organization.county_code)
    reason = reason.strip()
    facts = EndFacts(actor.offices_at(organization_id), reason, is_ended(row), row.valid_until)
    refuse_if(refusals_to_end_letter(facts, day_of(at)))
    ended = LetterEnd.objects.create(letter=row, reason=reason, ended_by_id=actor.person_id, ended_at=at)
    registers.write(
        kind=LETTER_ENDED,
        owner=organization_id,
        county_code=organization.county_code,
        subject=row.pk,
        happened_at=at,
        signature=actor.signature(Office.COUNTY_LEAD),
        columns={"number": row.number, "unit": row.unit},
        personal={"reason": reason},
    )
    return ended
