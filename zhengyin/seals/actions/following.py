"""What ends with a seal: its handover when it is gone, its custody when it is back or given up."""

from datetime import datetime

from zhengyin.people.actor import Actor
from zhengyin.seals.actions.giving import written
from zhengyin.seals.actions.handover import about
from zhengyin.seals.actions.record import step_of, write
from zhengyin.seals.models import Custody, Handover, Seal
from zhengyin.seals.queries.facts import committee_facts
from zhengyin.seals.workflow import CUSTODY, HANDOVER, CustodyAct, CustodyState, HandoverAct, HandoverState
from zhengyin.shared.days import day_of


def lapse_handovers(seal: Seal, why: str, *, actor: Actor, at: datetime) -> None:
    """Close the open handover of a locked seal that there is nothing left to hand over of."""
    rows = Handover.objects.select_for_update(of=("self",)).filter(seal=seal, state=HandoverState.OPEN)
    for row in rows.select_related("seal"):
        committee = committee_facts(seal.committee_id)
        step, signature = step_of(HANDOVER, HandoverState.OPEN, HandoverAct.LAPSE, committee, actor)
        row.state, row.closed_at, row.close_reason = step.after, at, why
        row.save(update_fields=("state", "closed_at", "close_reason"))
        write(
            kind=step.line,
            owner=seal.committee_id,
            county_code=seal.county_code,
            subject=row.pk,
            signature=signature,
            at=at,
            columns={**about(row), "reason": why},
        )


def end_custodies(seal: Seal, why: str, *, actor: Actor, at: datetime) -> None:
    """End who keeps a locked seal that is with the township, or in whose place another was given out.

    The office stays: the next seal may be kept by it. It ends when another custodian is appointed.
    """
    rows = Custody.objects.select_for_update(of=("self",)).filter(seal=seal, state=CustodyState.KEPT)
    for row in rows.select_related("person").order_by("valid_from", "id"):
        committee = committee_facts(seal.committee_id)
        step, signature = step_of(CUSTODY, CustodyState.KEPT, CustodyAct.FOLLOW, committee, actor)
        ends = max(row.valid_from, min(row.valid_until or day_of(at), day_of(at)))
        row.state, row.valid_until = step.after, ends
        row.save(update_fields=("state", "valid_until"))
        write(
            kind=step.line,
            owner=seal.committee_id,
            county_code=seal.county_code,
            subject=row.pk,
            signature=signature,
            at=at,
            columns={
                "seal": seal.name,
                "custodian": row.person.name,
                "valid_until": written(ends),
                "reason": why,
            },
        )
