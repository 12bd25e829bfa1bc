"""A round is planned; one inspection ends clean, goes out as a notice of rectification, or is cancelled."""

from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.people.steps import step_of
from zhengyin.regions.models import Committee
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import Signature
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if
from zhengyin.shared.workflow import Step
from zhengyin.supervision.actions.inspection_record import locked_inspection, write
from zhengyin.supervision.inspection_lines import BOOK
from zhengyin.supervision.models import Inspection
from zhengyin.supervision.policy.inspection import (
    Plan,
    refusals_to_cancel,
    refusals_to_notify,
    refusals_to_plan,
    refusals_to_record_clean,
)
from zhengyin.supervision.queries.inspections import facts_for_end, facts_for_plan
from zhengyin.supervision.topics import TOPIC_LABELS, Topic
from zhengyin.supervision.workflow import INSPECTION, InspectionAct, InspectionState


@transaction.atomic
def plan_inspections(
    *, organization_id: UUID, plan: Plan, actor: Actor, at: datetime
) -> tuple[Inspection, ...]:
    """Plan a round for several committees, one inspection each (H4.2b).

    The committees' books are the lock, so that a form sent twice plans once. Refused: the codes of
    policy.inspection.
    """
    step, signature = step_of(INSPECTION, None, InspectionAct.PLAN, organization_id, actor)
    for owner in sorted(plan.committees, key=str):
        registers.hold(owner=owner, book=BOOK, year=day_of(at).year)
    refuse_if(refusals_to_plan(facts_for_plan(organization_id, plan), day_of(at)))
    round_id = uuid4()
    rows = Committee.objects.filter(pk__in=plan.committees).order_by("code")
    return tuple(
        _planned(one, plan, round_id=round_id, step=step, signature=signature, at=at) for one in rows
    )


@transaction.atomic
def record_nothing_found(
    *, inspection_id: UUID, inspected_on: date, actor: Actor, at: datetime
) -> Inspection:
    """Nothing was found: closed at once."""
    row, step, signature = _taken(inspection_id, InspectionAct.CLEAN, actor)
    refuse_if(refusals_to_record_clean(facts_for_end(row, inspected_on), day_of(at)))
    row.state, row.inspected_on, row.ended_at = step.after.value, inspected_on, at
    row.save(update_fields=("state", "inspected_on", "ended_at"))
    columns = {"inspected_on": inspected_on.isoformat()}
    write(kind=step.line, inspection=row, subject=row.pk, signature=signature, at=at, columns=columns)
    return row


@transaction.atomic
def notify_rectification(
    *, inspection_id: UUID, inspected_on: date, actor: Actor, at: datetime
) -> Inspection:
    """Let the findings go out to the committee, which answers each from now on."""
    row, step, signature = _taken(inspection_id, InspectionAct.NOTIFY, actor)
    facts = facts_for_end(row, inspected_on)
    refuse_if(refusals_to_notify(facts, day_of(at)))
    row.state, row.inspected_on, row.notified_at = step.after.value, inspected_on, at
    row.save(update_fields=("state", "inspected_on", "notified_at"))
    columns = {"inspected_on": inspected_on.isoformat(), "findings": str(facts.findings)}
    write(kind=step.line, inspection=row, subject=row.pk, signature=signature, at=at, columns=columns)
    return row


@transaction.atomic
def cancel_inspection(*, inspection_id: UUID, reason: str, actor: Actor, at: datetime) -> Inspection:
    """It does not take place; the reason stands beside the line."""
    row, step, signature = _taken(inspection_id, InspectionAct.CANCEL, actor)
    refuse_if(refusals_to_cancel(row.findings.count(), reason))
    row.state, row.ended_at = step.after.value, at
    row.save(update_fields=("state", "ended_at"))
    personal = {"reason": reason.strip()}
    write(kind=step.line, inspection=row, subject=row.pk, signature=signature, at=at, personal=personal)
    return row


def _taken(
    inspection_id: UUID, act: InspectionAct, actor: Actor
) -> tuple[Inspection, Step[InspectionState, InspectionAct], Signature]:
    row = locked_inspection(inspection_id)
    return row, *step_of(INSPECTION, InspectionState(row.state), act, row.township_id, actor)


def _planned(
    committee: Committee,
    plan: Plan,
    *,
    round_id: UUID,
    step: Step[InspectionState, InspectionAct],
    signature: Signature,
    at: datetime,
) -> Inspection:
    first, second = (name.strip() for name in plan.inspectors)
    topics = [topic for topic in Topic if topic in plan.topics]
    row = Inspection.objects.create(
        county_code=committee.county_code, township_id=committee.township_id, organization_id=committee.pk,
        round=round_id, state=step.after.value, title=plan.title.strip(),
        topics=[topic.value for topic in topics], planned_from=plan.planned_from,
        planned_last=plan.planned_last, first_inspector=first, second_inspector=second,
        planned_by_id=signature.person_id, planned_at=at,
    )  # fmt: skip
    write(
        kind=step.line, inspection=row, subject=row.pk, signature=signature, at=at,
        columns={
            "planned_from": plan.planned_from.isoformat(), "planned_last": plan.planned_last.isoformat(),
            "topics": "、".join(TOPIC_LABELS[topic] for topic in topics),
            "inspectors": f"{first}、{second}",
        },
    )  # fmt: skip
    return row
