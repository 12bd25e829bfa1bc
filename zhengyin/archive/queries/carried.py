"""What stands open when a year ends: it rolls over, and says so (H3.2.3e)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from zhengyin.certificates.models import Certificate, Slip
from zhengyin.certificates.queries.worklists import OPEN
from zhengyin.certificates.slips import SlipState
from zhengyin.certificates.words import WORDS as OF_CASES
from zhengyin.shared.days import day_of, start_of
from zhengyin.supervision.months import Month
from zhengyin.supervision.queries.months import month_rows
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.words import WORDS as OF_WORK
from zhengyin.workuse.workflow import UNSEALED

STATES = OF_CASES | OF_WORK


@dataclass(frozen=True, slots=True)
class Carried:
    """A case of the year that was not over; it goes on in the next year's journal and takes its number."""

    id: UUID
    title: str
    applied_at: datetime
    state: str

    @property
    def cells(self) -> tuple[str, ...]:
        """As the list in the package has it."""
        return str(self.id), self.title, day_of(self.applied_at).isoformat(), STATES[self.state]


def carried_over(organization_id: UUID, year: int) -> tuple[Carried, ...]:
    """Cases and work uses begun by the end of the year that are still open now, the oldest first."""
    cases = Certificate.objects.filter(
        organization_id=organization_id, applied_at__lt=_end(year), state__in=[state.value for state in OPEN]
    )
    work = WorkUse.objects.filter(
        organization_id=organization_id, asked_at__lt=_end(year), state__in=[one.value for one in UNSEALED]
    )
    found = (
        *cases.values_list("id", "title", "applied_at", "state"),
        *work.values_list("id", "matter", "asked_at", "state"),
    )
    return tuple(sorted((Carried(*row) for row in found), key=lambda one: (one.applied_at, one.id)))


def slips_without_end(organization_id: UUID) -> int:
    """Slips of the pads that have no end yet: what was stamped on them is entered in the open year."""
    return Slip.objects.filter(organization_id=organization_id, state=SlipState.ISSUED.value).count()


def months_unsigned(organization_id: UUID, year: int, today: date) -> tuple[str, ...]:
    """The months of the year that wait for the supervision committee, in words."""
    rows = month_rows(organization_id, [Month(year, number) for number in range(1, 13)], today)
    return tuple(row.month.words for row in reversed(rows) if row.waits)


def _end(year: int) -> datetime:
    return start_of(date(year + 1, 1, 1))
