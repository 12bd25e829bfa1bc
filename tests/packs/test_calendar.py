"""Working days of the packs: holidays off, make-up days worked, a year not arranged is provisional."""

from datetime import date
from pathlib import Path

import pytest

from zhengyin.regions.packs import read_pack

CALENDAR = read_pack(Path(__file__).resolve().parents[2] / "packs/national").calendar


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 11, 20), True),  # a Friday
        (date(2026, 11, 21), False),  # a Saturday
        (date(2026, 2, 17), False),  # Spring Festival, a Tuesday
        (date(2026, 2, 14), True),  # a Saturday worked for it
        (date(2026, 2, 15), False),  # the Sunday after is free
        (date(2020, 1, 31), False),  # the holiday lengthened that year
        (date(2027, 1, 1), True),  # not arranged yet: weekends only
        (date(2027, 1, 2), False),
    ],
)
def test_days(day, working):
    assert CALENDAR.working().is_working(day) is working


def test_a_limit_of_working_days_counts_the_make_up_saturday():
    # Thursday 2026-02-12 + 2: Friday the 13th, Saturday the 14th.
    assert CALENDAR.working().add_working_days(date(2026, 2, 12), 2) == date(2026, 2, 14)


def test_only_years_without_an_arrangement_are_provisional():
    provisional = [year for year in range(2019, 2029) if CALENDAR.is_provisional(date(year, 6, 1))]
    assert provisional == [2019, 2027, 2028]
