"""Where the line of a paper stands: which book, which number, and the page that begins with it."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from zhengyin.registers.lines import BOOKS


@dataclass(frozen=True, slots=True)
class LineAt:
    """《为村（居）民出具证明事项登记簿》2026年第1号, and its address."""

    words: str
    href: str


def line_at(organization_id: UUID, book: str, page: str, at: tuple[int, int]) -> LineAt:
    """`page` is the name of the book's page; `at` the year and the number of the line."""
    year, no = at
    address = f"{reverse(page, args=[organization_id])}?year={year}&before={no + 1}"
    return LineAt(f"《{BOOKS[book]}》{year}年第{no}号", address)
