"""The township stops a seal in dispute (停用), restores it (恢复), calls an order off (撤销制作)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.registers.lines import Signature
from zhengyin.seals import queries
from zhengyin.seals.actions.handover import reopen_handover
from zhengyin.seals.actions.record import locked, locked_among_all, move, step_of, write_of_seal
from zhengyin.seals.actions.settling import lapse_handover
from zhengyin.seals.kinds import STOP_LABELS, StopReason
from zhengyin.seals.models import Seal, Stop
from zhengyin.seals.policy.returning import refusals_to_call_off, refusals_to_restore, refusals_to_stop
from zhengyin.seals.workflow import SEAL, SealAct, SealState
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def stop_seal(*, seal_id: UUID, reason: str, actor: Actor, at: datetime) -> Seal:
    """Stop a seal about which there is a dispute, until it is restored or collected.

    Refused: another_township, stop_reason_missing, wrong_state, wrong_office.
    """
    seal = locked(seal_id)
    facts = queries.facts_for_reason(seal, reason)
    refuse_if(refusals_to_stop(facts, actor, day_of(at)))
    step, signature = step_of(SEAL, SealState(seal.state), SealAct.STOP, facts.committee, actor)
    stop(seal, StopReason.DISPUTE, since=at, at=at)
    lapse_handover(seal, why="印章停用", actor=actor, at=at)
    write_stop(seal, StopReason.DISPUTE, reason=reason, kind=step.line, signature=signature, at=at)
    return seal


@transaction.atomic
def restore_seal(*, seal_id: UUID, reason: str, actor: Actor, at: datetime) -> Seal:
    """Put a seal that was found, or whose dispute is over, back into use; what its stop broke off goes on.

    Refused: another_township, committee_ended, seal_already_followed, stopped_for_good,
    restore_reason_missing, wrong_state, wrong_office.
    """
    seal = locked_among_all(seal_id)
    facts = queries.facts_for_restore(seal, reason)
    refuse_if(refusals_to_restore(facts, actor, day_of(at)))
    step, signature = step_of(SEAL, SealState(seal.state), SealAct.RESTORE, facts.committee, actor)
    Stop.objects.filter(seal=seal, ended_at=None).update(ended_at=at)
    move(seal, step.after)
    write_reason(seal, reason, kind=step.line, signature=signature, at=at)
    reopen_handover(seal, actor=actor, at=at)
    return seal


@transaction.atomic
def call_off_seal(*, seal_id: UUID, reason: str, actor: Actor, at: datetime) -> Seal:
    """Give up an order: a wrong name, a lost seal found again.

    Refused: another_township, stop_reason_missing, wrong_state, wrong_office.
    """
    seal = locked(seal_id)
    facts = queries.facts_for_reason(seal, reason)
    refuse_if(refusals_to_call_off(facts, actor, day_of(at)))
    step, signature = step_of(SEAL, SealState(seal.state), SealAct.CALL_OFF, facts.committee, actor)
    move(seal, step.after)
    write_reason(seal, reason, kind=step.line, signature=signature, at=at)
    return seal


def stop(seal: Seal, reason: StopReason, *, since: datetime, at: datetime) -> None:
    """Write the stop in place of an earlier one, then the state it leads to; the caller asked the rules."""
    Stop.objects.filter(seal=seal, ended_at=None).update(ended_at=at)
    Stop.objects.create(seal=seal, reason=reason, since=since, stopped_at=at)
    move(seal, SealState.STOPPED)


def write_stop(
    seal: Seal, why: StopReason, *, reason: str, kind: str, signature: Signature, at: datetime
) -> None:
    """The line of a stop that is no loss."""
    columns, personal = {"why": STOP_LABELS[why]}, {"reason": reason.strip()}
    write_of_seal(kind, seal, signature, at=at, columns=columns, personal=personal)


def write_reason(seal: Seal, reason: str, *, kind: str, signature: Signature, at: datetime) -> None:
    """The line of an act that only says why."""
    write_of_seal(kind, seal, signature, at=at, personal={"reason": reason.strip()})
