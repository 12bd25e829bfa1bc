"""Comparisons of days gone by, put in as rows: acts are told by the clock, and that is today's."""

from datetime import timedelta
from uuid import UUID

from tests.certificates.cast import LIJIAWAN, officer
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of, start_of
from zhengyin.supervision.models import DayCheck

COUNTY = "620422000000"


def compared(*, ago: int, agree: bool = False, hour: int = 17, at: UUID = LIJIAWAN) -> DayCheck:
    """Compared so many days ago, at this hour; `ago` is 1 at least."""
    day = day_of(now()) - timedelta(days=ago)
    return DayCheck.objects.create(
        county_code=COUNTY, organization_id=at, day=day, checked_at=start_of(day) + timedelta(hours=hour),
        agree=agree, person_id=officer("hn.ljw.custodian").person_id, papers=0, copies=0, impressions=0,
    )  # fmt: skip
