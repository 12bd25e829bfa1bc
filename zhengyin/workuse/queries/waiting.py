"""For whom a request waits: what a desk's list says about work uses."""

from uuid import UUID

from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.workflow import WorkState

WAITS_FOR = {
    WorkState.ASKED: Office.DIRECTOR,
    WorkState.AWAITING_SECOND: Office.SECOND_APPROVER,
    WorkState.APPROVED: Office.CUSTODIAN,
    WorkState.RETURNED: Office.HANDLER,
    WorkState.SEALED: Office.HANDLER,
}
MOST = 50  # on the page of what is to be done; the list of work uses has them all
PRESSING = frozenset({WorkState.ASKED, WorkState.AWAITING_SECOND, WorkState.APPROVED, WorkState.RETURNED})


def my_states(actor: Actor, organization_id: UUID) -> tuple[WorkState, ...]:
    """The states in which a request waits for this person here."""
    return tuple(state for state, office in WAITS_FOR.items() if actor.has(office, organization_id))


def waiting_for(actor: Actor, organization_id: UUID) -> int:
    """How many requests wait for this person's decision or seal; filing can wait."""
    states = [state.value for state in my_states(actor, organization_id) if state in PRESSING]
    return WorkUse.objects.filter(organization_id=organization_id, state__in=states).count()


def unsealed(organization_id: UUID) -> int:
    """How many approved requests wait for the seal."""
    return WorkUse.objects.filter(organization_id=organization_id, state=WorkState.APPROVED).count()


def returned_to(actor: Actor, organization_id: UUID) -> tuple[WorkUse, ...]:
    """What was sent back and waits for a handler here, the oldest first; nothing for anybody else."""
    if not actor.has(Office.HANDLER, organization_id):
        return ()
    rows = WorkUse.objects.filter(organization_id=organization_id, state=WorkState.RETURNED.value)
    return tuple(rows.order_by("asked_at", "id")[:MOST])
