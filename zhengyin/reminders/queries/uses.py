"""Work uses that wait for somebody in one committee: to be approved, approved once more, sealed."""

from datetime import datetime, timedelta
from uuid import UUID

from zhengyin.catalogue.kinds import Lock
from zhengyin.certificates.queries.clock import lifted, still_locked
from zhengyin.regions import queries as regions
from zhengyin.registers import queries as registers
from zhengyin.reminders.policy.sentences import Waits
from zhengyin.reminders.queries.cases import Aside, days_waited, lines_into, waiting_since
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.workflow import WORK_USE, WorkState

GATES = {Lock.APPROVE: (WorkState.ASKED, WorkState.AWAITING_SECOND), Lock.SEAL: (WorkState.APPROVED,)}
WAITED_FOR = (WorkState.ASKED, WorkState.AWAITING_SECOND, WorkState.APPROVED)


def to_approve(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Asked for, and no deliberation to wait for."""
    return _waiting(organization_id, WorkState.ASKED, at, aside)


def to_countersign(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Approved by the director, a second approval is missing."""
    return _waiting(organization_id, WorkState.AWAITING_SECOND, at, aside)


def to_seal(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Approved, not sealed."""
    return _waiting(organization_id, WorkState.APPROVED, at, aside)


def to_seal_for_long(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """The same, approved longer ago than the pack's remind_unsealed_hours."""
    county = regions.committee(organization_id).county_code
    hours = regions.settings_for(county).numbers.remind_unsealed_hours
    return _waiting(organization_id, WorkState.APPROVED, at, aside, before=at - timedelta(hours=hours))


def _waiting(
    organization_id: UUID, state: WorkState, at: datetime, aside: Aside, *, before: datetime | None = None
) -> Waits:
    locks = {pk: lock for pk, at_state, lock in _under_way(organization_id)
             if at_state == state and pk not in aside}  # fmt: skip
    free = lifted(locks, at)
    left = [pk for pk, lock in locks.items() if state not in GATES.get(still_locked(pk, lock, free), ())]
    came = registers.last_written(left, lines_into(WORK_USE.steps, state)) if left else {}
    waits = {pk: instant for pk, instant in came.items() if before is None or instant <= before}
    begun = (waiting_since(pk, instant, free) for pk, instant in waits.items())
    return Waits(len(waits), days=days_waited(begun, at))


def _under_way(organization_id: UUID) -> list[tuple[UUID, str, str]]:
    """Id, state and lock of every request somebody is waited for; asked once a look."""
    states = [state.value for state in WAITED_FOR]
    rows = WorkUse.objects.filter(organization_id=organization_id, state__in=states).order_by("pk")
    return regions.remembered(
        ("work waited for", organization_id), lambda: list(rows.values_list("pk", "state", "lock"))
    )
