"""工作用印登记簿 as it is shown, printed and exported: one row a line, with its remarks (H3.2.3b)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zhengyin.documents import fonts
from zhengyin.documents.paper.parts import Issuer, mark_for
from zhengyin.documents.paper.register import RegisterColumn, RegisterPaper, RegisterRow
from zhengyin.regions import queries as regions
from zhengyin.registers import queries as registers
from zhengyin.registers.lines import BOOKS
from zhengyin.registers.queries import RegisterLine
from zhengyin.registers.remarks import Said, remarks_on
from zhengyin.shared.days import SHANGHAI
from zhengyin.shared.masking import mask_name
from zhengyin.workuse.lines import KINDS, REGISTER, REGISTERED

AT_ONCE = 1000
LINES = 300  # a volume
KEEPERS = 3
TITLES: Mapping[str, str] = {
    "no": "登记号",
    **{
        key: title
        for kind in KINDS
        if kind.name == REGISTERED
        for key, title in (*kind.columns, *kind.personal)
    },
    "remarks": "备注",
}
EMPTY = dict.fromkeys(TITLES, "")
# Key, millimetres (0 takes the rest), centred.
PRINTED = (
    ("no", 12, True), ("used_at", 26, True), ("matter", 0, False), ("copies", 16, True),
    ("approver", 24, True), ("handler", 20, True), ("impressions", 12, True), ("use_class", 34, False),
    ("sealer", 20, True), ("remarks", 44, False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BookRow:
    """One line; `of_a_use` is false for a line that opens the book."""

    no: int
    subject: UUID
    used_at: datetime
    said: Mapping[str, str]
    remarks: tuple[Said, ...]
    of_a_use: bool
    hash: str

    @property
    def remark(self) -> str:
        """All remarks in one text."""
        return "；".join(one.whole for one in self.remarks)


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


def rows_upwards(organization_id: UUID, year: int, last_no: int, after: int = 0) -> Iterator[BookRow]:
    """The rows from the oldest up to `last_no`, many at a time."""
    at: int | None = after
    while at is not None:
        page = registers.lines(owner=organization_id, book=REGISTER, year=year, after=at, size=AT_ONCE)
        yield from (row for row in book_rows(reversed(page.lines)) if row.no <= last_no)
        at = page.after


def volumes(organization_id: UUID, year: int) -> tuple[Volume, ...]:
    """The volumes of a year in their order; none where nothing was sealed."""
    parts = registers.parts(owner=organization_id, book=REGISTER, year=year, step=LINES)
    return tuple(Volume(at, len(parts), first, last) for at, (first, last) in enumerate(parts, start=1))


def volume_paper(organization_id: UUID, year: int, volume: Volume) -> RegisterPaper:
    """One volume with every line between its numbers."""
    card = regions.committee(organization_id)
    rows = tuple(rows_upwards(organization_id, year, volume.last, after=volume.first - 1))
    sealers = tuple(dict.fromkeys(row.said["sealer"] for row in rows if row.of_a_use))
    return RegisterPaper(
        issuer=Issuer(card.issuer_place, card.issuer_name),
        title=BOOKS[REGISTER],
        year=year,
        period=f"{year}年",
        volume=volume.words,
        columns=tuple(RegisterColumn(_title(key), width, centred) for key, width, centred in PRINTED),
        rows=tuple(_printed(row) for row in rows),
        keeper=_printable("、".join(sealers)) if len(sealers) <= KEEPERS else "",
        supervisors="村（居）务监督委员会",
        phones=f"本村（社区）{card.telephone}、主管部门 {card.county_telephone}",
        mark=mark_for(sealed=True, demonstration=regions.is_demonstration()),
    )


def _title(key: str) -> str:
    return {"sealer": "盖章人"}.get(key) or TITLES[key]


def _printed(row: BookRow) -> RegisterRow:
    local = row.used_at.astimezone(SHANGHAI)
    said = {**row.said, "used_at": f"{local.month}月{local.day}日 {local:%H:%M}"}
    remarks = tuple((_printable(one.mark), _printable(one.words)) for one in row.remarks)
    cells = tuple(_printable(said[key]) for key, *_ in PRINTED[1:-1])
    return RegisterRow(row.no, cells, remarks, row.hash)


def _printable(text: str) -> str:
    """The text with each character the fonts lack named, so that none keeps a book unprinted."""
    for character in fonts.uncovered_in((text,)):
        text = text.replace(character, f"〔U+{ord(character):04X}〕")
    return text


def _row(line: RegisterLine, remarks: tuple[Said, ...]) -> BookRow:
    of_a_use = "matter" in line.columns
    whom = (line.personal or {}).get("whom", "")
    said = EMPTY | dict(line.columns) | {"whom": mask_name(whom) if whom else ""}
    return BookRow(
        no=line.no,
        subject=line.subject,
        used_at=line.happened_at,
        said=said if of_a_use else EMPTY | {"matter": line.title},
        remarks=remarks,
        of_a_use=of_a_use,
        hash=line.hash,
    )
