"""Work lists: what waits for whom, with the deadline, a fixed number of queries a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from zhengyin.certificates.models import Certificate, Party
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.workflow import State
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.shared.days import WorkingCalendar, day_of

READERS = (
    Office.HANDLER, Office.DIRECTOR, Office.COMMITTEE_MEMBER, Office.SECOND_APPROVER, Office.CUSTODIAN,
    Office.SUPERVISION_COMMITTEE,
)  # fmt: skip
OPEN = (State.APPLIED, State.ACCEPTED, State.VERIFYING, State.VERIFIED, State.RETURNED, State.AWAITING_SECOND,
        State.APPROVED, State.SEALED)  # fmt: skip
NOT_TIMED = (State.SEALED, State.DELIVERED, State.WITHDRAWN)
PAGE = 50


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One case in a list. `days_left` counts working days; None where no clock runs."""

    id: UUID
    who: str
    title: str
    demanding_unit: str
    state: State
    number: str
    copies: int
    applied_at: datetime
    due_on: date | None
    days_left: int | None
    handler: str

    @property
    def overdue(self) -> bool:
        return self.days_left is not None and self.days_left < 0


def visible_to(actor: Actor) -> QuerySet[Certificate]:
    """The cases of the committees in which the person holds an office that reads them."""
    seats = {seat for office in READERS for seat in actor.organizations(office)}
    return Certificate.objects.filter(organization_id__in=seats)


def worklist(
    actor: Actor,
    organization_id: UUID,
    at: datetime,
    states: Iterable[State] = OPEN,
    text: str = "",
    page: int = 1,
) -> tuple[WorkRow, ...]:
    """The cases of a committee in these states, the most urgent first; four queries, at most PAGE rows."""
    rows = visible_to(actor).filter(organization_id=organization_id, state__in=[s.value for s in states])
    if text:
        found = Party.objects.filter(name__contains=text).values("certificate_id")
        rows = (
            rows.filter(pk__in=found) | rows.filter(title__contains=text) | rows.filter(number__contains=text)
        )
    first = (page - 1) * PAGE
    shown = list(rows.select_related("handled_by").order_by("applied_at", "id")[first : first + PAGE])
    names = who_are(shown)
    calendar, today = regions.calendar(), day_of(at)
    made = [_row(row, names.get(row.id, ""), calendar, today) for row in shown]
    return tuple(sorted(made, key=lambda row: (row.days_left is None, row.days_left or 0)))


def who_are(rows: Iterable[Certificate]) -> dict[UUID, str]:
    """The certified persons of each case, in one query."""
    parties = Party.objects.filter(certificate__in=[row.pk for row in rows], role=Role.CERTIFIED)
    found: dict[UUID, list[str]] = {}
    for certificate_id, name in parties.order_by("position").values_list("certificate_id", "name"):
        found.setdefault(certificate_id, []).append(name)
    return {case: "、".join(names) for case, names in found.items()}


def due_on(certificate: Certificate, calendar: WorkingCalendar) -> date | None:
    """The last day: the day of acceptance for what is done on the spot, else N working days after it."""
    if certificate.accepted_at is None:
        return None
    return calendar.add_working_days(day_of(certificate.accepted_at), certificate.working_days)


def _row(row: Certificate, who: str, calendar: WorkingCalendar, today: date) -> WorkRow:
    due = None if row.state in NOT_TIMED else due_on(row, calendar)
    left = calendar.working_days_between(today, due) if due else None
    return WorkRow(
        id=row.id,
        who=who,
        title=row.title,
        demanding_unit=row.demanding_unit,
        state=State(row.state),
        number=row.number,
        copies=row.copies,
        applied_at=row.applied_at,
        due_on=due,
        days_left=left,
        handler=row.handled_by.name if row.handled_by else "",
    )
