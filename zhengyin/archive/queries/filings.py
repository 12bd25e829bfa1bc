"""档号 parts a committee keeps: those of the last year it counted up. A box is a year's own."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from zhengyin.archive.models import YearEnd
from zhengyin.archive.policy import Filing


@dataclass(frozen=True, slots=True)
class CommitteeFiling:
    """What a committee calls its archive, and in which year's counting it said so."""

    committee: str
    year: int
    filing: Filing


def filing_of(organization_id: UUID, year: int) -> Filing:
    """What to begin the counting of `year` with: as it was counted before, else as the year before it."""
    rows = YearEnd.objects.filter(organization_id=organization_id, year__lte=year).order_by("-year")
    row = rows.first()
    if row is None:
        return Filing()
    return Filing(row.fonds, row.category, row.box if row.year == year else "")


def filings_in(county_code: str) -> tuple[CommitteeFiling, ...]:
    """Each committee of a county that said a part in the last year it counted up; one statement."""
    last = YearEnd.objects.filter(county_code=county_code).order_by("organization_id", "-year")
    said = YearEnd.objects.filter(pk__in=last.distinct("organization_id").values("pk"))
    rows = said.exclude(Q(fonds="") & Q(category="")).select_related("organization")
    return tuple(
        CommitteeFiling(row.organization.name, row.year, Filing(row.fonds, row.category))
        for row in rows.order_by("organization__name", "pk")
    )
