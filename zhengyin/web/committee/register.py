"""The statutory register on a screen: the law's columns, masked; what is chosen stands in the address."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from zhengyin.certificates.lines.names import REGISTER
from zhengyin.certificates.queries.book import BookRow, book_rows
from zhengyin.certificates.queries.pads import to_rectify
from zhengyin.certificates.queries.register import not_signed_for
from zhengyin.certificates.queries.voiding import GoneCount, gone_in, gone_numbers
from zhengyin.certificates.queries.volumes import Period
from zhengyin.registers import queries as registers
from zhengyin.registers.filters import EVERYTHING, Filters
from zhengyin.registers.lines import BOOKS
from zhengyin.shared.codes import in_fours
from zhengyin.shared.days import SHANGHAI, day_of
from zhengyin.shared.names import normalise_name
from zhengyin.web.numbers import day_in, number_in
from zhengyin.web.search import FIND, found_by

LONGEST = 50  # characters of a search


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the address narrows the list to; both days count."""

    year: int
    first: date | None
    last: date | None
    matter: str
    demanding_unit: str
    name: str
    handler: str
    late: bool
    gone: bool  # those alone that are void or corrected

    def query(self, **cursor: int | None) -> str:
        """The same choice in an address, from another line on."""
        words = {"matter": self.matter, "demanding_unit": self.demanding_unit, "name": self.name,
                 "handler": self.handler}  # fmt: skip
        said = [("year", self.year), ("from", self.first), ("until", self.last), ("late", int(self.late)),
                ("gone", int(self.gone)),
                (FIND, found_by(words)), *cursor.items()]  # fmt: skip
        return urlencode([(name, value) for name, value in said if value])

    def filters_of(self, organization_id: UUID) -> Filters:
        """The same, as the committee's book takes it."""
        return Filters(
            numbers=gone_numbers(organization_id, self.year) if self.gone else None,
            happened_from=_midnight(self.first) if self.first else None,
            happened_until=_midnight(self.last + timedelta(days=1)) if self.last else None,
            late=self.late,
            personal=normalise_name(self.name),
            matter=self.matter,
            demanding_unit=self.demanding_unit,
            handler=self.handler,
        )

    @property
    def backwards(self) -> bool:
        """The first day comes after the last: nothing can be found."""
        return self.first is not None and self.last is not None and self.first > self.last

    @property
    def period(self) -> Period:
        """The days alone, for the printed book; without any the whole year.

        One that begins with the year begins with the book, so that a year's volumes leave out no line.
        """
        begins = date(self.year, 1, 1)
        first = self.first or begins
        last = self.last or date(self.year, 12, 31)
        return Period(self.year, first, last, since=None if first == begins else first)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where one committee's book is read, printed and exported, from the reader's own desk.

    `whose` and `back` are for readers above the committee, who come from a list of several.
    """

    register: str
    volumes: str
    volume: str
    table: str
    whose: str = ""
    back: str = ""


def own(organization_id: UUID) -> Addresses:
    """The addresses at the committee's own desks."""
    pages = ("committee-register", "committee-volumes", "committee-volume", "committee-table")
    return Addresses(*(reverse(page, args=[organization_id]) for page in pages))


@dataclass(frozen=True, slots=True)
class Quick:
    """A period that is asked for often."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page of the book, newest first. `found` counts what the filters leave, on all pages."""

    title: str
    chosen: Chosen
    rows: tuple[BookRow, ...]
    years: tuple[int, ...]
    quick: tuple[Quick, ...]
    last_no: int
    lines: int
    late: int
    gone: GoneCount
    to_rectify: int
    waiting: int
    narrowed: bool
    found: int
    check_word: str
    older: str
    newer: str
    newest: str
    print: str
    table: str
    at: Addresses


def chosen_in(query: QueryDict, today: datetime) -> Chosen:
    """Read the address; what makes no sense counts as not said."""
    said = {name: query.get(name, "").strip()[:LONGEST] for name in query}
    year = number_in(said.get("year", ""))
    return Chosen(
        year=year if 2000 <= year <= 2100 else day_of(today).year,
        first=day_in(said.get("from", "")),
        last=day_in(said.get("until", "")),
        matter=_words(said.get("matter", "")),
        demanding_unit=_words(said.get("demanding_unit", "")),
        name=_words(said.get("name", "")),
        handler=_words(said.get("handler", "")),
        late=bool(said.get("late")),
        gone=bool(said.get("gone")),
    )


def book_page(
    organization_id: UUID, chosen: Chosen, query: QueryDict, *, at: Addresses, today: datetime
) -> BookPage:
    """Read one page of the committee's book of this year."""
    year = chosen.year
    counted = registers.counts(owner=organization_id, book=REGISTER, year=year)
    before, after = (number_in(query.get(name, "")) or None for name in ("before", "after"))
    filters = chosen.filters_of(organization_id)
    page, found = _turned_to(organization_id, year, filters, before, None if before else after)
    here = at.register
    turn = {"older": chosen.query(before=page.before), "newer": chosen.query(after=page.after)}
    years = registers.years(owner=organization_id, book=REGISTER)
    return BookPage(
        title=f"{BOOKS[REGISTER]}　{chosen.year}年",
        chosen=chosen,
        rows=book_rows(page.lines),
        years=tuple(sorted({*years, year}, reverse=True)),
        quick=tuple(_quick(here, day_of(today))),
        last_no=counted.last_no,
        lines=counted.lines,
        late=counted.late,
        gone=gone_in(organization_id, year),
        to_rectify=to_rectify(organization_id),
        waiting=not_signed_for(organization_id),
        narrowed=filters != EVERYTHING,
        found=found,
        check_word=in_fours(page.lines[0].hash[:8].upper()) if page.lines else "",
        older=f"{here}?{turn['older']}" if page.before else "",
        newer=f"{here}?{turn['newer']}" if page.after else "",
        newest=f"{here}?{chosen.query()}" if page.after else "",
        print=f"{at.volumes}?{days_in(chosen)}",
        table=f"{at.table}?{chosen.query()}",
        at=at,
    )


def _turned_to(
    organization_id: UUID, year: int, filters: Filters, before: int | None, after: int | None
) -> tuple[registers.Page, int]:
    """The page of the address, and how many lines the filters leave."""
    read = partial(registers.searched, owner=organization_id, book=REGISTER, year=year, filters=filters)
    page, found = read(before=before, after=after)
    return (page, found) if page.lines or after is None else read()  # nothing newer any more: the newest


def days_in(chosen: Chosen, **more: int) -> str:
    """Year and days alone in an address: a printed book leaves no line of its period out."""
    said = (("year", chosen.year), ("from", chosen.first), ("until", chosen.last), *more.items())
    return urlencode([(name, value) for name, value in said if value])


def _quick(here: str, today: date) -> Iterator[Quick]:
    this = today.replace(day=1)
    last = (this - timedelta(days=1)).replace(day=1)
    for words, first, after in (
        ("本月", this, (this + timedelta(days=31)).replace(day=1)), ("上月", last, this),
    ):  # fmt: skip
        until = after - timedelta(days=1)
        yield Quick(words, f"{here}?year={first.year}&from={first}&until={until}")
    yield Quick("全年", f"{here}?year={today.year}")


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=SHANGHAI)


def _words(text: str) -> str:
    return "" if "\x00" in text else text  # PostgreSQL has no such text
