"""回避: the applicant is a near relative of whoever was to approve or seal; it is another's from then on."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.certificates.actions.taking import carry_out, taken
from zhengyin.certificates.workflow import Act
from zhengyin.people.actor import Actor


@transaction.atomic
def recuse(*, certificate_id: UUID, actor: Actor, at: datetime) -> None:
    """Step aside for good: a later 不是 of the same person no longer counts."""
    certificate, step, signature = taken(certificate_id, Act.RECUSE, actor)
    carry_out(certificate, step, signature, at)
