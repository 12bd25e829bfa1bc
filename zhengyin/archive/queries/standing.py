"""Which committees have closed a year: for township and county, by code, never a ranking."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from zhengyin.archive.models import YearEnd
from zhengyin.archive.workflow import AFTER_CLOSING
from zhengyin.regions.models import Committee
from zhengyin.registers import queries as registers


@dataclass(frozen=True, slots=True)
class YearStanding:
    """One committee of a list. `row` is None while nobody counted up; `has_lines`: there is something to."""

    id: UUID
    name: str
    row: YearEnd | None
    has_lines: bool


def standings(township_id: UUID, year: int) -> tuple[YearStanding, ...]:
    """The township's committees in the order of their codes; three statements."""
    committees = list(Committee.objects.filter(township_id=township_id, issuer=True).order_by("code"))
    ids = [one.pk for one in committees]
    rows = {row.organization_id: row for row in YearEnd.objects.filter(organization_id__in=ids, year=year)}
    written = registers.owners_with_lines(owners=ids, year=year)
    return tuple(
        YearStanding(one.pk, one.short_name, rows.get(one.pk), one.pk in written) for one in committees
    )


def closed_of(organization_ids: Iterable[UUID], year: int) -> Mapping[str, int]:
    """How many of these committees have lines of the year, closed it, and have the township's receipt."""
    ids = list(organization_ids)
    states = Counter(
        YearEnd.objects.filter(organization_id__in=ids, year=year).order_by().values_list("state", flat=True)
    )
    return {
        "written": len(registers.owners_with_lines(owners=ids, year=year)),
        "closed": sum(states[state.value] for state in AFTER_CLOSING),
        "received": states[AFTER_CLOSING[-1].value],
    }
