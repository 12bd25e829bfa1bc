"""Approve, countersign, send back, take back, withdraw: one approval for one content and its copies."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.regions import queries as regions
from zhengyin.shared.refusal import refuse_if
from zhengyin.workuse.actions.taking import Taken, carry_out, taken
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.policy.decide import (
    refusals_to_approve,
    refusals_to_countersign,
    refusals_to_send_back,
    refusals_without_reason,
)
from zhengyin.workuse.queries.facts import concerns_somebody, facts_for_decide, facts_to_decide
from zhengyin.workuse.workflow import WorkAct


@transaction.atomic
@regions.remembering()
def approve(
    *,
    work_use_id: UUID,
    near_relative: bool | None,
    not_major: bool = False,
    seen: str,
    actor: Actor,
    at: datetime,
) -> WorkUse:
    """Approve as director; what has a blank let through then waits for the second approver.

    `seen` is the digest of the content that lay before the director: no other is approved. `not_major`
    is the own look at a matter that sounds major and of which the handler said that it is none.
    """
    locked = WorkUse.objects.select_for_update()  # what is read here is what is decided on
    needs_second = locked.values_list("needs_second", flat=True).get(pk=work_use_id)
    begun = taken(work_use_id, WorkAct.APPROVE_FIRST if needs_second else WorkAct.APPROVE, actor)
    work_use = begun[0]
    facts = facts_for_decide(
        work_use, actor, near_relative=near_relative, not_major=not_major, seen=seen, at=at
    )
    refuse_if(refusals_to_approve(facts))
    work_use.approved_by_id, work_use.approved_at = actor.person_id, at
    work_use.approved_digest = facts.digest
    carry_out(begun, at, columns=_said(work_use, near_relative), text_digest=facts.digest)
    return work_use


@transaction.atomic
@regions.remembering()
def countersign(
    *,
    work_use_id: UUID,
    near_relative: bool | None,
    not_major: bool = False,
    seen: str,
    actor: Actor,
    at: datetime,
) -> WorkUse:
    """Approve after the director, as the second person."""
    begun = taken(work_use_id, WorkAct.COUNTERSIGN, actor)
    work_use = begun[0]
    facts = facts_for_decide(
        work_use, actor, near_relative=near_relative, not_major=not_major, seen=seen, at=at
    )
    refuse_if(refusals_to_countersign(facts))
    work_use.countersigned_by_id, work_use.approved_at = actor.person_id, at
    carry_out(begun, at, columns=_said(work_use, near_relative), text_digest=work_use.approved_digest)
    return work_use


@transaction.atomic
def send_back(*, work_use_id: UUID, reason: str, actor: Actor, at: datetime) -> WorkUse:
    """退回 before the approval, with the reason."""
    return _returned(taken(work_use_id, WorkAct.RETURN, actor), reason, actor, at)


@transaction.atomic
def take_back(*, work_use_id: UUID, reason: str, actor: Actor, at: datetime) -> WorkUse:
    """收回 between approval and seal: a mistake, a blank on the paper in hand, a vote that failed."""
    return _returned(taken(work_use_id, WorkAct.TAKE_BACK, actor), reason, actor, at)


@transaction.atomic
def withdraw(*, work_use_id: UUID, reason: str, actor: Actor, at: datetime) -> WorkUse:
    """Not wanted any more."""
    begun = taken(work_use_id, WorkAct.WITHDRAW, actor)
    refuse_if(refusals_without_reason(reason))
    carry_out(begun, at, personal={"reason": reason.strip()})
    return begun[0]


def _returned(begun: Taken, reason: str, actor: Actor, at: datetime) -> WorkUse:
    refuse_if(refusals_to_send_back(facts_to_decide(begun[0], actor, at), reason))
    carry_out(begun, at, personal={"reason": reason.strip()})
    return begun[0]


def _said(work_use: WorkUse, near_relative: bool | None) -> dict[str, str]:
    """What the approver saw and answered; not asked where nobody is concerned."""
    asked = concerns_somebody(work_use)
    return {
        "copies": str(work_use.copies),
        "near_relative": ("是" if near_relative else "不是") if asked else "不用问",
    }
