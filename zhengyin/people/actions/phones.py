"""Changing the telephone of somebody below: a reset, for codes go there."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actions.blocking import record_reset
from zhengyin.people.actions.persons import sealed_phone
from zhengyin.people.actor import Actor
from zhengyin.people.models import Account, Reset, SmsCode
from zhengyin.people.policy.above import office_above
from zhengyin.people.policy.entry import normalise_phone
from zhengyin.people.policy.reset import PhoneChange, refusals_to_change_phone
from zhengyin.people.policy.reset import Reset as What
from zhengyin.people.queries.facts import facts_for_owner
from zhengyin.people.queries.logins import phone_of
from zhengyin.regions.models import Organization
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def change_phone(
    *, account_id: UUID, organization_id: UUID, phone: str, reason: str, actor: Actor, at: datetime
) -> Reset:
    """Change the telephone of an account's owner; the line says that, not the number.

    Codes on their way to the old one end. Shown to the owner and blocked like every reset.
    Refused: the codes of refusals_to_reset, phone_is_wrong, phone_is_the_same.
    """
    rows = Account.objects.select_for_update(of=("self", "person")).select_related("person")
    account = rows.get(pk=account_id)
    person, phone = account.person, normalise_phone(phone)
    facts = facts_for_owner(person.id, actor_id=actor.person_id, at=at)
    refuse_if(refusals_to_change_phone(facts, actor, PhoneChange(phone_of(person), phone, reason)))
    office = office_above(facts, actor)
    assert office is not None
    person.phone_encrypted, person.phone_tail = sealed_phone(phone, person.id), phone[-4:]
    person.save(update_fields=("phone_encrypted", "phone_tail"))
    SmsCode.objects.filter(account__person=person, used_at=None).update(used_at=at)
    organization = Organization.objects.get(pk=organization_id)
    return record_reset(account, organization, What.PHONE, reason, actor.signature(office), at)
