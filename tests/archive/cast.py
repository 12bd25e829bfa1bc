"""A committee whose register has lines of last year, and its three people bringing the year to its end."""

from datetime import datetime, timedelta
from pathlib import Path

from tests import harness
from tests.certificates.cast import LIJIAWAN, officer
from tests.certificates.lines_many import Many, put_in
from zhengyin.archive import actions
from zhengyin.archive.models import YearEnd
from zhengyin.archive.packing.stream import zipped
from zhengyin.archive.policy import Filing
from zhengyin.people.models import Person
from zhengyin.registers.actions import publish_checkpoint
from zhengyin.registers.queries import now
from zhengyin.shared.days import SHANGHAI, day_of
from zhengyin.supervision.actions import sign_month
from zhengyin.supervision.months import Month

COUNTY = "620422000000"
COUNT = 120  # evenly over the year; every 50th was recorded late, every 2nd delivered
CUSTODIAN, SUPERVISOR, DIRECTOR = "hn.ljw.custodian", "hn.ljw.supervisor", "hn.ljw.director"
TOWNSHIP = "hn.pt.officer"
FILING = Filing(fonds="会宁L057", category="WS", box="1")


def last() -> int:
    """Last year."""
    return day_of(now()).year - 1


def put_last_year(database: str, count: int = COUNT) -> None:
    year = datetime.now(tz=SHANGHAI).year - 1
    first = datetime(year, 1, 1, tzinfo=SHANGHAI)
    many = Many(
        LIJIAWAN, COUNTY, year, count, first, datetime(year + 1, 1, 1, tzinfo=SHANGHAI) - timedelta(hours=1)
    )
    put_in(harness.owner_url(database), many)


def months_signed() -> None:
    for month in range(1, 13):
        sign_month(
            organization_id=LIJIAWAN, month=Month(last(), month), note="", actor=officer(SUPERVISOR), at=now()
        )


def prepared(filing: Filing = FILING, who: str = CUSTODIAN) -> YearEnd:
    return actions.prepare(organization_id=LIJIAWAN, year=last(), filing=filing, actor=officer(who), at=now())


def signed(who: str = SUPERVISOR) -> YearEnd:
    return actions.sign(organization_id=LIJIAWAN, year=last(), actor=officer(who), at=now())


def closed(who: str = DIRECTOR) -> YearEnd:
    return actions.close(organization_id=LIJIAWAN, year=last(), actor=officer(who), at=now())


def packed(who: str = CUSTODIAN) -> YearEnd:
    return actions.pack(organization_id=LIJIAWAN, year=last(), actor=officer(who), at=now())


def made() -> None:
    """All parts."""
    done = actions.make_parts(
        organization_id=LIJIAWAN, year=last(), actor=officer(CUSTODIAN), at=now(), seconds=600
    )
    assert done.whole


def brought_to(state: str) -> YearEnd:
    """A year in this state, by the acts."""
    acts = {
        "year_prepared": prepared,
        "year_signed": signed,
        "year_closed_now": closed,
        "year_packed": packed,
    }
    months_signed()
    for name, act in acts.items():
        if name == "year_packed":
            publish_checkpoint(at=now())
            made()
        row = act()
        if name == state:
            return row
    return received()


def received(number: str = "平收〔2026〕3号", who: str = TOWNSHIP) -> YearEnd:
    return actions.receive(organization_id=LIJIAWAN, year=last(), number=number, actor=officer(who), at=now())


def zip_of(row: YearEnd, folder: Path) -> Path:
    """The package as it is taken away."""
    path = folder / "package.zip"
    path.write_bytes(b"".join(zipped(row)))
    return path


def person_of(username: str) -> Person:
    return Person.objects.get(pk=officer(username).person_id)
