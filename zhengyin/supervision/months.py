"""A calendar month in China. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from zhengyin.shared.days import SHANGHAI


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """2026年11月."""

    year: int
    month: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def begins(self) -> datetime:
        """Its first instant."""
        return datetime(self.year, self.month, 1, tzinfo=SHANGHAI)

    @property
    def next(self) -> "Month":
        """The one after it."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def before(self) -> "Month":
        """The one before it."""
        return Month(self.year - (self.month == 1), (self.month - 2) % 12 + 1)

    @property
    def words(self) -> str:
        """2026年11月."""
        return f"{self.year}年{self.month}月"

    @property
    def key(self) -> str:
        """2026-11."""
        return f"{self.year}-{self.month:02}"

    def over(self, day: date) -> bool:
        """Whether its last day has passed."""
        return day >= self.next.first


def month_of(day: date) -> Month:
    """The month a day lies in."""
    return Month(day.year, day.month)


def months_before(day: date, count: int) -> tuple[Month, ...]:
    """The last `count` months that are over, the oldest first."""
    return tuple(reversed(list(_backwards(month_of(day), count))))


def _backwards(month: Month, count: int) -> Iterator[Month]:
    for _ in range(count):
        month = month.before
        yield month
