"""A committee was abolished or merged (H3.2.1d): its seals stop the same day, its certificate is revoked."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions import actions as regions
from zhengyin.regions.models import Committee
from zhengyin.regions.names import Ending
from zhengyin.regions.queries import end_in_words
from zhengyin.seals.actions.certificates import revoke
from zhengyin.seals.actions.record import move, step_of
from zhengyin.seals.actions.settling import lapse_handover
from zhengyin.seals.actions.stopping import stop, write_reason, write_stop
from zhengyin.seals.actions.take_out import end_unleft
from zhengyin.seals.kinds import StopReason
from zhengyin.seals.models import Seal
from zhengyin.seals.policy.seal import CommitteeFacts
from zhengyin.seals.queries.facts import committee_facts
from zhengyin.seals.queries.signing import valid_certificates
from zhengyin.seals.workflow import SEAL, CertificateAct, SealAct, SealState
from zhengyin.shared.days import start_of


@transaction.atomic
def end_committee(
    *,
    organization_id: UUID,
    how: Ending,
    ended_on: date,
    into_id: UUID | None,
    document: str,
    actor: Actor,
    at: datetime,
) -> Committee:
    """Record the end; stop what is in use, call off what is being engraved, revoke the certificate.

    The township records it, or the county: a township itself may be merged away. An open handover and a
    take-out that has not left end. Seals already stopped stay so. All of them are collected afterwards,
    one by one. Offices and books are left: the books are read, the papers verified for good.
    Refused: the codes of regions' record_end, another_township, wrong_office.
    """
    facts = committee_facts(organization_id)
    office, signing_for = _recording(actor, facts)
    committee = regions.record_end(
        committee_id=organization_id,
        how=how,
        ended_on=ended_on,
        into_id=into_id,
        document=document,
        signature=actor.signature(office),
        signing_for=signing_for,
        at=at,
    )
    words = f"{end_in_words(committee)}（{committee.end_document}）"
    for seal in Seal.objects.select_for_update().filter(committee_id=organization_id).order_by("id"):
        _stop(seal, facts, words=words, ended_on=ended_on, actor=actor, at=at)
    for certificate in valid_certificates(organization_id, at).select_for_update(of=("self",)):
        revoke(certificate, facts, reason=words, actor=actor, at=at, act=CertificateAct.END_WITH_COMMITTEE)
    return committee


def _stop(
    seal: Seal, committee: CommitteeFacts, *, words: str, ended_on: date, actor: Actor, at: datetime
) -> None:
    if seal.state not in (SealState.ENGRAVING, SealState.IN_USE):
        return
    step, signature = step_of(SEAL, SealState(seal.state), SealAct.END_WITH_COMMITTEE, committee, actor)
    if seal.state == SealState.ENGRAVING:
        move(seal, step.after)
        write_reason(seal, words, kind=step.line, signature=signature, at=at)
    else:
        since = min(start_of(ended_on), at)
        stop(seal, StopReason.COMMITTEE_ENDED, since=since, at=at)
        lapse_handover(seal, why=words, actor=actor, at=at)
        end_unleft(seal, why=words, actor=actor, at=at)
        write_stop(seal, StopReason.COMMITTEE_ENDED, reason=words, kind=step.line, signature=signature, at=at)


def _recording(actor: Actor, committee: CommitteeFacts) -> tuple[Office, UUID]:
    """In which office the actor records it, and for whom: the own township, else the county, else refused."""
    served = actor.organizations(Office.TOWNSHIP)
    if committee.township_id not in served and committee.lead_id in actor.organizations(Office.COUNTY_LEAD):
        return Office.COUNTY_LEAD, committee.lead_id
    own = committee.township_id
    return Office.TOWNSHIP, own if own in served else next(iter(served), actor.person_id)
