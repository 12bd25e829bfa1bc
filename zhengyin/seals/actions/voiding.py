"""The township declares a seal void (公告作废) that somebody withholds (拒不交出)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.seals import queries
from zhengyin.seals.actions.record import locked_among_all, step_of, write_of_seal
from zhengyin.seals.actions.settling import end_keeping, lapse_handover
from zhengyin.seals.actions.stopping import stop
from zhengyin.seals.actions.take_out import end_unleft, lose_outside
from zhengyin.seals.kinds import StopReason
from zhengyin.seals.models import Seal
from zhengyin.seals.policy.voiding import Withheld, refusals_to_declare_void
from zhengyin.seals.workflow import SEAL, SealAct, SealState
from zhengyin.shared.days import SHANGHAI, day_of
from zhengyin.shared.refusal import refuse_if

WHY = "印章拒不交出，已公告作废"


@transaction.atomic
def declare_seal_void(*, seal_id: UUID, withheld: Withheld, actor: Actor, at: datetime) -> Seal:
    """Stop a seal for good that nobody hands in; what was sealed since `withheld.since` is in doubt.

    From now on it bars no new seal, as a lost one does not. Its custody, an open handover, an open
    take-out and an earlier stop end. No source says this: our own careful answer, 产品默认
    (docs/decisions/0034).
    Refused: another_township, committee_ended_already, out_of_reach_already, withheld_since_wrong,
    void_notice_missing, stop_reason_missing, wrong_state, wrong_office.
    """
    seal = locked_among_all(seal_id)  # a new one is handed out before or after, whole
    facts = queries.facts_for_void(seal, withheld, at)
    refuse_if(refusals_to_declare_void(facts, actor, day_of(at)))
    step, signature = step_of(SEAL, SealState(seal.state), SealAct.DECLARE_VOID, facts.committee, actor)
    stop(seal, StopReason.VOID, since=withheld.since, at=at)
    lose_outside(seal=seal, actor=actor, at=at)
    end_unleft(seal, why=WHY, actor=actor, at=at)
    lapse_handover(seal, why=WHY, actor=actor, at=at)
    end_keeping(seal, why=WHY, actor=actor, at=at)
    write_of_seal(
        step.line,
        seal,
        signature,
        at=at,
        columns={
            "withheld_since": withheld.since.astimezone(SHANGHAI).isoformat(timespec="minutes"),
            "document": withheld.document.strip(),
        },
        personal={"reason": withheld.reason.strip()},
    )
    return seal
