"""Registers on paper for the package: the statutory one in its own columns, every other in one shape.

A room that prints its book in columns of its own adds a line to SHEETS.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from uuid import UUID

from zhengyin.certificates.lines.names import JOURNAL, REGISTER
from zhengyin.certificates.queries.volumes import Period, Volume, printable, volume_paper, volumes
from zhengyin.documents.paper.parts import Issuer, mark_for
from zhengyin.documents.paper.register import RegisterColumn, RegisterPaper, RegisterRow
from zhengyin.documents.typesetting import Typeset, typeset
from zhengyin.people.offices import LABELS, Office
from zhengyin.regions import queries as regions
from zhengyin.registers import queries as registers
from zhengyin.registers.closing import YearBook
from zhengyin.registers.filters import Filters
from zhengyin.registers.lines import kind_of
from zhengyin.registers.queries import RegisterLine
from zhengyin.registers.remarks import Said, remarks_on
from zhengyin.shared.days import SHANGHAI
from zhengyin.supervision.queries.months import checked_in
from zhengyin.workuse.lines import INTRODUCTIONS
from zhengyin.workuse.lines import REGISTER as WORK
from zhengyin.workuse.queries import book as work

LINES = 300  # of a volume, as of the register of certificates
NEVER_PRINTED = (JOURNAL,)  # 办理流水: as data only
COLUMNS = (
    RegisterColumn("登记号", 13), RegisterColumn("时间", 24), RegisterColumn("事项", 36),
    RegisterColumn("内容", 0, centred=False), RegisterColumn("登记人", 30),
    RegisterColumn("备注", 46, centred=False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """One volume of a book, by its place and its numbers, and how it is printed."""

    place: int
    of: int
    first: int
    last: int
    make: Callable[[datetime], Typeset]


Sheets = Callable[[UUID, int, YearBook], tuple[Sheet, ...]]


def sheets_of(owner: UUID, year: int, book: YearBook) -> tuple[Sheet, ...]:
    """The volumes of a book; none of a book that is never printed."""
    if book.name in NEVER_PRINTED:
        return ()
    return SHEETS.get(book.name, _in_one_shape)(owner, year, book)


def _of_certificates(owner: UUID, year: int, book: YearBook) -> tuple[Sheet, ...]:
    period = Period(year, date(year, 1, 1), date(year, 12, 31), None)
    return tuple(
        Sheet(one.place, one.of, one.first, one.last, partial(_certificates, owner, period, one))
        for one in volumes(owner, period)
    )


def _certificates(owner: UUID, period: Period, one: Volume, at: datetime) -> Typeset:
    checked = checked_in(owner, period.year, first_no=one.first, last_no=one.last)
    return typeset(volume_paper(owner, period, one, checked=checked), at)


def _of_work(owner: UUID, year: int, book: YearBook) -> tuple[Sheet, ...]:
    part = work.Part(work.LOOKS[book.name], owner, year)
    return tuple(
        Sheet(one.place, one.of, one.first, one.last, partial(_work, part, one)) for one in work.volumes(part)
    )


def _work(part: work.Part, one: work.Volume, at: datetime) -> Typeset:
    checked = checked_in(part.owner, part.year, book=part.look.book, first_no=one.first, last_no=one.last)
    return typeset(work.volume_paper(part, one, checked), at)


def _in_one_shape(owner: UUID, year: int, book: YearBook) -> tuple[Sheet, ...]:
    starts = range(book.first_no, book.last_no + 1, LINES)
    parts = [(first, min(first + LINES - 1, book.last_no)) for first in starts]
    found = []
    for place, (first, last) in enumerate(parts, start=1):
        volume = Volume(place, len(parts), first, last)
        found.append(Sheet(place, len(parts), first, last, partial(_plain, owner, year, book, volume)))
    return tuple(found)


def _plain(owner: UUID, year: int, book: YearBook, volume: Volume, at: datetime) -> Typeset:
    card = regions.committee(owner)
    page = registers.lines(
        owner=owner, book=book.name, year=year, size=LINES, after=volume.first - 1,
        filters=Filters(no_from=volume.first, no_until=volume.last + 1),
    )  # fmt: skip
    lines = tuple(reversed(page.lines))
    remarks = remarks_on(lines)
    paper = RegisterPaper(
        issuer=Issuer(card.issuer_place, card.issuer_name),
        title=book.title,
        year=year,
        period=f"{year}年",
        volume=volume.words,
        columns=COLUMNS,
        rows=tuple(_row(line, remarks[line.hash]) for line in lines),
        keeper="",
        supervisors="村（居）务监督委员会",
        phones=f"本村（社区）{card.telephone}、主管部门 {card.county_telephone}",
        mark=mark_for(sealed=True, demonstration=regions.is_demonstration()),
    )
    return typeset(paper, at)


def _row(line: RegisterLine, remarks: tuple[Said, ...]) -> RegisterRow:
    local = line.happened_at.astimezone(SHANGHAI)
    cells = (
        f"{local.month}月{local.day}日 {local:%H:%M}",
        line.title,
        "；".join(_said(line)),
        f"{line.person_name}（{_office(line.office)}）",
    )
    return RegisterRow(
        line.no,
        tuple(printable(cell) for cell in cells),
        tuple((printable(one.mark), printable(one.words)) for one in remarks),
        line.hash,
        any(one.void for one in remarks),
    )


def _said(line: RegisterLine) -> Iterator[str]:
    """The columns in the words of the book; what lies beside the line now was a column of older ones."""
    kind = kind_of(line.kind)
    titles = dict((*kind.columns, *kind.personal))
    yield from (f"{titles.get(key, key)}：{value}" for key, value in line.columns.items() if value)


def _office(office: str) -> str:
    return LABELS[Office(office)] if office in set(Office) else office


SHEETS: Mapping[str, Sheets] = {REGISTER: _of_certificates, WORK: _of_work, INTRODUCTIONS: _of_work}
