"""The 证明事项登记簿 on paper: a period split into volumes, none of its lines left out."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from zhengyin.certificates.lines.names import REGISTER
from zhengyin.certificates.queries.book import TITLES, BookRow, rows_upwards
from zhengyin.documents import fonts
from zhengyin.documents.paper.parts import Issuer, mark_for
from zhengyin.documents.paper.register import RegisterColumn, RegisterPaper, RegisterRow
from zhengyin.regions import queries as regions
from zhengyin.registers import queries as registers
from zhengyin.registers.filters import Filters
from zhengyin.registers.lines import BOOKS
from zhengyin.shared.days import SHANGHAI, in_words

LINES = 300  # a volume, some twenty-five pages
KEEPERS = 3  # names of custodians that fit on their line

# Key, millimetres (0 takes the rest), centred. Keys joined by / share a column.
PRINTED = (
    ("no", 11, True), ("used_at", 22, True), ("name", 17, True), ("matter", 0, False),
    ("demanding_unit", 31, False), ("purpose", 26, False), ("phone", 22, True),
    ("copies/impressions", 11, True), ("approver", 14, True), ("handler", 14, True), ("sealer", 14, True),
    ("receipt", 20, True), ("remarks", 34, False),
)  # fmt: skip
SHORT = {"copies/impressions": "份数/枚数", "sealer": "盖章人", "approver": "签批人", "handler": "经办人"}


@dataclass(frozen=True, slots=True)
class Period:
    """Days of one year's book, both of them in it.

    `since` is the day of the earliest stamp that belongs in it. It may lie in the year before: what was
    stamped then and entered in this year's book stands in this one. None: from the book's first line on.
    """

    year: int
    first: date
    last: date
    since: date | None

    @property
    def filters(self) -> Filters:
        """The same as instants."""
        return Filters(
            happened_from=_midnight(self.since) if self.since else None,
            happened_until=_midnight(self.last + timedelta(days=1)),
        )

    @property
    def words(self) -> str:
        """2026年, 2026年11月 or 2026年11月3日至11月20日."""
        begins, ends = self.first.day == 1, (self.last + timedelta(days=1)).day == 1
        if begins and ends and (self.first.month, self.last.month) == (1, 12):
            return f"{self.year}年"
        if begins and ends and self.first.month == self.last.month:
            return f"{self.year}年{self.first.month}月"
        last = f"{self.last.month}月{self.last.day}日"
        return f"{in_words(self.first)}至{last if self.first.year == self.last.year else in_words(self.last)}"


@dataclass(frozen=True, slots=True)
class Volume:
    """One part of a period, by its place and its numbers, the last included."""

    place: int
    of: int
    first: int
    last: int

    @property
    def words(self) -> str:
        """第1本，共3本."""
        return f"第{self.place}本，共{self.of}本"


def volumes(organization_id: UUID, period: Period, lines: int = LINES) -> tuple[Volume, ...]:
    """The volumes of a period in their order; none where nothing was sealed in it."""
    parts = registers.parts(
        owner=organization_id, book=REGISTER, year=period.year, filters=period.filters, step=lines
    )
    return tuple(Volume(at, len(parts), first, last) for at, (first, last) in enumerate(parts, start=1))


def volume_paper(
    organization_id: UUID, period: Period, volume: Volume, *, checked: tuple[str, ...] = (), access: str = ""
) -> RegisterPaper:
    """One volume with every line of the period between its numbers.

    `checked` says who of the supervision committee checked which; `access` by which letter it is read.
    """
    card = regions.committee(organization_id)
    found = rows_upwards(organization_id, period.year, period.filters, volume.last, after=volume.first - 1)
    rows = tuple(row for some in found for row in some)
    sealers = tuple(dict.fromkeys(row.said["sealer"] for row in rows if row.of_a_case))
    return RegisterPaper(
        issuer=Issuer(card.issuer_place, card.issuer_name),
        title=BOOKS[REGISTER],
        year=period.year,
        period=period.words,
        volume=volume.words,
        columns=tuple(
            RegisterColumn(SHORT.get(key) or TITLES[key], width, centred) for key, width, centred in PRINTED
        ),
        rows=tuple(_printed(row) for row in rows),
        keeper=printable("、".join(sealers)) if len(sealers) <= KEEPERS else "",
        supervisors="村（居）务监督委员会",
        phones=f"本村（社区）{card.telephone}、主管部门 {card.county_telephone}",
        mark=mark_for(sealed=True, demonstration=regions.is_demonstration()),
        checked=tuple(printable(words) for words in checked),
        access=printable(access),
    )


def printable(text: str) -> str:
    """The text with each character the fonts lack named, so that one of them never keeps a book unprinted."""
    lacking = "".join(fonts.uncovered_in((text,)))
    return re.sub(f"[{re.escape(lacking)}]", lambda c: f"〔U+{ord(c[0]):04X}〕", text) if lacking else text


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=SHANGHAI)


def _printed(row: BookRow) -> RegisterRow:
    local = row.used_at.astimezone(SHANGHAI)
    said = {**row.said, "used_at": f"{local.month}月{local.day}日 {local:%H:%M}", "receipt": row.receipt}
    cells = (
        "/".join(said.get(part, "") for part in key.split("/") if said.get(part)) for key, *_ in PRINTED[1:-1]
    )
    remarks = tuple((printable(remark.mark), printable(remark.words)) for remark in row.remarks)
    return RegisterRow(row.no, tuple(printable(cell) for cell in cells), remarks, row.hash, row.void)
