"""What waits for the supervision committee and for the township."""

from datetime import date, datetime
from uuid import UUID

from zhengyin.regions import queries as regions
from zhengyin.regions.models import Committee
from zhengyin.reminders.policy.sentences import Waits
from zhengyin.reminders.queries.cases import Aside
from zhengyin.shared.days import day_of
from zhengyin.supervision.queries.months import unsigned
from zhengyin.supervision.queries.standing import Part, Standing, standings


def months_unsigned(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Months that are over, with lines, and nobody signed."""
    months = unsigned([organization_id], day_of(at))[organization_id]
    return Waits(len(months), since=months[0].words if months else "")


def committees_overdue(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Committees of a township with cases past their day."""
    found = [one for one in _below(organization_id, day_of(at)) if one.within(Part.OVERDUE)]
    return Waits(len(found))


def committees_unsigned(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Committees of a township with months nobody signed."""
    return Waits(sum(one.within(Part.UNSIGNED) for one in _below(organization_id, day_of(at))))


def _below(township_id: UUID, today: date) -> tuple[Standing, ...]:
    rows = Committee.objects.filter(issuer=True, township_id=township_id)
    return regions.remembered(("standings", township_id, today), lambda: standings(rows, today))
