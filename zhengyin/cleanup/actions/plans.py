"""A county's work plan: its tasks are given out, reported on, done or dropped."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.cleanup import lines
from zhengyin.cleanup.actions.record import NOTHING, hold
from zhengyin.cleanup.facts import Tasked
from zhengyin.cleanup.kinds import Milestone
from zhengyin.cleanup.models import PlanTask, WorkPlan
from zhengyin.cleanup.policy.plan import (
    refusals_to_add,
    refusals_to_drop,
    refusals_to_finish,
    refusals_to_make,
    refusals_to_note,
)
from zhengyin.cleanup.workflow import TASK, TaskAct, TaskState
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.people.steps import step_of
from zhengyin.regions.models import Organization
from zhengyin.regions.queries import lead_of
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import Signature
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal, Refused, refuse_if
from zhengyin.shared.workflow import Step

Taken = tuple[PlanTask, Step[TaskState, TaskAct], Signature]


@transaction.atomic
def make_plan(
    *, county_code: str, title: str, number: str, begins_on: date, actor: Actor, at: datetime
) -> WorkPlan:
    """Begin a county's plan (O3.1b); the same title once more is the same plan."""
    lead = lead_of(county_code)
    if not actor.has(Office.COUNTY_LEAD, lead):
        raise Refused([Refusal("wrong_office", "make_plan")])
    refuse_if(refusals_to_make(title))
    hold(lead, at)
    if earlier := WorkPlan.objects.filter(county_code=county_code, title=title.strip()).first():
        return earlier
    row = WorkPlan.objects.create(
        county_code=county_code, lead_id=lead, title=title.strip(), number=number.strip(),
        begins_on=begins_on, made_by_id=actor.person_id, made_at=at,
    )  # fmt: skip
    registers.write(
        kind=lines.PLAN_MADE, owner=lead, county_code=county_code, subject=row.pk, happened_at=at,
        signature=actor.signature(Office.COUNTY_LEAD),
        columns={"plan": row.title, "number": row.number, "begins_on": begins_on.isoformat()},
    )  # fmt: skip
    return row


@transaction.atomic
def add_task(
    *, plan_id: UUID, what: str, owner_id: UUID | None, owner_name: str, due_on: date,
    milestone: Milestone | None, actor: Actor, at: datetime,
) -> PlanTask:  # fmt: skip
    """Give a task to a department or a township, with a day; the same once more is the same task."""
    plan = WorkPlan.objects.select_for_update(of=("self",)).get(pk=plan_id)
    step, signature = step_of(TASK, None, TaskAct.ADD, plan.lead_id, actor)
    named = owner_name.strip()
    if owner_id:
        named = Organization.objects.get(pk=owner_id, county_code=plan.county_code).name
    refuse_if(refusals_to_add(Tasked(what, named, due_on, plan.begins_on)))
    said = {
        "what": what.strip(), "owner_id": owner_id, "owner_name": named, "due_on": due_on,
        "milestone": milestone.value if milestone else "",
    }  # fmt: skip
    if earlier := plan.tasks.filter(state=step.after, **said).first():
        return earlier
    row = PlanTask(plan=plan, no=plan.tasks.count() + 1, **said)
    columns = {"due_on": due_on.isoformat(), "milestone": milestone.words if milestone else ""}
    return _carry_out((row, step, signature), at, columns)


@transaction.atomic
def note_task(*, task_id: UUID, note: str, actor: Actor, at: datetime) -> PlanTask:
    """Say how far it is."""
    begun = _taken(task_id, TaskAct.NOTE, actor)
    refuse_if(refusals_to_note(note))
    begun[0].note = note.strip()
    return _carry_out(begun, at, personal={"note": note.strip()})


@transaction.atomic
def finish_task(*, task_id: UUID, done_on: date, note: str, actor: Actor, at: datetime) -> PlanTask:
    """It is done, since a day."""
    begun = _taken(task_id, TaskAct.FINISH, actor)
    refuse_if(refusals_to_finish(done_on, begins_on=begun[0].plan.begins_on, today=day_of(at)))
    begun[0].done_on, begun[0].note = done_on, note.strip()
    return _carry_out(begun, at, {"done_on": done_on.isoformat()}, {"note": note.strip()})


@transaction.atomic
def drop_task(*, task_id: UUID, reason: str, actor: Actor, at: datetime) -> PlanTask:
    """It will not be done, and why."""
    begun = _taken(task_id, TaskAct.DROP, actor)
    refuse_if(refusals_to_drop(reason))
    begun[0].note = reason.strip()
    return _carry_out(begun, at, personal={"note": reason.strip()})


def _taken(task_id: UUID, act: TaskAct, actor: Actor) -> Taken:
    row = PlanTask.objects.select_for_update(of=("self",)).select_related("plan").get(pk=task_id)
    return row, *step_of(TASK, TaskState(row.state), act, row.plan.lead_id, actor)


def _carry_out(
    begun: Taken, at: datetime, columns: Mapping[str, str] = NOTHING, personal: Mapping[str, str] = NOTHING
) -> PlanTask:
    row, step, signature = begun
    row.state = step.after
    row.save()
    registers.write(
        kind=step.line, owner=row.plan.lead_id, county_code=row.plan.county_code, subject=row.pk,
        happened_at=at, signature=signature,
        columns={"plan": row.plan.title, "task": row.what, "owner": row.owner_name, **columns},
        personal=personal,
    )  # fmt: skip
    return row
