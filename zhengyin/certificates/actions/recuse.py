"""回避: the applicant is a near relative of whoever was to approve or seal; it is another's from then on."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.certificates.actions.taking import carry_out, held, signed_step
from zhengyin.certificates.lines.names import RECUSED
from zhengyin.certificates.workflow import Act
from zhengyin.people.actor import Actor
from zhengyin.registers import queries as registers


@transaction.atomic
def recuse(*, certificate_id: UUID, actor: Actor, at: datetime) -> None:
    """Step aside for good: a later 不是 of the same person no longer counts.

    Said twice, it is written once: the second changes nothing.
    """
    certificate = held(certificate_id)
    if actor.person_id in registers.who_wrote(certificate.id, RECUSED):
        return
    step, signature = signed_step(certificate, Act.RECUSE, actor)
    carry_out(certificate, step, signature, at)
