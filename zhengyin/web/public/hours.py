"""Is the village office open now? From the village's own words, where they can be understood. Pure."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from zhengyin.shared.days import SHANGHAI, WorkingCalendar

WORKING_DAYS: Final = re.compile(r"周一(至|到|—|–|-)周五|星期一(至|到)星期五|工作日")
SPAN: Final = re.compile(r"(\d{1,2})[:：](\d{2})\s*[–—~～至到-]\s*(\d{1,2})[:：](\d{2})")


def open_now(hours: str, at: datetime, calendar: Callable[[], WorkingCalendar]) -> bool | None:
    """True or False where the words name working days and times of day; None for any other words.

    The calendar is asked for only when the time of day fits.
    """
    spans = SPAN.findall(hours)
    rest = SPAN.sub("", WORKING_DAYS.sub("", hours, count=1))
    if not spans or not WORKING_DAYS.search(hours) or re.sub(r"[\s，,、；;。上下午]", "", rest):
        return None
    now = at.astimezone(SHANGHAI)
    minute = now.hour * 60 + now.minute
    within = any(
        int(from_hour) * 60 + int(from_minute) <= minute < int(to_hour) * 60 + int(to_minute)
        for from_hour, from_minute, to_hour, to_minute in spans
    )
    return within and calendar().is_working(date(now.year, now.month, now.day))
