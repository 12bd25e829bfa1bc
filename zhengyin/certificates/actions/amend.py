"""Put right what an application says, before anything is sealed: the same request, entered anew."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.certificates import secrets
from zhengyin.certificates.actions.apply import Applied, apply
from zhengyin.certificates.actions.materials import copy_materials
from zhengyin.certificates.actions.taking import carry_out, taken
from zhengyin.certificates.asked import Application, Channel, tidied
from zhengyin.certificates.kinds import Again
from zhengyin.certificates.models import Certificate, Party
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.policy.again import refusals_to_amend
from zhengyin.certificates.queries.again import facts_for_again
from zhengyin.certificates.workflow import Act
from zhengyin.people.actor import Actor
from zhengyin.shared.codes import new_tracking_code
from zhengyin.shared.refusal import refuse_if

AMENDED = "内容要改，重新登记："


@dataclass(frozen=True, slots=True)
class Amended:
    """The application as it was entered anew, and whether the code given out before leads to it."""

    applied: Applied
    code_stays: bool


@transaction.atomic
def amend(
    *,
    certificate_id: UUID,
    application: Application,
    reason: str,
    actor: Actor,
    at: datetime,
    as_id: UUID | None = None,
) -> Amended:
    """Withdraw an application and enter it again in other words.

    What was entered stays as it was entered, so another person or number is another row. The tracking code
    the applicant has goes over to it, and so do the materials; checks and approvals do not.
    Refused: nothing_changed, amends_another_paper, and whatever refuses an application.
    """
    old, step, signature = taken(certificate_id, Act.WITHDRAW, actor)
    application, reason = tidied(application), " ".join(reason.split())
    facts = facts_for_again(old, application, Again.CORRECTION, reason=reason, at=at)
    refuse_if(refusals_to_amend(facts, rests_on_another=bool(old.corrects_id or old.reissues_id)))
    carry_out(old, step, signature, at, personal={"reason": f"{AMENDED}{reason}"})
    same_way = replace(application, channel=Channel(old.channel))
    new = apply(organization_id=old.organization_id, application=same_way, actor=actor, at=at, as_id=as_id)
    row = Certificate.objects.get(pk=new.certificate_id)
    copy_materials(old, row, at)
    if not Party.objects.get(certificate=old, role=Role.APPLICANT).phone_index:
        return Amended(new, code_stays=False)  # nobody was given a code before
    _keep_the_code(old, row)
    return Amended(new, code_stays=True)


def _keep_the_code(old: Certificate, new: Certificate) -> None:
    code, old.tracking_index = old.tracking_index, secrets.tracking_index(new_tracking_code())
    old.save(update_fields=["tracking_index"])
    new.tracking_index = code
    new.save(update_fields=["tracking_index"])
