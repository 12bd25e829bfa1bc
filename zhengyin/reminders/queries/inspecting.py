"""Inspections that come near, and what is to be put right after them: of a committee, of a township."""

from datetime import date, datetime
from uuid import UUID

from zhengyin.regions import queries as regions
from zhengyin.reminders.policy.sentences import Waits
from zhengyin.reminders.queries.cases import Aside, last_near_day
from zhengyin.shared.days import day_of
from zhengyin.supervision.models import Finding, Inspection
from zhengyin.supervision.workflow import FindingState, InspectionState

PLANNED, RECTIFYING = InspectionState.PLANNED.value, InspectionState.RECTIFYING.value


def to_prepare_for(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Inspections of this committee that are near."""
    rows = Inspection.objects.filter(organization_id=organization_id, state=PLANNED)
    return Waits(rows.filter(planned_from__lte=_near(organization_id, at)).count())


def to_put_right(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Findings the director has not answered, near their day or past it."""
    rows = Finding.objects.filter(
        inspection__organization_id=organization_id, inspection__state=RECTIFYING,
        state=FindingState.OPEN.value, due_on__lte=_near(organization_id, at),
    )  # fmt: skip
    due = list(rows.values_list("due_on", flat=True).order_by("due_on"))
    return Waits(len(due), late=sum(day < day_of(at) for day in due))


def to_hold(township_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Inspections whose day has come."""
    rows = Inspection.objects.filter(township_id=township_id, state=PLANNED)
    due = list(
        rows.filter(planned_from__lte=day_of(at)).values_list("planned_last", flat=True).order_by("pk")
    )
    return Waits(len(due), late=sum(day < day_of(at) for day in due))


def to_settle(township_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Answers of directors that wait to be looked at."""
    rows = Finding.objects.filter(inspection__township_id=township_id, inspection__state=RECTIFYING)
    return Waits(rows.filter(state=FindingState.ANSWERED.value).count())


def not_put_right(township_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Findings past their day that no director has answered."""
    rows = Finding.objects.filter(inspection__township_id=township_id, inspection__state=RECTIFYING)
    return Waits(rows.filter(state=FindingState.OPEN.value, due_on__lt=day_of(at)).count())


def _near(organization_id: UUID, at: datetime) -> date:
    return last_near_day(regions.committee(organization_id).county_code, day_of(at))
