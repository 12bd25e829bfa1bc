"""What one person keeps passes on: signed by three, kept by the same anew, or for a while by another.

Each ends the custody before and begins the next in one transaction; all reasons are said at once.
"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.documents.models import StoredFile
from zhengyin.people.actor import Actor
from zhengyin.people.models import Person
from zhengyin.seals.actions.custody import end_custody
from zhengyin.seals.actions.giving import give, written
from zhengyin.seals.actions.handover import held, note, open_handover
from zhengyin.seals.actions.record import gathering, locked_among_all, step_of
from zhengyin.seals.kinds import HandoverReason
from zhengyin.seals.models import Custody, Handover, Seal
from zhengyin.seals.policy.custody import Wanted
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
    facts_for_complete,
    facts_for_reappoint,
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
    """Three people have signed the list: of every seal on it the old custody ends today, the new one begins.

    `wanted` is the next custodian with his ground, as for an appointment, from the day of the act.
    Refused: the codes of refusals_to_complete, of policy.custody and of people's appoint and end.
    """
    seal, row, rows = held(handover_id)
    step, signature = step_of(
        HANDOVER, HandoverState(row.state), HandoverAct.COMPLETE, committee_facts(seal.committee_id), actor
    )
    facts = facts_for_complete(seal, rows, signed, received_by=wanted.person_id, since=wanted.since)
    reasons = list(refusals_to_complete(facts, day_of(at)))
    why = f"印章移交（{number_of(row)}）"
    wanted = replace(wanted, handing_over=True)
    given = _pass_on([one.seal for one in rows], wanted, why=why, reasons=reasons, actor=actor, at=at)
    assert signed.scan is not None  # the rules asked for it
    handed, watched = (Person.objects.get(pk=one).name for one in (signed.handed_by, signed.supervised_by))
    columns = {
        "signed_on": written(signed.signed_on),
        "handed_by": handed,
        "received_by": given[row.seal_id].person.name,
        "supervised_by": watched,
        "due_on": written(due_on(row.county_code, row.changed_on)),
    }
    said = {"handed_reason": signed.handed_reason.strip()}
    digest = StoredFile.objects.get(pk=signed.scan).sha256
    for one in rows:
        _sign(one, signed, given[one.seal_id])
        _close(one, step.after, given[one.seal_id], at=at)
        note(step.line, one, signature, at=at, columns=columns, personal=said, document_digest=digest)
    return given[row.seal_id]


@transaction.atomic
def reappoint_custodian(*, handover_id: UUID, wanted: Wanted, actor: Actor, at: datetime) -> Custody:
    """The same custodian is appointed anew in the way of the place; nothing changes hands.

    Refused: the codes of refusals_to_reappoint, of policy.custody and of people's appoint and end.
    """
    seal, row, rows = held(handover_id)
    step, signature = step_of(
        HANDOVER, HandoverState(row.state), HandoverAct.REAPPOINT, committee_facts(seal.committee_id), actor
    )
    day = day_of(at)
    facts = facts_for_reappoint(seal, person_id=wanted.person_id, since=wanted.since, day=day)
    reasons = list(refusals_to_reappoint(facts, day))
    wanted = replace(wanted, handing_over=True)
    given = _pass_on([one.seal for one in rows], wanted, why=STAYS, reasons=reasons, actor=actor, at=at)
    for one in rows:
        custody = given[one.seal_id]
        _close(one, step.after, custody, at=at)
        note(step.line, one, signature, columns={"custodian": custody.person.name}, at=at)
    return given[row.seal_id]


@transaction.atomic
def appoint_acting_custodian(*, seal_id: UUID, wanted: Wanted, actor: Actor, at: datetime) -> Custody:
    """The custodian is gone: another keeps the seal from today, at most 30 days; the handover opens.

    `wanted.gone` says why. Refused: gone_reason_missing, acting_not_prolonged, the codes of
    policy.custody and of people's appoint and end.
    """
    day = day_of(at)
    seal = locked_among_all(seal_id)
    before = acted_before(seal, wanted.person_id, day)
    reasons = list(refusals_to_act(gone=wanted.gone, acted_before=before))
    row = seal.handovers.filter(state=HandoverState.OPEN).first()
    if not reasons and row is None:
        with gathering(reasons):
            row = open_handover(
                seal_id=seal_id, reason=HandoverReason.VACANCY, changed_on=day, actor=actor, at=at
            )
    seals = [seal] if row is None else [one.seal for one in held(row.pk)[2]]
    acting = replace(wanted, since=day, gone=wanted.gone.strip() or STAYS, handing_over=True)
    return _pass_on(seals, acting, why=acting.gone, reasons=reasons, actor=actor, at=at)[seal_id]


def _pass_on(
    seals: list[Seal], wanted: Wanted, *, why: str, reasons: list[Refusal], actor: Actor, at: datetime
) -> dict[UUID, Custody]:
    """End what is still open, give every seal to the next. Raises Refused with `reasons` and its own.

    All custodies end before one begins: the office of the old ends with the last, the next has one new.
    """
    given = {}
    with gathering(reasons):
        for seal in seals:
            for custody in still_open(seal):
                end_custody(custody_id=custody.pk, on=day_of(at), reason=why, actor=actor, at=at)
        for seal in seals:
            given[seal.pk] = give(seal, wanted, actor=actor, at=at)
    refuse_if(reasons)
    return given


def _sign(row: Handover, signed: Signed, custody: Custody) -> None:
    row.handed_by_id, row.received_by_id = signed.handed_by, custody.person_id
    row.supervised_by_id, row.signed_on = signed.supervised_by, signed.signed_on
    row.scan_id = signed.scan


def _close(row: Handover, state: HandoverState, custody: Custody, *, at: datetime) -> None:
    row.state, row.new_custody, row.closed_at = state, custody, at
    row.save()
