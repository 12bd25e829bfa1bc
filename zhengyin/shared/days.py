"""Days as the law counts them: in Asia/Shanghai, the first day not counted.

The clock is an input: an instant comes from the database, a day from an instant.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
UTC = timezone.utc


def day_of(at: datetime) -> date:
    """Return the calendar day in China of an aware instant; a naive one is a mistake."""
    if at.tzinfo is None:
        raise ValueError("an instant needs its zone")
    return at.astimezone(SHANGHAI).date()


def start_of(day: date) -> datetime:
    """Return the instant at which a calendar day begins in China."""
    return datetime.combine(day, time.min, SHANGHAI)


def in_words(day: date) -> str:
    """2026年11月21日, as official papers write it."""
    return f"{day.year}年{day.month}月{day.day}日"


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Monday to Friday, less public holidays (`off`), plus make-up days (`extra`)."""

    off: frozenset[date] = frozenset()
    extra: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Say whether offices work on `day`."""
        return day in self.extra or (day.weekday() < 5 and day not in self.off)

    def next_working(self, day: date) -> date:
        """Return `day` itself when it is a working day, else the first one after it."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def add_working_days(self, day: date, count: int) -> date:
        """Return the last day of a limit of `count` working days that began on `day`."""
        for _ in range(count):
            day = self.next_working(day + timedelta(days=1))
        return day

    def last_run_out(self, count: int, today: date) -> date:
        """Return the latest day on which a limit of `count` working days began that is over `today`."""
        day = today - timedelta(days=1)
        while self.add_working_days(day, count) >= today:
            day -= timedelta(days=1)
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Count working days after `start` up to and with `end`; negative when `end` lies before."""
        if end < start:
            return -self.working_days_between(end, start)
        span = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
        return sum(self.is_working(day) for day in span)
