"""A committee whose register has lines of two months that are over, put in by the owner of the tables."""

from datetime import datetime, timedelta
from uuid import UUID

from tests import harness
from tests.certificates.cast import LIJIAWAN
from tests.certificates.lines_many import Many, put_in
from zhengyin.shared.days import SHANGHAI, day_of
from zhengyin.supervision.months import Month, month_of

COUNTY = "620422000000"
COUNT = 120  # half of them in each month; every 50th recorded late


def months(now: datetime) -> tuple[Month, Month]:
    """The two months before this one, the older first."""
    last = month_of(day_of(now)).before
    return last.before, last


def put_two_months(
    database: str, owner: UUID = LIJIAWAN, county: str = COUNTY, count: int = COUNT
) -> tuple[Month, Month]:
    """A committee's register of the last two months: evenly from the first instant of the older one."""
    older, last = months(datetime.now(tz=SHANGHAI))
    ends = last.next.begins - timedelta(hours=1)
    many = Many(owner, county, older.year, count, older.begins, ends)
    put_in(harness.owner_url(database), many)
    return older, last
