"""See whole numbers and telephones: an act with a purpose, in the journal."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.certificates import secrets
from zhengyin.certificates.kinds import Purpose
from zhengyin.certificates.models import Certificate, Party
from zhengyin.certificates.policy.reveal import refusals_to_reveal
from zhengyin.certificates.words import WORDS
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.registers.actions import write
from zhengyin.shared.refusal import refuse_if


@dataclass(frozen=True, slots=True)
class Revealed:
    """One person of the case, whole."""

    role: str
    name: str
    identity: str
    phone: str


@transaction.atomic
def reveal(*, certificate_id: UUID, purpose: Purpose, actor: Actor, at: datetime) -> tuple[Revealed, ...]:
    """Write who looks and why, then open what is encrypted. Refused: wrong_office."""
    certificate = Certificate.objects.get(pk=certificate_id)
    refuse_if(refusals_to_reveal(handles_here=actor.has(Office.HANDLER, certificate.organization_id)))
    write(
        kind="certificate.revealed",
        owner=certificate.organization_id,
        county_code=certificate.county_code,
        subject=certificate.id,
        happened_at=at,
        signature=actor.signature(Office.HANDLER),
        columns={"item": certificate.title, "purpose": WORDS[f"purpose.{purpose.value}"]},
    )
    return tuple(
        Revealed(
            one.role,
            one.name,
            secrets.opened_word(one.id, "identity", one.identity_encrypted),
            secrets.opened_word(one.id, "phone", one.phone_encrypted),
        )
        for one in Party.objects.filter(certificate=certificate).order_by("role", "position")
    )
