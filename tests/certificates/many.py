"""Many approved certificates, quickly: copies of one approved act by act, each with its approval line."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.forms.models import model_to_dict

from tests.certificates import cast
from zhengyin.certificates import secrets
from zhengyin.certificates.models import Certificate, CheckedFact, Party
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.registers.actions import write
from zhengyin.shared.codes import new_tracking_code


def copies_of(case: UUID, count: int, director: Actor, at: datetime) -> list[UUID]:
    """Return `count` approved cases of the same committee, text and persons."""
    one = Certificate.objects.get(pk=case)
    return [copy_of(one, director, at) for _ in range(count)]


def copy_of(one: Certificate, director: Actor, at: datetime) -> UUID:
    new = Certificate.objects.get(pk=one.pk)
    new.pk = uuid4()
    new._state.adding = True
    new.tracking_index = secrets.tracking_index(new_tracking_code())
    fields = secrets.opened_fields(one.pk, one.fields_encrypted)
    new.fields_encrypted = secrets.sealed_fields(new.pk, fields)
    new.frozen_encrypted = secrets.sealed_text(new.pk, secrets.opened_text(one.pk, one.frozen_encrypted))
    new.save(force_insert=True)
    for party in Party.objects.filter(certificate=one).order_by("role", "position"):
        number = secrets.opened_word(party.pk, "identity", party.identity_encrypted)
        phone = secrets.opened_word(party.pk, "phone", party.phone_encrypted)
        party.pk, party.certificate = uuid4(), new
        party.identity_encrypted = secrets.sealed_word(party.pk, "identity", number)
        party.phone_encrypted = secrets.sealed_word(party.pk, "phone", phone)
        party.save(force_insert=True)
    for check in CheckedFact.objects.filter(certificate=one).order_by("key"):
        kept = model_to_dict(check, fields=["key", "method", "informant", "confirmed"])
        CheckedFact.objects.create(
            certificate=new, checked_by=check.checked_by, checked_at=check.checked_at, **kept
        )
    write(
        kind="certificate.approved", owner=new.organization_id, county_code=new.county_code, subject=new.pk,
        happened_at=at, signature=director.signature(Office.DIRECTOR), text_digest=new.approved_digest,
        columns={"item": new.title, "copies": str(new.copies), "near_relative": "不是"},
    )  # fmt: skip
    return new.pk


def approved_many(village: str, count: int, at: datetime) -> list[UUID]:
    """Approve one certificate of a village act by act and return copies of it."""
    case = cast.approved(village)
    with transaction.atomic():
        return copies_of(case, count, cast.officer(f"{village}.director"), at)
