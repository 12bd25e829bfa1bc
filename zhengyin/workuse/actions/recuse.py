"""回避: the paper is a near relative's of whoever was to approve or seal; it is another's from then on."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.registers import queries as registers
from zhengyin.shared.refusal import refuse_if
from zhengyin.workuse.actions.taking import carry_out, held, step_of
from zhengyin.workuse.lines import RECUSED
from zhengyin.workuse.policy.decide import refusals_to_recuse
from zhengyin.workuse.queries.facts import concerns_somebody
from zhengyin.workuse.workflow import WorkAct, WorkState


@transaction.atomic
def recuse(*, work_use_id: UUID, actor: Actor, at: datetime) -> None:
    """Step aside for good: a later 不是 of the same person no longer counts (H3.2.4c).

    Said twice, it is written once: the second changes nothing. Refused: nobody_concerned.
    """
    work_use = held(work_use_id)
    if actor.person_id in registers.who_wrote(work_use.id, RECUSED):
        return
    step, signature = step_of(WorkState(work_use.state), WorkAct.RECUSE, work_use.organization_id, actor)
    refuse_if(refusals_to_recuse(concerned=concerns_somebody(work_use)))
    carry_out((work_use, step, signature), at)
