"""工作用印登记簿 and 介绍信登记簿 as they are shown, printed and exported: one row a line, with its remarks.

The first has the statutory columns (H3.2.3b). No text says which columns the second has: 产品默认.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from zhengyin.documents import fonts
from zhengyin.documents.paper.parts import Issuer, mark_for
from zhengyin.documents.paper.register import RegisterColumn, RegisterPaper, RegisterRow
from zhengyin.regions import queries as regions
from zhengyin.registers import queries as registers
from zhengyin.registers.filters import EVERYTHING, Filters
from zhengyin.registers.lines import BOOKS, kind_of
from zhengyin.registers.queries import RegisterLine
from zhengyin.registers.remarks import Said, remarks_on
from zhengyin.shared.days import SHANGHAI, in_words
from zhengyin.shared.masking import mask_name
from zhengyin.workuse.lines import INTRODUCED, INTRODUCTIONS, REGISTER, REGISTERED

AT_ONCE = 1000
LINES = 300  # a volume
KEEPERS = 3
OWN_COLUMNS = "本簿的栏目没有统一规定，是产品默认"


@dataclass(frozen=True, slots=True)
class Look:
    """How a book of this room looks on paper: key, millimetres (0 takes the rest), centred."""

    book: str
    line: str
    printed: tuple[tuple[str, int, bool], ...]
    short: Mapping[str, str]
    note: str = ""  # by whose rule its columns are

    @property
    def titles(self) -> Mapping[str, str]:
        """Every column by its key, in the words of the line."""
        kind = kind_of(self.line)
        return {"no": "登记号", **dict((*kind.columns, *kind.personal)), **self.short, "remarks": "备注"}


WORK = Look(
    REGISTER, REGISTERED,
    (
        ("no", 12, True), ("used_at", 26, True), ("matter", 0, False), ("copies", 16, True),
        ("approver", 24, True), ("handler", 20, True), ("impressions", 12, True), ("use_class", 34, False),
        ("sealer", 20, True), ("remarks", 44, False),
    ),
    {"sealer": "盖章人"},
)  # fmt: skip
LETTERS = Look(
    INTRODUCTIONS, INTRODUCED,
    (
        ("no", 12, True), ("used_at", 26, True), ("bearers", 20, True), ("persons", 12, True),
        ("to", 42, False), ("matter", 0, False), ("valid_until", 24, True), ("copies", 12, True),
        ("approver", 22, True), ("handler", 20, True), ("remarks", 36, False),
    ),
    {"used_at": "开出时间"},
    note=OWN_COLUMNS,
)  # fmt: skip
LOOKS: Mapping[str, Look] = {one.book: one for one in (WORK, LETTERS)}
NAMES = ("whom", "bearers")  # shown masked


@dataclass(frozen=True, slots=True)
class BookRow:
    """One line; `of_a_use` is false for a line that opens the book."""

    no: int
    subject: UUID
    used_at: datetime
    said: Mapping[str, str]
    remarks: tuple[Said, ...]
    of_a_use: bool
    keeper: str  # who entered it
    hash: str

    @property
    def remark(self) -> str:
        """All remarks in one text."""
        return "；".join(one.whole for one in self.remarks)


@dataclass(frozen=True, slots=True)
class Part:
    """What of a year's book is read, and what the paper says of that.

    `words` is the period; `only` says by what else it was narrowed, `access` by which letter it is read.
    """

    look: Look
    owner: UUID
    year: int
    filters: Filters = EVERYTHING
    words: str = ""
    only: str = ""
    access: str = ""


@dataclass(frozen=True, slots=True)
class Volume:
    """One part of a year, by its place and its numbers, the last included."""

    place: int
    of: int
    first: int
    last: int

    @property
    def words(self) -> str:
        """第1本，共3本."""
        return f"第{self.place}本，共{self.of}本"


def book_rows(lines: Iterable[RegisterLine]) -> tuple[BookRow, ...]:
    """The rows of these lines, their remarks in one statement."""
    lines = tuple(lines)
    said = remarks_on(lines)
    return tuple(_row(line, said[line.hash]) for line in lines)


def rows_upwards(part: Part, last_no: int, after: int = 0) -> Iterator[BookRow]:
    """The rows from the oldest up to `last_no`, many at a time."""
    at: int | None = after
    while at is not None:
        page = registers.lines(
            owner=part.owner, book=part.look.book, year=part.year, filters=part.filters, after=at,
            size=AT_ONCE,
        )  # fmt: skip
        yield from (row for row in book_rows(reversed(page.lines)) if row.no <= last_no)
        at = page.after


def volumes(part: Part) -> tuple[Volume, ...]:
    """The volumes in their order; none where nothing was sealed."""
    parts = registers.parts(
        owner=part.owner, book=part.look.book, year=part.year, filters=part.filters, step=LINES
    )
    return tuple(Volume(at, len(parts), first, last) for at, (first, last) in enumerate(parts, start=1))


def volume_paper(part: Part, volume: Volume, checked: tuple[str, ...] = ()) -> RegisterPaper:
    """One volume with every line between its numbers; `checked` says who of the committee checked which."""
    card, look = regions.committee(part.owner), part.look
    rows = tuple(rows_upwards(part, volume.last, after=volume.first - 1))
    keepers = tuple(dict.fromkeys(row.keeper for row in rows if row.of_a_use))
    return RegisterPaper(
        issuer=Issuer(card.issuer_place, card.issuer_name),
        title=BOOKS[look.book],
        year=part.year,
        period=part.words or f"{part.year}年",
        volume=volume.words,
        columns=tuple(
            RegisterColumn(look.titles[key], width, centred) for key, width, centred in look.printed
        ),
        rows=tuple(_printed(look, row) for row in rows),
        keeper=_printable("、".join(keepers)) if len(keepers) <= KEEPERS else "",
        supervisors="村（居）务监督委员会",
        phones=f"本村（社区）{card.telephone}、主管部门 {card.county_telephone}",
        mark=mark_for(sealed=True, demonstration=regions.is_demonstration()),
        checked=tuple(_printable(words) for words in checked),
        note=_printable("；".join(filter(None, (part.only, look.note)))),
        access=_printable(part.access),
    )


def _printed(look: Look, row: BookRow) -> RegisterRow:
    local = row.used_at.astimezone(SHANGHAI)
    said = {**row.said, "used_at": f"{in_words(local.date())} {local:%H:%M}"}
    remarks = tuple((_printable(one.mark), _printable(one.words)) for one in row.remarks)
    cells = tuple(_printable(said.get(key, "")) for key, *_ in look.printed[1:-1])
    return RegisterRow(row.no, cells, remarks, row.hash, any(one.void for one in row.remarks))


def _printable(text: str) -> str:
    """The text with each character the fonts lack named, so that none keeps a book unprinted."""
    for character in fonts.uncovered_in((text,)):
        text = text.replace(character, f"〔U+{ord(character):04X}〕")
    return text


def _row(line: RegisterLine, remarks: tuple[Said, ...]) -> BookRow:
    of_a_use = "matter" in line.columns
    beside = line.personal or {}
    masked = {key: mask_name(beside[key]) for key in NAMES if beside.get(key)}
    titles = LOOKS[line.book].titles
    said = dict.fromkeys(titles, "") | dict(line.columns) | masked
    if said.get("valid_until"):
        said["valid_until"] = in_words(date.fromisoformat(said["valid_until"]))
    return BookRow(
        no=line.no,
        subject=line.subject,
        used_at=line.happened_at,
        said=said if of_a_use else dict.fromkeys(titles, "") | {"matter": line.title},
        remarks=remarks,
        of_a_use=of_a_use,
        keeper=line.person_name,
        hash=line.hash,
    )
