"""今天值班 only while somebody is there; words nobody can be sure of are not interpreted."""

from datetime import date, datetime

import pytest

from zhengyin.shared.days import SHANGHAI, WorkingCalendar
from zhengyin.web.public.hours import open_now

CALENDAR = WorkingCalendar(off=frozenset({date(2026, 10, 1)}), extra=frozenset({date(2026, 10, 10)}))
HOURS = "周一至周五 8:30–12:00，14:30–18:00"


@pytest.mark.parametrize(
    "when, is_open",
    [
        ("2026-11-20T08:30", True),
        ("2026-11-20T12:00", False),
        ("2026-11-20T15:00", True),
        ("2026-11-22T10:00", False),  # a Sunday
        ("2026-10-01T10:00", False),  # a holiday
        ("2026-10-10T10:00", True),  # a Saturday made up for
    ],
)
@pytest.mark.parametrize("hours", [HOURS, "工作日 8:30-12:00，14:30-18:00"])
def test_hours_on_working_days_are_understood(hours: str, when: str, is_open: bool) -> None:
    at = datetime.fromisoformat(when).replace(tzinfo=SHANGHAI)
    assert open_now(hours, at, lambda: CALENDAR) is is_open


@pytest.mark.parametrize(
    "hours", ["", "白天都在", "周一至周五", "逢集 8:30–12:00", "周一至周五 8:30–12:00，农忙时打电话"]
)
def test_other_words_are_left_as_they_are(hours: str) -> None:
    at = datetime(2026, 11, 20, 10, tzinfo=SHANGHAI)
    assert open_now(hours, at, lambda: CALENDAR) is None
