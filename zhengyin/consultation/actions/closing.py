"""No more answers; each opinion is adopted or not, with the reason; the result is published."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.consultation.actions.record import carry_out, locked, taken, write
from zhengyin.consultation.models import Consultation, Opinion
from zhengyin.consultation.policy.closing import refusals_to_close, refusals_to_publish, refusals_to_weigh
from zhengyin.consultation.queries.facts import counts_for_close, opinions_that_count, unweighed
from zhengyin.consultation.workflow import (
    OPINION,
    ConsultationAct,
    ConsultationState,
    OpinionAct,
    OpinionState,
)
from zhengyin.people.actor import Actor
from zhengyin.people.steps import step_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def close(*, consultation_id: UUID, actor: Actor, at: datetime) -> Consultation:
    """Take no more answers, once the deadline is over; who said nothing is named (O0a)."""
    begun = taken(consultation_id, ConsultationAct.CLOSE, actor)
    row = begun[0]
    assert row.due_on is not None  # the database demands it of what was sent
    refuse_if(refusals_to_close(row.due_on, row.due_time, at))
    opinions, none, silent = counts_for_close(row)
    row.closed_at = at
    carry_out(begun, at, columns={"opinions": str(opinions), "none": str(none), "silent": silent})
    return row


@transaction.atomic
def weigh(*, opinion_id: UUID, taken_up: bool, because: str, actor: Actor, at: datetime) -> Opinion:
    """Say of one opinion whether it is adopted, and why; until publication it can be said anew (O0b)."""
    of = Opinion.objects.values_list("reply__addressee__consultation_id", flat=True).get(pk=opinion_id)
    row = locked(of)
    opinion = Opinion.objects.select_related("reply__addressee", "clause").get(pk=opinion_id)
    step, signature = step_of(OPINION, OpinionState(opinion.state), OpinionAct.WEIGH, row.body_id, actor)
    refuse_if(
        refusals_to_weigh(
            because,
            weighing=row.state == ConsultationState.WEIGHING,
            latest=opinions_that_count(row.pk).filter(pk=opinion_id).exists(),
        )
    )
    if (opinion.taken, opinion.because) == (taken_up, because.strip()):
        return opinion
    opinion.state, opinion.taken, opinion.because = step.after.value, taken_up, because.strip()
    opinion.save(update_fields=("state", "taken", "because"))
    columns = {
        "unit": opinion.reply.addressee.name, "taken": "采纳" if taken_up else "不采纳",
        "clause": opinion.clause.mark if opinion.clause else "全文",
    }  # fmt: skip
    write(row, step.line, signature, at, columns=columns, personal={"reason": because.strip()})
    return opinion


@transaction.atomic
def publish(*, consultation_id: UUID, actor: Actor, at: datetime) -> Consultation:
    """Show everybody what was said of which clause, by whom, and what became of it (O0b)."""
    begun = taken(consultation_id, ConsultationAct.PUBLISH, actor)
    refuse_if(refusals_to_publish(unweighed(consultation_id)))
    adopted = list(opinions_that_count(consultation_id).values_list("taken", flat=True))
    begun[0].published_at = at
    columns = {"adopted": str(sum(map(bool, adopted))), "not_adopted": str(adopted.count(False))}
    carry_out(begun, at, columns=columns)
    return begun[0]
