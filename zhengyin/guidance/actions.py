"""The only code that changes this room's tables; every act leaves a line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.guidance.kinds import Way
from zhengyin.guidance.lines import BOOK, CONTACT
from zhengyin.guidance.models import Contact, Enquiry
from zhengyin.guidance.policy import refusals_to_answer, refusals_to_ask, refusals_to_set_contact
from zhengyin.guidance.queries import contacts_of, items_of
from zhengyin.guidance.workflow import ENQUIRY, EnquiryAct, EnquiryState
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.people.steps import step_of
from zhengyin.regions.models import Organization
from zhengyin.regions.names import OrganizationKind
from zhengyin.regions.queries import committee, lead_of
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import Signature
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if

BY_LINK = "link"  # stands for the office of whoever holds the one-time link


@dataclass(frozen=True, slots=True)
class Said:
    """An answer as it came; the lead body enters the day it was given."""

    words: str
    answered_by: str
    answered_on: date | None = None


@transaction.atomic
def set_contact(
    *, county_code: str, item_code: str, department: str, telephone: str, actor: Actor, at: datetime
) -> Contact:
    """Say whom committees ask about an item: a department and its office line (H4.2c)."""
    lead = lead_of(county_code)
    names = dict(items_of(county_code, day_of(at)))
    listed, leads = item_code in names, actor.has(Office.COUNTY_LEAD, lead)
    refuse_if(refusals_to_set_contact(department, telephone, listed=listed, leads=leads))
    registers.hold(owner=lead, book=BOOK, year=day_of(at).year)
    desk = Organization.objects.filter(
        kind=OrganizationKind.DEPARTMENT, county_code=county_code, name=department.strip()
    ).first()
    said = {"department_name": department.strip(), "telephone": telephone.strip()}
    row = contacts_of(county_code).get(item_code) or Contact(county_code=county_code, item_code=item_code)
    if {name: getattr(row, name) for name in said} == said:
        return row
    row.item_name, row.department, row.set_at = names[item_code], desk, at
    row.department_name, row.telephone = said["department_name"], said["telephone"]
    row.save()
    registers.write(
        kind=CONTACT, owner=lead, county_code=county_code, subject=row.pk, happened_at=at,
        signature=actor.signature(Office.COUNTY_LEAD),
        columns={
            "item": row.item_name, "department": row.department_name, "telephone": row.telephone,
        },
    )  # fmt: skip
    return row


@transaction.atomic
def ask(*, committee_id: UUID, item_code: str, words: str, actor: Actor, at: datetime) -> Enquiry:
    """A committee asks the item's department; the same question sent twice is one (H4.2c)."""
    card = committee(committee_id)
    lead = lead_of(card.county_code)
    step, signature = step_of(ENQUIRY, None, EnquiryAct.ASK, committee_id, actor)
    names = dict(items_of(card.county_code, day_of(at)))
    refuse_if(refusals_to_ask(words, listed=item_code in names))
    registers.hold(owner=lead, book=BOOK, year=day_of(at).year)
    same = Enquiry.objects.filter(
        committee_id=committee_id, item_code=item_code, words=words.strip(), state=EnquiryState.ASKED
    )
    if earlier := same.first():
        return earlier
    contact = contacts_of(card.county_code).get(item_code)
    row = Enquiry.objects.create(
        county_code=card.county_code, lead_id=lead, committee_id=committee_id,
        committee_name=card.display_name, item_code=item_code, item_name=names[item_code],
        department=contact.department if contact else None,
        department_name=contact.department_name if contact else "", state=step.after.value,
        words=words.strip(), asked_at=at,
    )  # fmt: skip
    _write(row, step.line, signature, at, {"committee": row.committee_name}, {"words": row.words})
    return row


@transaction.atomic
def answer(*, enquiry_id: UUID, said: Said, way: Way, actor: Actor | None, at: datetime) -> Enquiry:
    """The department answers, at its desk or by its link, or the lead body enters what it said (H4.2c).

    `actor` is None for whoever holds the link. Refused: wrong_state, wrong_office, the codes of policy.
    """
    row = Enquiry.objects.select_for_update(of=("self",)).get(pk=enquiry_id)
    offices = _answering(row, way, actor)
    step = ENQUIRY.step(EnquiryState(row.state), EnquiryAct.ANSWER, offices)
    today = day_of(at)
    answered_on = said.answered_on if way is Way.ENTERED and said.answered_on else today
    refuse_if(refusals_to_answer(said.words, said.answered_by, answered_on, day_of(row.asked_at), today))
    row.state, row.way, row.answered_on = step.after.value, way.value, answered_on
    row.answer, row.answered_by = said.words.strip(), said.answered_by.strip()
    row.save()
    signature = (
        actor.signature(Office(next(iter(offices))))
        if actor
        else Signature(row.department_id or row.lead_id, "凭一次性链接", BY_LINK, None)
    )
    columns = {"way": way.words, "answered_on": answered_on.isoformat()}
    _write(row, step.line, signature, at, columns, {"words": row.answer, "answered_by": row.answered_by})
    return row


def _answering(row: Enquiry, way: Way, actor: Actor | None) -> frozenset[str]:
    """The department's own desk, its link, or the lead body that was told."""
    if actor is None:
        return frozenset({BY_LINK}) if way is Way.LINK else frozenset()
    if way is Way.ENTERED:
        return frozenset(actor.offices_at(row.lead_id) & {Office.COUNTY_LEAD})
    if way is Way.LINK or row.department_id is None:
        return frozenset()
    return frozenset(actor.offices_at(row.department_id) & {Office.DEPARTMENT})


def _write(
    row: Enquiry,
    kind: str,
    signature: Signature,
    at: datetime,
    columns: Mapping[str, str],
    personal: Mapping[str, str],
) -> None:
    registers.write(
        kind=kind, owner=row.lead_id, county_code=row.county_code, subject=row.pk, happened_at=at,
        signature=signature,
        columns={"item": row.item_name, "department": row.department_name or "没有登记", **columns},
        personal=personal,
    )  # fmt: skip
