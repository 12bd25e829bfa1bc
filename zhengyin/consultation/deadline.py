"""The last day, or the hour of it, by which a unit answers. Pure."""

from datetime import date, datetime, time, timedelta

from zhengyin.shared import days
from zhengyin.shared.days import SHANGHAI, start_of


def over_at(due_on: date, due_time: time | None) -> datetime:
    """The first instant that is late: the hour itself, or the midnight after the day."""
    if due_time is None:
        return start_of(due_on + timedelta(days=1))
    return datetime.combine(due_on, due_time, SHANGHAI)


def in_words(due_on: date, due_time: time | None) -> str:
    """2020年10月20日16:00以前; a day alone counts whole."""
    hour = f"{due_time:%H:%M}以前" if due_time else "以前（含当天）"
    return days.in_words(due_on) + hour
