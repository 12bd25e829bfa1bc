"""Where the committees of a township or a county stand, in the order of their codes: never a ranking."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncDate

from zhengyin.catalogue.kinds import Lock
from zhengyin.certificates.lines.names import REGISTER
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.clock import due_on, lifted
from zhengyin.certificates.queries.worklists import NOT_TIMED, OPEN
from zhengyin.certificates.workflow import State
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Committee
from zhengyin.registers import recorded
from zhengyin.registers.recorded import Total
from zhengyin.shared.days import SHANGHAI, start_of
from zhengyin.supervision.months import Month
from zhengyin.supervision.queries.months import unsigned

NOTHING = Total(0, 0)


class Part(StrEnum):
    """What the list can be narrowed to."""

    ALL = "all"
    OVERDUE = "overdue"
    UNSIGNED = "unsigned"


@dataclass(frozen=True, slots=True)
class Standing:
    """One committee. `running` are cases not sealed yet, `waiting` sealed papers nobody has fetched."""

    id: UUID
    code: str
    name: str
    township: str
    running: int
    overdue: int
    waiting: int
    lines: int
    late: int
    unsigned: tuple[Month, ...]

    def within(self, part: Part) -> bool:
        """Whether it belongs to a part of the list."""
        narrowed = {Part.OVERDUE: self.overdue > 0, Part.UNSIGNED: bool(self.unsigned)}
        return narrowed.get(part, True)


def standings(rows: QuerySet[Committee], today: date) -> tuple[Standing, ...]:
    """These committees by their codes; the same number of statements however many they are."""
    found = list(rows.select_related("township").order_by("code"))
    ids = [row.pk for row in found]
    running, overdue, waiting = _open(ids, today)
    totals = recorded.totals(owners=ids, book=REGISTER, year=today.year)
    months = unsigned(ids, today)
    return tuple(
        Standing(
            id=row.pk,
            code=row.code,
            name=row.short_name,
            township=row.township.name,
            running=running[row.pk],
            overdue=overdue[row.pk],
            waiting=waiting[row.pk],
            lines=totals.get(row.pk, NOTHING).lines,
            late=totals.get(row.pk, NOTHING).late,
            unsigned=months[row.pk],
        )
        for row in found
    )


def _open(
    ids: Iterable[UUID], today: date
) -> tuple[Mapping[UUID, int], Mapping[UUID, int], Mapping[UUID, int]]:
    """Running, overdue and waiting cases of each committee; what is locked keeps a clock of its own."""
    rows = Certificate.objects.filter(organization_id__in=ids, state__in=[state.value for state in OPEN])
    grouped = rows.values_list(
        "organization_id", "state", TruncDate("accepted_at", tzinfo=SHANGHAI), "working_days", "lock"
    ).order_by().annotate(cases=Count("pk"))  # fmt: skip
    running, overdue, waiting = Counter[UUID](), Counter[UUID](), Counter[UUID]()
    calendar = regions.calendar()
    for one, state, accepted_on, days, lock, cases in grouped:
        if state == State.SEALED:
            waiting[one] += cases
            continue
        running[one] += cases
        timed = accepted_on and lock == Lock.NONE and state not in NOT_TIMED
        if timed and calendar.add_working_days(accepted_on, days) < today:
            overdue[one] += cases
    return running, overdue + _overdue_of_the_locked(rows, today), waiting


def _overdue_of_the_locked(rows: QuerySet[Certificate], today: date) -> Counter[UUID]:
    """Of public interest: their clock stands while the deliberation lasts."""
    timed = rows.exclude(lock=Lock.NONE.value).exclude(state__in=[state.value for state in NOT_TIMED])
    taken = list(
        timed.order_by("pk").values_list("pk", "organization_id", "accepted_at", "working_days", "lock")
    )
    since, calendar = lifted({pk: lock for pk, *_, lock in taken}, start_of(today)), regions.calendar()
    dues = ((one, due_on(pk, at, days, since, calendar)) for pk, one, at, days, _ in taken)
    return Counter(one for one, due in dues if due and due < today)
