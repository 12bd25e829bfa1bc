"""Work uses that wait for somebody in one committee: to be approved, approved once more, sealed."""

from datetime import datetime, timedelta
from uuid import UUID

from zhengyin.catalogue.kinds import Lock
from zhengyin.regions import queries as regions
from zhengyin.reminders.policy.sentences import Waits
from zhengyin.reminders.queries.cases import Aside, UnderWay, waiting_in
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
    rows = [row for row in _under_way(organization_id) if row[0] not in aside]
    return waiting_in(state, rows, GATES, WORK_USE.steps, at=at, before=before)


def _under_way(organization_id: UUID) -> list[UnderWay]:
    """Id, state and lock of every request somebody is waited for; asked once a look."""
    states = [state.value for state in WAITED_FOR]
    rows = WorkUse.objects.filter(organization_id=organization_id, state__in=states).order_by("pk")
    return regions.remembered(
        ("work waited for", organization_id), lambda: list(rows.values_list("pk", "state", "lock"))
    )
