"""Entering a person: the same human twice is the same row."""

from datetime import datetime
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction

from zhengyin.people.models import Person
from zhengyin.people.policy.entry import (
    Entered,
    normalise_identity,
    normalise_phone,
    refusals_to_enter_again,
    refusals_to_register,
)
from zhengyin.people.queries.logins import phone_of
from zhengyin.shared.names import normalise_name
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def register_person(*, name: str, identity: str, phone: str, county_code: str, at: datetime) -> Person:
    """Return the person with this identity number, entered now if not known yet.

    No line of its own: a person without an office is nobody in the books; the appointment is.
    Refused: name_is_wrong, identity_is_wrong, phone_is_wrong, identity_belongs_to_another_name,
    phone_is_changed_elsewhere.
    """
    name, identity = normalise_name(name), normalise_identity(identity)
    phone = normalise_phone(phone)
    refuse_if(refusals_to_register(name, identity, phone))
    index = settings.INDEX_KEY.blind_index(f"identity:{identity}")
    new = uuid4()
    person, made = Person.objects.get_or_create(
        identity_index=index,
        defaults={
            "id": new,
            "name": name,
            "identity_encrypted": settings.DATA_KEY.encrypt(
                identity.encode(), b"person.identity:" + new.bytes
            ),
            "phone_encrypted": sealed_phone(phone, new),
            "phone_tail": phone[-4:],
            "county_code": county_code,
            "created_at": at,
        },
    )
    if not made:
        refuse_if(refusals_to_enter_again(Entered(person.name, phone_of(person)), Entered(name, phone)))
    return person


def sealed_phone(phone: str, person: UUID) -> bytes:
    """Encrypt a number for its place; nothing for an empty one."""
    return settings.DATA_KEY.encrypt(phone.encode(), b"person.phone:" + person.bytes) if phone else b""
