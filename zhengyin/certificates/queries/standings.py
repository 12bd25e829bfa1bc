"""Where a case stands in a work list: how urgent it is, in which part, after which others."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import QuerySet

from zhengyin.certificates.asked import Channel
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.clock import due_on, lifted
from zhengyin.certificates.workflow import ONCE_SEALED, State
from zhengyin.regions import queries as regions
from zhengyin.shared.days import day_of

WITH_OTHERS = (State.VERIFIED, State.AWAITING_SECOND, State.APPROVED)  # as the handler sees it
NOT_TIMED = (*ONCE_SEALED, State.WITHDRAWN, State.REFUSED)


class Urgency(StrEnum):
    """The groups of a work list, in their order."""

    OVERDUE = "overdue"
    TODAY = "today"
    IN_TIME = "in_time"
    UNTIMED = "untimed"
    WITH_OTHERS = "with_others"


class Slice(StrEnum):
    """The parts a work list can be narrowed to."""

    ALL = "all"
    OVERDUE = "overdue"
    TODAY = "today"
    WITH_OTHERS = "with_others"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class Standing:
    """As much of a case as its place in the list needs."""

    id: UUID
    urgency: Urgency
    due_on: date | None
    applied_at: datetime
    online: bool

    def within(self, part: Slice) -> bool:
        """Whether it stays when the list is narrowed to this part."""
        if part is Slice.ONLINE:
            return self.online
        return part is Slice.ALL or self.urgency.value == part.value

    @property
    def place(self) -> tuple[int, date, datetime, UUID]:
        """By which the list is ordered."""
        return list(Urgency).index(self.urgency), self.due_on or date.max, self.applied_at, self.id


def standings(rows: QuerySet[Certificate], at: datetime) -> list[Standing]:
    """Every case of the list with its deadline; a committee has some hundreds open."""
    calendar, today = regions.calendar(), day_of(at)
    taken = list(
        rows.values_list(
            "id", "state", "accepted_at", "working_days", "applied_at", "channel", "lock"
        ).order_by("id")
    )
    since = lifted({pk: lock for pk, state, *_, lock in taken if state not in NOT_TIMED}, at)
    found = []
    for pk, state, accepted_at, working_days, applied_at, channel, _ in taken:
        due = None if state in NOT_TIMED else due_on(pk, accepted_at, working_days, since, calendar)
        online = state == State.APPLIED and channel == Channel.ONLINE
        found.append(Standing(pk, urgency_of(State(state), due, today), due, applied_at, online))
    return found


def urgency_of(state: State, due: date | None, today: date) -> Urgency:
    """The group in which a case with this last day stands."""
    if due is not None and due < today:
        return Urgency.OVERDUE
    if state in WITH_OTHERS:
        return Urgency.WITH_OTHERS
    if due is None:
        return Urgency.UNTIMED
    return Urgency.TODAY if due == today else Urgency.IN_TIME
