"""登记调阅函: the county records what two auditors may read, until when."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.people.models import Person
from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import BOOKS
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if
from zhengyin.supervision.lines import BOOK, LETTER_RECORDED
from zhengyin.supervision.models import AccessLetter
from zhengyin.supervision.policy.letter import Letter, refusals_to_record_letter
from zhengyin.supervision.queries.letters import facts_for_record_letter, names_of


@transaction.atomic
def record_letter(*, organization_id: UUID, letter: Letter, actor: Actor, at: datetime) -> AccessLetter:
    """Record a letter of access; it is never changed. Refused: the codes of policy.letter.

    The head of the lead body's book is the lock: a letter sent twice stands once.
    """
    registers.hold(owner=organization_id, book=BOOK, year=day_of(at).year)
    organization = Organization.objects.get(pk=organization_id)
    facts = facts_for_record_letter(organization, letter, actor, day=day_of(at))
    refuse_if(refusals_to_record_letter(facts, day_of(at)))
    first, second = letter.persons
    row = AccessLetter.objects.create(
        county_code=organization.county_code, number=letter.number.strip(), unit=letter.unit.strip(),
        first_id=first, second_id=second, committees=sorted(letter.committees), books=sorted(letter.books),
        papers=letter.papers, scope_from=letter.scope_from, scope_until=letter.scope_until,
        valid_from=letter.valid_from, valid_until=letter.valid_until, recorded_by_id=actor.person_id,
        recorded_at=at,
    )  # fmt: skip
    names = dict(Person.objects.filter(pk__in=letter.persons).values_list("pk", "name"))
    registers.write(
        kind=LETTER_RECORDED,
        owner=organization_id,
        county_code=organization.county_code,
        subject=row.pk,
        happened_at=at,
        signature=actor.signature(Office.COUNTY_LEAD),
        columns={
            "number": row.number,
            "unit": row.unit,
            "committees": names_of(letter.committees),
            "books": "、".join(BOOKS[book] for book in row.books),
            "period": f"{letter.scope_from}至{letter.scope_until}（不含当日）",
            "papers": "可以看文件" if letter.papers else "不看文件",
            "persons": "、".join(names[one] for one in letter.persons),
            "valid_until": letter.valid_until.isoformat(),
        },
    )
    return row
