"""What the pages of 按月核对 show."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, QueryDict
from django.urls import reverse

from zhengyin.certificates.queries.book import BookRow, book_rows
from zhengyin.people.offices import Office
from zhengyin.registers import queries as registers
from zhengyin.registers.filters import Filters
from zhengyin.registers.queries import RegisterLine
from zhengyin.registers.recorded import Span
from zhengyin.shared.days import day_of
from zhengyin.supervision.months import Month
from zhengyin.supervision.queries.differing import Differing, differences_in
from zhengyin.supervision.queries.months import (
    BookOfMonth,
    MonthRow,
    OwnPaper,
    SignedBy,
    approved_by_handler,
    books_of,
    month_rows,
    notes_of,
    unsigned,
)
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request
from zhengyin.workuse.lines import INTRODUCTIONS
from zhengyin.workuse.lines import REGISTER as WORK
from zhengyin.workuse.queries.book import BookRow as WorkRow
from zhengyin.workuse.queries.book import book_rows as work_rows

YEARS = 5  # that can be looked back


@dataclass(frozen=True, slots=True)
class MonthLink:
    """A month of the list."""

    row: MonthRow
    href: str


@dataclass(frozen=True, slots=True)
class MonthsPage:
    """A year, the newest month first; `waiting` are the unsigned months of the last twelve."""

    year: int
    years: tuple[int, ...]
    rows: tuple[MonthLink, ...]
    waiting: tuple[MonthLink, ...]
    signs: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One book of the month as a choice of which lines to see."""

    book: BookOfMonth
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class MonthPage:
    """One month. `own` is None where the place does not let a director approve what he handled.

    `differing`: 下班核对 of its days, and still open from before, that did not agree.
    """

    row: MonthRow
    parts: tuple[Part, ...]
    own: tuple[OwnPaper, ...] | None
    differing: tuple[Differing, ...]
    signed: tuple[SignedBy, ...]
    may_sign: bool
    signs: bool
    of_residents: bool
    rows: tuple[BookRow, ...]
    work: tuple[WorkRow, ...]
    letters: tuple[WorkRow, ...]
    told: tuple[RegisterLine, ...]
    older: str
    newer: str
    register: str


def month_in(text: str) -> Month:
    """2026-11; anything else is not found."""
    year, _, month = text.partition("-")
    found = Month(number_in(year), number_in(month))
    if not (len(text) == 7 and 2000 <= found.year <= 2100 and 1 <= found.month <= 12):
        raise Http404(text)
    return found


def months_page(request: Request, organization_id: UUID, year: int) -> MonthsPage:
    """The months of this year that have begun; the same statements for few lines and for many."""
    today = day_of(request.at)
    year = year if today.year - YEARS < year <= today.year else today.year
    last = today.month if year == today.year else 12
    months = [Month(year, number) for number in range(1, last + 1)]
    rows = month_rows(organization_id, months, today)
    waiting = unsigned([organization_id], today)[organization_id]
    return MonthsPage(
        year=year,
        years=tuple(range(today.year, today.year - YEARS, -1)),
        rows=tuple(MonthLink(row, _href(organization_id, row.month)) for row in rows),
        waiting=tuple(
            MonthLink(MonthRow(month, (), True, ()), _href(organization_id, month)) for month in waiting
        ),
        signs=request.actor.has(Office.SUPERVISION_COMMITTEE, organization_id),
    )


def month_page(request: Request, organization_id: UUID, month: Month, query: QueryDict) -> MonthPage:
    """One month with a page of its lines; 404 for one that has not begun."""
    today = day_of(request.at)
    if month.first > today:
        raise Http404(month.key)
    row = month_rows(organization_id, [month], today)[0]
    here, books = _href(organization_id, month), books_of(row)
    at = min(number_in(query.get("part", "")), max(len(books) - 1, 0))
    lines = _lines(books[at].span, query) if books else registers.Page((), None, None)
    of_residents = bool(books) and books[at].gone is not None
    signs = request.actor.has(Office.SUPERVISION_COMMITTEE, organization_id)
    book = books[at].span.book if books else ""
    stamped = work_rows(lines.lines) if book in (WORK, INTRODUCTIONS) else ()
    return MonthPage(
        row=row,
        parts=tuple(Part(book, f"{here}?part={n}", n == at) for n, book in enumerate(books)),
        own=approved_by_handler(row),
        differing=differences_in(organization_id, month),
        signed=notes_of(organization_id, month),
        may_sign=signs and row.over and bool(row.spans) and not row.signed_by(request.actor.person_id),
        signs=signs,
        of_residents=of_residents,
        rows=book_rows(lines.lines) if of_residents else (),
        work=stamped if book == WORK else (),
        letters=stamped if book == INTRODUCTIONS else (),
        told=() if of_residents or stamped else lines.lines,
        older=f"{here}?part={at}&before={lines.before}" if lines.before else "",
        newer=f"{here}?part={at}&after={lines.after}" if lines.after else "",
        register=reverse("committee-register", args=[organization_id]) if of_residents else "",
    )


def _lines(span: Span, query: QueryDict) -> registers.Page:
    before, after = (number_in(query.get(name, "")) or None for name in ("before", "after"))
    return registers.lines(
        owner=span.owner, book=span.book, year=span.year,
        filters=Filters(no_from=span.first_no, no_until=span.last_no + 1),
        before=before, after=None if before else after,
    )  # fmt: skip


def _href(organization_id: UUID, month: Month) -> str:
    return reverse("supervision-month", args=[organization_id, month.key])
