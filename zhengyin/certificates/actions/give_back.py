"""Return, take back, withdraw: each with its reason."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.certificates import secrets
from zhengyin.certificates.actions.taking import carry_out, taken, taken_by_resident
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.policy.give_back import refusals_to_return, refusals_without_reason
from zhengyin.certificates.queries.facts import concerned_in, deciding
from zhengyin.certificates.queries.wording import current_text
from zhengyin.certificates.workflow import Act
from zhengyin.people.actor import Actor
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def return_to_verifying(*, certificate_id: UUID, reason: str, actor: Actor, at: datetime) -> None:
    """Give it back to the handler instead of approving."""
    certificate, step, signature = taken(certificate_id, Act.RETURN, actor)
    who, reason = deciding(certificate, actor, None, at), reason.strip()
    refuse_if(refusals_to_return(concerned_in(certificate), who, reason))
    unapprove(certificate, at)
    carry_out(certificate, step, signature, at, personal={"reason": reason})


@transaction.atomic
def take_back(*, certificate_id: UUID, reason: str, actor: Actor, at: datetime) -> None:
    """Take an approval back before the seal; the old approval no longer counts for the new text."""
    certificate, step, signature = taken(certificate_id, Act.TAKE_BACK, actor)
    refuse_if(refusals_without_reason(reason))
    unapprove(certificate, at)
    carry_out(certificate, step, signature, at, personal={"reason": reason.strip()})


def unapprove(certificate: Certificate, at: datetime) -> None:
    """Forget what was approved; the journal keeps that it was, and why it no longer is.

    The text stays as it was seen: whoever decides again is shown what changed since.
    """
    certificate.seen_encrypted = secrets.sealed_text(certificate.id, current_text(certificate, day_of(at)))
    certificate.approved_by = None
    certificate.countersigned_by = None
    certificate.approved_at = None
    certificate.approved_digest = ""
    certificate.frozen_encrypted = b""
    certificate.valid_until = None


@transaction.atomic
def withdraw(*, certificate_id: UUID, reason: str, actor: Actor | None, at: datetime) -> None:
    """The resident no longer wants it; without an actor the resident says so on the tracking page."""
    if actor is not None:
        certificate, step, signature = taken(certificate_id, Act.WITHDRAW, actor)
    else:
        certificate, step, signature = taken_by_resident(certificate_id, Act.WITHDRAW)
    refuse_if(refusals_without_reason(reason))
    carry_out(certificate, step, signature, at, personal={"reason": reason.strip()})
