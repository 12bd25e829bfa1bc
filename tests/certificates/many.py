"""Many approved certificates, quickly: copies of one approved act by act, each with its journal."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.forms.models import model_to_dict

from tests.certificates import cast
from zhengyin.certificates import secrets
from zhengyin.certificates.models import Certificate, CheckedFact, Party
from zhengyin.certificates.workflow import State
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.registers.actions import write
from zhengyin.registers.lines import kind_of
from zhengyin.shared.codes import new_tracking_code

HISTORY = tuple(
    f"certificate.{act}" for act in ("applied", "accepted", "verifying", "checked", "verified", "approved")
)


def copies_of(case: UUID, count: int, clerk: Actor, director: Actor, at: datetime) -> list[UUID]:
    """Return `count` approved cases of the same committee, text and persons, each with its journal."""
    one = Certificate.objects.get(pk=case)
    return [copy_of(one, clerk, director, at) for _ in range(count)]


def copy_of(one: Certificate, clerk: Actor, director: Actor, at: datetime) -> UUID:
    new = Certificate.objects.get(pk=one.pk)
    new.pk = uuid4()
    new._state.adding = True
    new.tracking_index = secrets.tracking_index(new_tracking_code())
    fields = secrets.opened_fields(one.pk, one.fields_encrypted)
    new.fields_encrypted = secrets.sealed_fields(new.pk, fields)
    new.frozen_encrypted = secrets.sealed_text(new.pk, secrets.opened_text(one.pk, one.frozen_encrypted))
    new.state = State.VERIFYING  # checks are written before the approval
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
    Certificate.objects.filter(pk=new.pk).update(state=one.state)
    for kind in HISTORY:
        last = kind == "certificate.approved"
        said = {key: "" for key, _ in kind_of(kind).columns} | {"item": new.title}
        write(
            kind=kind, owner=new.organization_id, county_code=new.county_code, subject=new.pk, happened_at=at,
            signature=director.signature(Office.DIRECTOR) if last else clerk.signature(Office.HANDLER),
            columns=said, personal={key: "马桂花" for key, _ in kind_of(kind).personal},
            text_digest=new.approved_digest if last else "",
        )  # fmt: skip
    return new.pk


def approved_many(village: str, count: int, at: datetime) -> list[UUID]:
    """Approve one certificate of a village act by act and return copies of it."""
    case = cast.approved(village)
    with transaction.atomic():
        officers = cast.officer(f"{village}.clerk"), cast.officer(f"{village}.director")
        return copies_of(case, count, *officers, at)
