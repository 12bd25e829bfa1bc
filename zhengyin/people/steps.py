"""By which row of a table an act is done, and who signs for it: asked alike in every room. Pure."""

from collections.abc import Collection
from uuid import UUID

from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.registers.lines import Signature
from zhengyin.shared.workflow import A, S, Step, Workflow


def step_of(
    table: Workflow[S, A], state: S | None, act: A, organization_id: UUID, actor: Actor
) -> tuple[Step[S, A], Signature]:
    """The row for offices held in one organization. Refused: wrong_state, wrong_office."""
    return step_by(table, state, act, actor.offices_at(organization_id), actor)


def step_by(
    table: Workflow[S, A], state: S | None, act: A, offices: Collection[Office], actor: Actor
) -> tuple[Step[S, A], Signature]:
    """The row for these offices; the first of the row's that is among them signs."""
    step = table.step(state, act, offices)
    office = next(office for office in step.by if office in offices)
    return step, actor.signature(Office(office))
