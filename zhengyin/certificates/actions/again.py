"""Ask for a paper once more, corrected or the same; and in the seal's transaction, link old and new."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.certificates.actions.apply import Applied, apply
from zhengyin.certificates.actions.taking import carry_out, journal, taken
from zhengyin.certificates.asked import Application, Follows, tidied
from zhengyin.certificates.kinds import Again
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.policy.again import refusals_to_ask_again
from zhengyin.certificates.queries.again import application_of, facts_for_again
from zhengyin.certificates.workflow import Act
from zhengyin.people.actor import Actor
from zhengyin.registers.lines import Signature
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def begin_correction(
    *,
    certificate_id: UUID,
    application: Application,
    reason: str,
    actor: Actor,
    at: datetime,
    as_id: UUID | None = None,
) -> Applied:
    """Open the application that is to take a paper's place; the old one holds until the new is sealed.

    Refused: correction_open where one is under way, nothing_changed, and whatever refuses an application.
    """
    return _ask_again(
        certificate_id, Act.BEGIN_CORRECTION, application, reason=reason, actor=actor, at=at, as_id=as_id
    )


@transaction.atomic
def reissue(
    *, certificate_id: UUID, copies: int, reason: str, actor: Actor, at: datetime, as_id: UUID | None = None
) -> Applied:
    """再开一份: the same content under a number of its own; the old one goes on holding."""
    old = Certificate.objects.get(pk=certificate_id)
    same = replace(application_of(old, day_of(at)), copies=copies)
    return _ask_again(certificate_id, Act.REISSUE, same, reason=reason, actor=actor, at=at, as_id=as_id)


def _ask_again(
    certificate_id: UUID,
    act: Act,
    application: Application,
    *,
    reason: str,
    actor: Actor,
    at: datetime,
    as_id: UUID | None,
) -> Applied:
    old, step, signature = taken(certificate_id, act, actor)
    again = Again.CORRECTION if act is Act.BEGIN_CORRECTION else Again.REISSUE
    application, reason = tidied(application), " ".join(reason.split())
    refuse_if(refusals_to_ask_again(facts_for_again(old, application, again, reason=reason, at=at)))
    carry_out(old, step, signature, at, columns={"number": old.number})
    follows = Follows(old.id, again, old.number, reason)
    return apply(
        organization_id=old.organization_id, application=replace(application, follows=follows),
        actor=actor, at=at, as_id=as_id,
    )  # fmt: skip


def hold_earlier(certificate: Certificate) -> None:
    """Lock the paper a new one rests on: nobody declares it void while that is being sealed."""
    if earlier := certificate.corrects_id or certificate.reissues_id:
        Certificate.objects.select_for_update(of=("self",)).get(pk=earlier)


def settle_earlier(certificate: Certificate, signature: Signature, actor: Actor, at: datetime) -> None:
    """The new paper is sealed: each of the two names the other, and a corrected one ends."""
    new = {"number": certificate.number}
    if certificate.corrects_id:
        old, step, custodian = taken(certificate.corrects_id, Act.CORRECT, actor)
        said = {"number": old.number, "new_number": certificate.number}
        carry_out(old, step, custodian, at, columns=said)
        journal(certificate, "certificate.corrects", signature, at, columns={**new, "old_number": old.number})
    elif certificate.reissues:
        old = certificate.reissues
        said = {"number": old.number, "new_number": certificate.number}
        journal(old, "certificate.reissued", signature, at, columns=said)
        journal(certificate, "certificate.reissues", signature, at, columns={**new, "old_number": old.number})
