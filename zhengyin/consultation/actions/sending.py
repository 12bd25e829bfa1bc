"""A draft goes out: from then on it stands, and every unit has its way to answer. Or nothing comes of it."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction

from zhengyin.consultation.actions.record import Taken, carry_out, taken, write
from zhengyin.consultation.clauses import clauses_of
from zhengyin.consultation.deadline import in_words
from zhengyin.consultation.facts import Sending
from zhengyin.consultation.models import Addressee, Clause, Consultation
from zhengyin.consultation.policy.sending import refusals_to_cancel, refusals_to_send
from zhengyin.consultation.queries.facts import units_to_ask
from zhengyin.consultation.workflow import ADDRESSEE, AddresseeAct, ConsultationAct
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import refuse_if

Unit = tuple[UUID | None, str]


@transaction.atomic
def send(
    *,
    consultation_id: UUID,
    bodies: Collection[UUID],
    others: Sequence[str],
    due_on: date,
    due_time: time | None,
    actor: Actor,
    at: datetime,
) -> Consultation:
    """Ask `bodies` at their desks and `others`, units without a desk, by name (O0a)."""
    begun = taken(consultation_id, ConsultationAct.SEND, actor)
    row = begun[0]
    known = units_to_ask(row.body)
    units: list[Unit] = [(key, name) for key, name in known.items() if key in set(bodies)]
    units += [(None, name.strip()) for name in others if name.strip()]
    refuse_if(refusals_to_send(Sending(at, due_on, due_time, tuple(name for _, name in units))))
    # before the state: the database takes clauses and units of a draft only
    for no, one in enumerate(clauses_of(row.text), 1):
        Clause.objects.create(consultation=row, no=no, mark=one.mark, heading=one.heading, words=one.words)
    due = in_words(due_on, due_time)
    _ask(begun, units, due, at)
    row.due_on, row.due_time, row.sent_at = due_on, due_time, at
    columns = {"clauses": str(row.clauses.count()), "units": str(len(units)), "due": due}
    carry_out(begun, at, columns=columns)
    return row


@transaction.atomic
def cancel(*, consultation_id: UUID, reason: str, actor: Actor, at: datetime) -> Consultation:
    """Stop it before anything is published; whoever was asked reads why."""
    begun = taken(consultation_id, ConsultationAct.CANCEL, actor)
    refuse_if(refusals_to_cancel(reason))
    begun[0].cancelled_at, begun[0].cancelled_because = at, reason.strip()
    carry_out(begun, at, personal={"reason": reason.strip()})
    return begun[0]


def _ask(begun: Taken, units: Sequence[Unit], due: str, at: datetime) -> None:
    row, _, signature = begun
    step = ADDRESSEE.step(None, AddresseeAct.ASK, (Office.CITY, Office.COUNTY_LEAD))
    for no, (body_id, name) in enumerate(units, 1):
        unit = Addressee.objects.create(
            consultation=row, no=no, body_id=body_id, name=name, state=step.after.value
        )
        write(row, step.line, signature, at, columns={"unit": name, "due": due}, subject=unit.pk)
