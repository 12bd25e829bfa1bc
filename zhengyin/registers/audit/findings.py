"""What an audit finds, in words for the people who must answer for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from uuid import UUID

from zhengyin.registers.lines import BOOKS

Names = Callable[[UUID], str]  # the name of an owner of books

CHINA = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class BookHead:
    """A book as its head row describes it."""

    id: UUID
    owner: UUID
    name: str
    year: int
    last_no: int
    last_hash: str


@dataclass(frozen=True, slots=True)
class LateLine:
    """A late entry that needs attention: its slip is missing, or checks failed (待整改)."""

    where: str
    pad_number: str
    slip_missing: bool
    failed_checks: str


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome. Breaks and unmatched approvals are grave; late lines are listed apart."""

    books: int
    lines: int
    seconds: float
    breaks: tuple[str, ...]
    unmatched: tuple[str, ...]
    late: tuple[LateLine, ...]

    @property
    def whole(self) -> bool:
        return not self.breaks and not self.unmatched


def title_of(head: BookHead, names: Names) -> str:
    """A book in words: whose, which, of which year."""
    return f"{names(head.owner)}《{BOOKS.get(head.name, head.name)}》{head.year}年"


def moment(microseconds: int) -> str:
    """An instant of a line in words, China time."""
    at = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(microseconds=microseconds)
    return spoken(at)


def spoken(at: datetime) -> str:
    """An instant in words, China time."""
    local = at.astimezone(CHINA)
    return f"{local.year}年{local.month}月{local.day}日 {local:%H:%M:%S}"
