"""A seal passes on: signed by three, kept by the same custodian anew, or kept for a while by another.

Each ends the custody before and begins the next in one transaction; all reasons are said at once.
"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.documents.models import StoredFile
from zhengyin.people.actor import Actor
from zhengyin.people.models import Person
from zhengyin.registers.lines import Signature
from zhengyin.seals.actions.custody import end_custody
from zhengyin.seals.actions.giving import Wanted, give, written
from zhengyin.seals.actions.handover import about, held, open_handover
from zhengyin.seals.actions.record import gathering, locked, step_of, write
from zhengyin.seals.kinds import HandoverReason
from zhengyin.seals.models import Custody, Handover, Seal
from zhengyin.seals.policy.handover import (
    Signed,
    refusals_to_act,
    refusals_to_complete,
    refusals_to_reappoint,
)
from zhengyin.seals.queries.facts import committee_facts
from zhengyin.seals.queries.handover import due_on
from zhengyin.seals.queries.handovers import (
    acted_before,
    facts_for_cancel,
    facts_for_complete,
    number_of,
    still_open,
)
from zhengyin.seals.workflow import HANDOVER, HandoverAct, HandoverState
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal, refuse_if

STAYS = "续任，重新办理保管手续"


@transaction.atomic
def complete_handover(
    *, handover_id: UUID, wanted: Wanted, signed: Signed, actor: Actor, at: datetime
) -> Custody:
    """Three people have signed the list: the old custody ends today and the new one begins.

    `wanted` is the next custodian with his ground, as for an appointment.
    Refused: the codes of refusals_to_complete, of policy.custody and of people's appoint and end.
    """
    seal, row = held(handover_id)
    step, signature = step_of(
        HANDOVER, HandoverState(row.state), HandoverAct.COMPLETE, committee_facts(seal.committee_id), actor
    )
    facts = facts_for_complete(seal, row, signed, received_by=wanted.person_id)
    reasons = list(refusals_to_complete(facts, day_of(at)))
    why = f"印章移交（{number_of(row)}）"
    custody = _pass_on(seal, replace(wanted, handing_over=True), why=why, reasons=reasons, actor=actor, at=at)
    assert signed.scan is not None  # the rules asked for it
    _sign(row, signed, custody)
    _close(row, step.after, custody, at=at)
    handed, watched = (Person.objects.get(pk=one).name for one in (signed.handed_by, signed.supervised_by))
    columns = {
        "signed_on": written(signed.signed_on),
        "handed_by": handed,
        "handed_reason": row.handed_reason,
        "received_by": custody.person.name,
        "supervised_by": watched,
        "due_on": written(due_on(row.county_code, row.changed_on)),
    }
    kept = StoredFile.objects.get(pk=signed.scan)
    _write(step.line, row, signature, at=at, columns=columns, document_digest=kept.sha256)
    return custody


@transaction.atomic
def reappoint_custodian(*, handover_id: UUID, wanted: Wanted, actor: Actor, at: datetime) -> Custody:
    """The same custodian is appointed anew in the way of the place; nothing changes hands.

    Refused: nobody_to_reappoint, the codes of policy.custody and of people's appoint and end.
    """
    seal, row = held(handover_id)
    step, signature = step_of(
        HANDOVER, HandoverState(row.state), HandoverAct.REAPPOINT, committee_facts(seal.committee_id), actor
    )
    kept = facts_for_cancel(seal, "", day_of(at)).kept
    reasons = list(refusals_to_reappoint(kept=kept))
    custody = _pass_on(
        seal, replace(wanted, handing_over=True), why=STAYS, reasons=reasons, actor=actor, at=at
    )
    _close(row, step.after, custody, at=at)
    _write(step.line, row, signature, at=at, columns={"custodian": custody.person.name})
    return custody


@transaction.atomic
def appoint_acting_custodian(*, seal_id: UUID, wanted: Wanted, actor: Actor, at: datetime) -> Custody:
    """The custodian is gone: another keeps the seal from today, at most 30 days; the handover opens.

    `wanted.gone` says why. Refused: gone_reason_missing, acting_not_prolonged, the codes of
    policy.custody and of people's appoint and end.
    """
    seal, day = locked(seal_id), day_of(at)
    before = acted_before(seal, wanted.person_id, day)
    reasons = list(refusals_to_act(gone=wanted.gone, acted_before=before))
    if not reasons and not seal.handovers.filter(state=HandoverState.OPEN).exists():
        with gathering(reasons):
            open_handover(seal_id=seal_id, reason=HandoverReason.VACANCY, changed_on=day, actor=actor, at=at)
    acting = replace(wanted, since=day, gone=wanted.gone.strip() or STAYS, handing_over=True)
    return _pass_on(seal, acting, why=acting.gone, reasons=reasons, actor=actor, at=at)


def _pass_on(
    seal: Seal, wanted: Wanted, *, why: str, reasons: list[Refusal], actor: Actor, at: datetime
) -> Custody:
    """End what is still open and give the seal to the next. Raises Refused with `reasons` and its own."""
    with gathering(reasons):
        for custody in still_open(seal):
            end_custody(custody_id=custody.pk, on=day_of(at), reason=why, actor=actor, at=at)
        given = give(seal, wanted, actor=actor, at=at)
    refuse_if(reasons)
    return given


def _sign(row: Handover, signed: Signed, custody: Custody) -> None:
    row.handed_by_id, row.received_by_id = signed.handed_by, custody.person_id
    row.supervised_by_id, row.signed_on = signed.supervised_by, signed.signed_on
    row.handed_reason, row.scan_id = signed.handed_reason.strip(), signed.scan


def _close(row: Handover, state: HandoverState, custody: Custody, *, at: datetime) -> None:
    row.state, row.new_custody, row.closed_at = state, custody, at
    row.save()


def _write(
    kind: str,
    row: Handover,
    signature: Signature,
    *,
    at: datetime,
    columns: dict[str, str],
    document_digest: str = "",
) -> None:
    write(
        kind=kind,
        owner=row.committee_id,
        county_code=row.county_code,
        subject=row.pk,
        signature=signature,
        at=at,
        columns={**about(row), **columns},
        document_digest=document_digest,
    )
