"""How the owner wants to be reminded."""

from datetime import datetime

from django.db import transaction

from zhengyin.people.actions.own import signing_as
from zhengyin.people.actor import Actor
from zhengyin.people.models import Person
from zhengyin.regions.queries import full_name
from zhengyin.registers import actions as registers
from zhengyin.reminders.lines import CHOSEN
from zhengyin.reminders.models import Choice
from zhengyin.reminders.policy.choice import WAY_LABELS, Way, refusals_to_choose
from zhengyin.reminders.queries.choices import facts_for_choose
from zhengyin.shared.refusal import refuse_if

NO_ADDRESS = b""


@transaction.atomic
def choose(*, way: Way, actor: Actor, at: datetime) -> Choice:
    """Choose; the same again changes and writes nothing. 不用 erases the address.

    Refused: reminder_way_not_offered, reminder_phone_missing, reminder_email_missing,
    reminder_without_office.
    """
    person, choice = locked(actor, at)
    refuse_if(refusals_to_choose(facts_for_choose(person, choice, actor), way))
    if choice.way == way:
        return choice
    if way is Way.NONE:
        choice.email_encrypted, choice.email_masked = NO_ADDRESS, ""
    write(choice, way, actor, at)
    return choice


def locked(actor: Actor, at: datetime) -> tuple[Person, Choice]:
    """The person and their choice, made where there is none, held until the transaction ends."""
    person = Person.objects.get(pk=actor.person_id)
    Choice.objects.get_or_create(
        person=person, defaults={"county_code": person.county_code, "changed_at": at}
    )
    return person, Choice.objects.select_for_update(of=("self",)).get(person=person)


def write(choice: Choice, way: Way, actor: Actor, at: datetime) -> None:
    """Save, with a line in the owner's book; it names no address."""
    choice.way, choice.changed_at = way.value, at
    choice.save()
    office, organization = signing_as(actor)
    registers.write(
        kind=CHOSEN,
        owner=organization.id,
        county_code=organization.county_code,
        subject=actor.person_id,
        happened_at=at,
        signature=actor.signature(office),
        columns={"name": actor.name, "organization": full_name(organization), "way": WAY_LABELS[way]},
    )
