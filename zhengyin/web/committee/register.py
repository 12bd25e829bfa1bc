"""The statutory register on a screen: the law's columns, masked; what is chosen stands in the address."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from zhengyin.certificates.lines import REGISTER
from zhengyin.certificates.queries.register import Receipt, not_signed_for, receipts
from zhengyin.registers import queries as registers
from zhengyin.registers.lines import BOOKS
from zhengyin.registers.queries import Filters, RegisterLine
from zhengyin.shared.days import SHANGHAI, day_of
from zhengyin.shared.masking import mask_name, mask_phone
from zhengyin.shared.names import normalise_name
from zhengyin.web.numbers import number_in
from zhengyin.web.search import FIND, found_by
from zhengyin.web.words import word

LONGEST = 50  # characters of a search
WAITING = "等签收"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the address narrows the list to."""

    year: int
    month: int  # 0 = the whole year
    words: str
    name: str
    before: int | None

    def query(self, before: int | None) -> str:
        """The same choice from another line on."""
        said = (("year", self.year), ("month", self.month),
                (FIND, found_by({"q": self.words, "name": self.name})), ("before", before))  # fmt: skip
        return urlencode([one for one in said if one[1]])

    @property
    def filters(self) -> Filters:
        """The same, as the book takes it."""
        first = datetime(self.year, self.month or 1, 1, tzinfo=SHANGHAI)
        after = datetime(self.year + (self.month in (0, 12)), self.month % 12 + 1, 1, tzinfo=SHANGHAI)
        after = after if self.month else first.replace(year=self.year + 1)
        return Filters(
            happened_from=first, happened_until=after, words=self.words, personal=normalise_name(self.name)
        )


@dataclass(frozen=True, slots=True)
class BookRow:
    """One line in the words of the law; `receipt` is empty while nobody signed."""

    no: int
    number: str
    href: str
    used_at: datetime
    name: str
    matter: str
    demanding_unit: str
    purpose: str
    phone: str
    copies: str
    impressions: str
    approver: str
    handler: str
    sealer: str
    receipt: str
    remark: str


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page of the book, newest first."""

    title: str
    chosen: Chosen
    rows: tuple[BookRow, ...]
    years: tuple[int, ...]
    months: range
    last_no: int
    lines: int
    late: int
    waiting: int
    check_word: str
    older: str
    newest: str


def chosen_in(query: QueryDict, today: datetime) -> Chosen:
    """Read the address; what makes no sense counts as not said."""
    year, month = number_in(query.get("year", "")), number_in(query.get("month", ""))
    return Chosen(
        year=year if 2000 <= year <= 2100 else day_of(today).year,
        month=month if month <= 12 else 0,
        words=query.get("q", "").strip()[:LONGEST],
        name=query.get("name", "").strip()[:LONGEST],
        before=number_in(query.get("before", "")) or None,
    )


def book_page(organization_id: UUID, chosen: Chosen) -> BookPage:
    """Read one page of the committee's book of this year."""
    found = registers.lines(
        owner=organization_id, book=REGISTER, year=chosen.year, filters=chosen.filters, before=chosen.before
    )
    counted = registers.counts(owner=organization_id, book=REGISTER, year=chosen.year)
    signed = receipts(line.subject for line in found.lines)
    here = reverse("committee-register", args=[organization_id])
    years = registers.years(owner=organization_id, book=REGISTER)
    return BookPage(
        title=f"{BOOKS[REGISTER]}　{chosen.year}年",
        chosen=chosen,
        rows=tuple(_row(organization_id, line, signed) for line in found.lines),
        years=tuple(sorted({*years, chosen.year}, reverse=True)),
        months=range(1, 13),
        last_no=counted.last_no,
        lines=counted.lines,
        late=counted.late,
        waiting=not_signed_for(organization_id),
        check_word=found.lines[0].hash[:8].upper() if found.lines else "",
        older=f"{here}?{chosen.query(found.before)}" if found.before else "",
        newest=f"{here}?{chosen.query(None)}" if chosen.before else "",
    )


def _row(organization_id: UUID, line: RegisterLine, signed: Mapping[UUID, Receipt]) -> BookRow:
    said, personal = line.columns, line.personal or {}
    receipt = signed.get(line.subject)
    return BookRow(
        no=line.no,
        number=said.get("number", ""),
        href=reverse("handler-case", args=[organization_id, line.subject]),
        used_at=line.happened_at,
        name="、".join(mask_name(one) for one in personal.get("name", "").split("、") if one),
        matter=said.get("matter", line.title),
        demanding_unit=said.get("demanding_unit", ""),
        purpose=said.get("purpose", ""),
        phone=mask_phone(personal.get("phone", "")),
        copies=said.get("copies", ""),
        impressions=said.get("impressions", ""),
        approver=said.get("approver", ""),
        handler=said.get("handler", ""),
        sealer=said.get("sealer", ""),
        receipt=f"{word(f'how.{receipt.how}')}，{word(f'signed_by.{receipt.signed_by}')}" if receipt else "",
        remark="；".join(_remarks(line)),
    )


def _remarks(line: RegisterLine) -> Iterator[str]:
    if line.late:
        yield "补登"
    if line.personal is None:  # the case keeps its own copy: nobody is to believe that nothing is left
        yield "本簿的个人信息已删除，案卷里的还在"
