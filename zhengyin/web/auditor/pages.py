"""What an auditor sees of what was opened: exactly the letter's days, names and numbers masked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from zhengyin.certificates.lines.names import REGISTER
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries import case as cases
from zhengyin.certificates.queries.book import BookRow, book_rows
from zhengyin.certificates.queries.volumes import Period, Volume, volume_paper, volumes
from zhengyin.documents.paper.register import RegisterPaper
from zhengyin.people.actor import Actor
from zhengyin.regions import queries as regions
from zhengyin.registers import queries as registers
from zhengyin.registers.lines import BOOKS, kind_of
from zhengyin.registers.queries import RegisterLine
from zhengyin.shared.days import day_of
from zhengyin.supervision.kinds import OPENED, Sight
from zhengyin.supervision.models import AccessLetter, Look
from zhengyin.supervision.queries.letters import committees_of, in_period, letters_for, years_in
from zhengyin.supervision.queries.months import checked_in
from zhengyin.web.committee.paper import PaperShown, paper_shown
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request
from zhengyin.workuse.lines import INTRODUCTIONS
from zhengyin.workuse.lines import REGISTER as WORK
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.queries import book as work

TOLD = "notices"


@dataclass(frozen=True, slots=True)
class LetterShown:
    """One letter with what can be opened by it."""

    row: AccessLetter
    committees: tuple[tuple[UUID, str], ...]
    books: tuple[tuple[str, str], ...]
    last: date
    scope_last: date


@dataclass(frozen=True, slots=True)
class Opened:
    """Whose book, and what stands over every page: 调阅 〔2026〕12号."""

    whose: str
    title: str
    mark: str

    @property
    def size(self) -> int:
        """Of the letters of the mark, so that a long number is not cut."""
        return min(34, 340 // (len(self.mark) + 3))


@dataclass(frozen=True, slots=True)
class OpenBook:
    """One page of a book within the letter's days."""

    opened: Opened
    year: int
    years: tuple[int, ...]
    rows: tuple[BookRow, ...]
    told: tuple[RegisterLine, ...]
    uses: tuple[work.BookRow, ...]
    letters: tuple[work.BookRow, ...]
    may_print: bool
    older: str
    newer: str


@dataclass(frozen=True, slots=True)
class Step:
    """One line about a case."""

    at: datetime
    title: str
    who: str
    words: str


@dataclass(frozen=True, slots=True)
class OpenCase:
    """How a case went; what a line holds beside it, erasable, is not shown."""

    opened: Opened
    matter: str
    steps: tuple[Step, ...]
    may_see_paper: bool


@dataclass(frozen=True, slots=True)
class OpenPaper:
    """The paper as it was sealed, numbers masked."""

    opened: Opened
    paper: PaperShown


@dataclass(frozen=True, slots=True)
class OpenVolumes:
    """The volumes to print, each with its year."""

    opened: Opened
    volumes: tuple[tuple[int, Volume | work.Volume], ...]


def letters_page(actor: Actor, at: datetime) -> tuple[LetterShown, ...]:
    """The letters that hold today."""
    return tuple(
        LetterShown(
            row=row,
            committees=committees_of(row),
            books=tuple((book, BOOKS[book]) for book in row.books),
            last=row.valid_until - timedelta(days=1),
            scope_last=row.scope_until - timedelta(days=1),
        )
        for row in letters_for(actor, at)
    )


def book_page(request: Request, look: Look) -> OpenBook:
    """One page, the newest first."""
    letter, book = look.letter, look.book
    years = years_in(letter, look.organization_id, book)
    asked = number_in(request.GET.get("year", ""))
    year = asked if asked in years else (years or (day_of(request.at).year,))[0]
    before, after = (number_in(request.GET.get(name, "")) or None for name in ("before", "after"))
    page = registers.lines(
        owner=look.organization_id, book=book, year=year, filters=in_period(letter), before=before,
        after=None if before else after,
    )  # fmt: skip
    stamped = work.book_rows(page.lines) if book in work.LOOKS else ()
    return OpenBook(
        opened=opened_of(look),
        year=year,
        years=years,
        rows=book_rows(page.lines) if book == REGISTER else (),
        told=page.lines if book == TOLD else (),
        uses=stamped if book == WORK else (),
        letters=stamped if book == INTRODUCTIONS else (),
        may_print=Sight.PRINT in OPENED[book],
        older=f"?year={year}&before={page.before}" if page.before else "",
        newer=f"?year={year}&after={page.after}" if page.after else "",
    )


def case_page(request: Request, look: Look) -> OpenCase:
    """Every line about the case, in the order it was recorded."""
    steps = tuple(_steps(look))
    if look.book in work.LOOKS:
        use = get_object_or_404(WorkUse, pk=look.case, organization_id=look.organization_id)
        return OpenCase(opened_of(look), use.matter, steps, may_see_paper=False)
    case = case_or_404(look)
    papers = look.letter.papers and Sight.PAPER in OPENED[look.book]
    return OpenCase(
        opened=opened_of(look),
        matter=case.title,
        steps=steps,
        may_see_paper=papers and case.document_id is not None,
    )


def paper_page(request: Request, look: Look) -> OpenPaper:
    """The sealed paper on the screen; before the seal there is none to see."""
    case = case_or_404(look)
    if case.document_id is None:
        raise Http404(look.pk)
    page = cases.case_page(case, request.actor, request.at)
    return OpenPaper(opened_of(look), paper_shown(page, day_of(request.at)))


def volumes_page(request: Request, look: Look) -> OpenVolumes:
    """All volumes of the letter's days, year by year."""
    return OpenVolumes(
        opened=opened_of(look),
        volumes=tuple((period.year, one) for period in periods_of(look) for one in _volumes(look, period)),
    )


def volume_named(request: Request, look: Look) -> RegisterPaper:
    """The volume of the address; 404 for one outside the letter."""
    year, part = (number_in(request.GET.get(name, "")) for name in ("year", "part"))
    period = next((one for one in periods_of(look) if one.year == year), None)
    found = _volumes(look, period) if period else ()
    if period is None or not 1 <= part <= len(found):
        raise Http404(look.pk)
    one, owner = found[part - 1], look.organization_id
    checked = checked_in(owner, year, book=look.book, first_no=one.first, last_no=one.last)
    if isinstance(one, work.Volume):
        return work.volume_paper(_part(look, period), one, checked)
    return volume_paper(owner, period, one, checked=checked, access=opened_of(look).mark)


def periods_of(look: Look) -> Iterator[Period]:
    """The letter's days within each year's book; nothing stamped before the first of them, as on screen."""
    letter, last = look.letter, look.letter.scope_until - timedelta(days=1)
    for year in years_in(letter, look.organization_id, look.book):
        first, end = max(letter.scope_from, date(year, 1, 1)), min(last, date(year, 12, 31))
        yield Period(year, first, end, since=letter.scope_from)


def opened_of(look: Look) -> Opened:
    """Whose book it is and by which letter."""
    card = regions.committee(look.organization_id)
    return Opened(card.display_name, BOOKS[look.book], f"调阅　{look.letter.number}")


def case_or_404(look: Look) -> Certificate:
    """The case of this opening, in its committee."""
    return get_object_or_404(Certificate, pk=look.case, organization_id=look.organization_id)


def _steps(look: Look) -> Iterator[Step]:
    assert look.case is not None  # the database sees to it
    for line in registers.lines_of(look.case):
        titles = dict(kind_of(line.kind).columns)
        said = (f"{titles[key]}：{words}" for key, words in line.columns.items() if words and key in titles)
        yield Step(line.recorded_at, line.title, line.person_name, "；".join(said))


def _volumes(look: Look, period: Period) -> tuple[Volume, ...] | tuple[work.Volume, ...]:
    """The volumes of the book that this letter's look opened, of no other."""
    if look.book in work.LOOKS:
        return work.volumes(_part(look, period))
    return volumes(look.organization_id, period)


def _part(look: Look, period: Period) -> work.Part:
    return work.Part(
        work.LOOKS[look.book], look.organization_id, period.year, period.filters, words=period.words,
        access=opened_of(look).mark,
    )  # fmt: skip
