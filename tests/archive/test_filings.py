"""The parts of 档号 a committee keeps from one year's counting to the next."""

from dataclasses import replace

import pytest

from tests.archive import cast
from tests.certificates.cast import LIJIAWAN, officer
from tests.web.desk import GACHA
from tests.world import World
from zhengyin.archive.models import YearEnd
from zhengyin.archive.policy import Filing
from zhengyin.archive.queries import filing_of, filings_in
from zhengyin.registers.queries import now

KEPT = replace(cast.FILING, box="")


def counted_before(filing: Filing) -> YearEnd:
    """The year before the last one, as its custodian counted it up."""
    return YearEnd.objects.create(
        organization_id=LIJIAWAN, county_code=cast.COUNTY, year=cast.last() - 1, state="year_prepared",
        fonds=filing.fonds, category=filing.category, box=filing.box, heads="0" * 64, lines=1, open_cases=0,
        prepared_by_id=officer(cast.CUSTODIAN).person_id, prepared_at=now(),
    )  # fmt: skip


@pytest.mark.clause("H3.2.3e")
def test_the_next_year_begins_with_the_parts_of_the_last_but_not_its_box(last_year: World) -> None:
    counted_before(cast.FILING)
    assert filing_of(LIJIAWAN, cast.last()) == KEPT


def test_counted_anew_begins_with_all_that_was_said(last_year: World) -> None:
    counted_before(Filing("旧的", "旧的", "9"))
    cast.prepared()
    assert filing_of(LIJIAWAN, cast.last()) == cast.FILING


def test_a_later_year_and_a_neighbour_say_nothing(last_year: World) -> None:
    cast.prepared()
    assert filing_of(LIJIAWAN, cast.last() - 1) == Filing()
    assert filing_of(GACHA, cast.last()) == Filing()


def test_the_county_sees_each_committee_once_as_it_said_last(last_year: World) -> None:
    before = filings_in(cast.COUNTY)
    counted_before(Filing("旧的", "旧的", "9"))
    cast.prepared()
    added = [one for one in filings_in(cast.COUNTY) if one not in before]
    assert [(one.year, one.filing) for one in added] == [(cast.last(), KEPT)]
    assert filings_in("150623000000") == ()


def test_who_said_nothing_the_last_time_is_not_listed(last_year: World) -> None:
    before = filings_in(cast.COUNTY)
    counted_before(cast.FILING)
    cast.prepared(Filing(box="1"))
    assert filings_in(cast.COUNTY) == before
