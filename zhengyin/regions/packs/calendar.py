"""The calendar of working days, as data of the national pack."""

from collections.abc import Iterator
from datetime import date

from pydantic import ValidationError

from zhengyin.regions.packs.marks import Document, Problem, problems_of
from zhengyin.regions.packs.settings import Frozen, Text
from zhengyin.shared.days import WorkingCalendar


class CalendarYear(Frozen):
    """Weekdays off and weekend days worked. Provisional: nothing published yet, weekends only."""

    provisional: bool
    off: tuple[date, ...]
    extra: tuple[date, ...]


class Calendar(Frozen):
    """The file calendar.yaml."""

    source: Text
    years: dict[int, CalendarYear]

    def working(self) -> WorkingCalendar:
        """The calendar rules count with."""
        years = self.years.values()
        return WorkingCalendar(
            off=frozenset(day for year in years for day in year.off),
            extra=frozenset(day for year in years for day in year.extra),
        )

    def is_provisional(self, day: date) -> bool:
        """Say whether a due date on `day` may still move because its year is not arranged."""
        year = self.years.get(day.year)
        return year is None or year.provisional


def calendar_of(document: Document) -> tuple[Calendar | None, list[Problem]]:
    """Check the calendar: days in their year, off on a weekday, extra on a weekend."""
    try:
        found = Calendar.model_validate(document.data)
    except ValidationError as error:
        return None, list(problems_of(error, document))
    problems = list(_misplaced(found, document))
    return (None if problems else found), problems


def _misplaced(calendar: Calendar, document: Document) -> Iterator[Problem]:
    for number, year in calendar.years.items():
        for name, days, at_weekend in (("off", year.off, False), ("extra", year.extra, True)):
            place = document.place(("years", number, name))
            for day in days:
                if day.year != number:
                    yield place.problem(f"{day} 不在{number}年")
                if (day.weekday() > 4) is not at_weekend:
                    yield place.problem(f"{day} " + ("不是周末，不用补班" if at_weekend else "本来就是周末"))
        if year.provisional and (year.off or year.extra):
            yield document.place(("years", number)).problem("暂定的年份不写放假安排")
