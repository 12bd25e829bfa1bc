"""One committee's years: which wait to be closed, and how far one has come."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from zhengyin.archive.models import YearEnd
from zhengyin.archive.queries.carried import Carried, carried_over, months_unsigned, slips_without_end
from zhengyin.archive.workflow import AFTER_CLOSING, YearState
from zhengyin.certificates.queries.worklists import READERS
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions.models import Committee, Organization
from zhengyin.registers import queries as registers
from zhengyin.registers.closing import YearBook, checkpoint_lines, year_books
from zhengyin.registers.lines import BOOKS


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year of the list. `row` is None while nobody has counted it up."""

    year: int
    row: YearEnd | None

    @property
    def state(self) -> str:
        """Where it stands; empty before it is counted up."""
        return self.row.state if self.row else ""


@dataclass(frozen=True, slots=True)
class YearPage:
    """One year. `same`: the books stand as they were counted up; `uncovered`: not in a checkpoint yet."""

    year: int
    row: YearEnd | None
    books: tuple[YearBook, ...]
    same: bool
    carried: tuple[Carried, ...]
    slips: int
    unsigned: tuple[str, ...]
    uncovered: tuple[str, ...]
    files: int

    @property
    def lines(self) -> int:
        """Of all books together."""
        return sum(book.lines for book in self.books)

    @property
    def closed(self) -> bool:
        """No line is written in it any more."""
        return self.row is not None and YearState(self.row.state) in AFTER_CLOSING


def visible_to(actor: Actor) -> QuerySet[YearEnd]:
    """The own committee's years, those of the township's and of the county's committees."""
    own = {held.at for held in actor.holds if held.office in READERS}
    below = Committee.objects.filter(township_id__in=actor.organizations(Office.TOWNSHIP))
    leads = Organization.objects.filter(pk__in=actor.organizations(Office.COUNTY_LEAD))
    return YearEnd.objects.filter(
        Q(organization_id__in=own)
        | Q(organization_id__in=below.values("organization_id"))
        | Q(county_code__in=leads.values("county_code"))
    )


def years_of(organization_id: UUID, today: date) -> tuple[YearRow, ...]:
    """The years that are over and have lines in some book, the newest first; two statements."""
    rows = {row.year: row for row in YearEnd.objects.filter(organization_id=organization_id)}
    written = registers.years_of(owner=organization_id)
    found = sorted({year for year in written if year < today.year} | set(rows), reverse=True)
    return tuple(YearRow(year, rows.get(year)) for year in found)


def year_page(organization_id: UUID, year: int, today: date) -> YearPage:
    """Everything there is to know before the next act."""
    row = YearEnd.objects.filter(organization_id=organization_id, year=year).first()
    books = year_books(organization_id, year)
    closed = row is not None and YearState(row.state) in AFTER_CLOSING
    return YearPage(
        year=year,
        row=row,
        books=books,
        same=row is None or heads_of(books) == row.heads,
        carried=carried_over(organization_id, year),
        slips=slips_without_end(organization_id),
        unsigned=months_unsigned(organization_id, year, today) if year < today.year else (),
        uncovered=uncovered(books) if closed else (),
        files=row.parts.count() if row else 0,
    )


def uncovered(books: Iterable[YearBook]) -> tuple[str, ...]:
    """The books whose last line no signed checkpoint names yet."""
    books = tuple(books)
    covered = checkpoint_lines(books)
    return tuple(BOOKS[one.name] for one in books if str(one.book) not in covered)


def heads_of(books: Iterable[YearBook]) -> str:
    """A digest over the first and last lines of all books: it changes with any line."""
    told = (f"{one.name}\t{one.first_no}\t{one.last_no}\t{one.last_hash}\n" for one in books)
    return hashlib.sha256("".join(told).encode()).hexdigest()


def in_words(books: Iterable[YearBook]) -> str:
    """为村（居）民出具证明事项登记簿第1号至第120号；办理流水…: for the line of the act."""
    return "；".join(f"{one.title}第{one.first_no}号至第{one.last_no}号" for one in books)
