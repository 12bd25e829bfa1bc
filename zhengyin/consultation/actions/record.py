"""Every act begins alike: the consultation's lock and the table's step; and ends alike: state and line."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from zhengyin.consultation.models import Consultation
from zhengyin.consultation.workflow import CONSULTATION, ConsultationAct, ConsultationState
from zhengyin.people.actor import Actor
from zhengyin.people.steps import step_of
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import Signature
from zhengyin.shared.workflow import Step

NOTHING: Mapping[str, str] = MappingProxyType({})
Taken = tuple[Consultation, Step[ConsultationState, ConsultationAct], Signature]


def locked(consultation_id: UUID) -> Consultation:
    """The row that everything of a consultation waits for: answers, closing and weighing come one by one."""
    return Consultation.objects.select_for_update(of=("self",)).get(pk=consultation_id)


def taken(consultation_id: UUID, act: ConsultationAct, actor: Actor) -> Taken:
    """Lock a consultation and find the step, for whoever sits at its body."""
    row = locked(consultation_id)
    return row, *step_of(CONSULTATION, ConsultationState(row.state), act, row.body_id, actor)


def carry_out(
    begun: Taken, at: datetime, *, columns: Mapping[str, str] = NOTHING, personal: Mapping[str, str] = NOTHING
) -> None:
    """Save the row in its new state and write its line."""
    row, step, signature = begun
    row.state = step.after.value
    row.save()
    write(row, step.line, signature, at, columns=columns, personal=personal)


def write(
    row: Consultation,
    kind: str,
    signature: Signature,
    at: datetime,
    *,
    columns: Mapping[str, str] = NOTHING,
    personal: Mapping[str, str] = NOTHING,
    subject: UUID | None = None,
) -> None:
    """One line in the asking body's book, about the consultation or one thing of it."""
    registers.write(
        kind=kind, owner=row.body_id, county_code=row.county_code, subject=subject or row.pk, happened_at=at,
        signature=signature, columns={"title": row.title, **columns}, personal=personal,
    )  # fmt: skip
