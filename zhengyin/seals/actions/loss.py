"""A seal is reported lost (报失): it stops at once."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.seals import queries
from zhengyin.seals.actions.record import locked, step_of, write_of_seal
from zhengyin.seals.actions.settling import lapse_handover
from zhengyin.seals.actions.stopping import stop
from zhengyin.seals.actions.take_out import lose_outside
from zhengyin.seals.kinds import StopReason
from zhengyin.seals.models import Seal
from zhengyin.seals.policy.seal import refusals_to_report_loss
from zhengyin.seals.queries.facts import committee_facts
from zhengyin.seals.workflow import SEAL, SealAct, SealState
from zhengyin.shared.days import SHANGHAI, day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def report_loss(*, seal_id: UUID, lost_at: datetime, circumstances: str, actor: Actor, at: datetime) -> Seal:
    """Stop a seal from `at` on; `lost_at` is the earliest moment it may have been gone.

    One that stands still already, for a dispute or because its committee ended, is lost from now on: the
    loss takes the place of that stop.
    Refused: wrong_state, wrong_office, lost_already, loss_lies_ahead, lost_before_issued,
    circumstances_missing.
    """
    seal = locked(seal_id)
    committee = committee_facts(seal.committee_id)
    step, signature = step_of(SEAL, SealState(seal.state), SealAct.REPORT_LOSS, committee, actor)
    facts = queries.facts_for_report_loss(seal, lost_at=lost_at, circumstances=circumstances, at=at)
    refuse_if(refusals_to_report_loss(facts, actor, day_of(at)))
    stop(seal, StopReason.LOST, since=lost_at, at=at)
    lose_outside(seal=seal, actor=actor, at=at)
    lapse_handover(seal, why="印章报失", actor=actor, at=at)
    write_of_seal(
        step.line,
        seal,
        signature,
        at=at,
        columns={
            "lost_at": lost_at.astimezone(SHANGHAI).isoformat(timespec="minutes"),
        },
        personal={"circumstances": circumstances.strip()},
    )
    return seal
