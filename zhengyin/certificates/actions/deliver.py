"""Deliver: the paper leaves the office against a signature of receipt."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.certificates.actions.taking import carry_out, taken
from zhengyin.certificates.asked import Handed, tidied_handed
from zhengyin.certificates.kinds import How, SignedBy
from zhengyin.certificates.models import Delivery
from zhengyin.certificates.policy.deliver import refusals_to_deliver
from zhengyin.certificates.queries.facts import facts_for_deliver
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import Act
from zhengyin.documents import files
from zhengyin.people.actor import Actor
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def deliver(
    *,
    certificate_id: UUID,
    how: How,
    recipient: str,
    signed_by: SignedBy,
    signature_image: bytes,
    content_type: str,
    carrier: str = "",
    post_number: str = "",
    actor: Actor,
    at: datetime,
) -> None:
    """Hand the paper over; the picture of the signature is kept encrypted beside the line (H3.2.3d)."""
    certificate, step, signature = taken(certificate_id, Act.DELIVER, actor)
    handed = tidied_handed(Handed(how, recipient, signed_by, carrier, post_number))
    facts = facts_for_deliver(certificate, handed, at, has_signature=bool(signature_image))
    refuse_if(refusals_to_deliver(facts))
    picture = files.put(
        data=signature_image, content_type=content_type, purpose="receipt",
        owner=certificate.organization_id, county_code=certificate.county_code, at=at,
    )  # fmt: skip
    Delivery.objects.create(
        certificate=certificate, how=how.value, recipient=handed.recipient, signed_by=signed_by.value,
        carrier=handed.carrier, post_number=handed.post_number, signature=picture,
        delivered_by_id=actor.person_id, delivered_at=at,
    )  # fmt: skip
    carry_out(
        certificate, step, signature, at,
        columns={
            "number": certificate.number,
            "how": WORDS[f"how.{how.value}"],
            "signed_by": WORDS[f"signed_by.{signed_by.value}"],
            "carrier": handed.carrier,
            "post_number": handed.post_number,
        },
        personal={"recipient": handed.recipient},
        document_digest=picture.sha256,
    )  # fmt: skip
