"""When people are reminded: on working days, from half past eight until six. Pure."""

from datetime import datetime, time

from zhengyin.shared.days import SHANGHAI, WorkingCalendar, day_of

FROM, UNTIL = time(8, 30), time(18, 0)


def is_time(at: datetime, calendar: WorkingCalendar) -> bool:
    """Whether an office may be reminded at this moment; holidays and make-up days as the calendar says."""
    clock = at.astimezone(SHANGHAI).time()
    return calendar.is_working(day_of(at)) and FROM <= clock < UNTIL
