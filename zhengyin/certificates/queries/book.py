"""The 证明事项登记簿 as it is shown, printed and exported: one row a line, masked, with its remarks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from zhengyin.certificates.lines import KINDS
from zhengyin.certificates.lines.names import REGISTER, REGISTERED
from zhengyin.certificates.persons import several
from zhengyin.certificates.queries.register import NAMES_APART, Receipt, receipts
from zhengyin.certificates.words import WORDS
from zhengyin.registers import queries as registers
from zhengyin.registers.filters import Filters
from zhengyin.registers.queries import RegisterLine
from zhengyin.registers.remarks import Said, remarks_on
from zhengyin.shared.masking import mask_name, mask_phone

AT_ONCE = 1000  # lines read together when all are wanted

TITLES: Mapping[str, str] = {
    "no": "登记号",
    **{
        key: title
        for kind in KINDS
        if kind.name == REGISTERED
        for key, title in (*kind.columns, *kind.personal)
    },
    "receipt": "村（居）民签字确认",
    "remarks": "备注",
}
EMPTY = dict.fromkeys(TITLES, "")  # an older line may not have every column


@dataclass(frozen=True, slots=True)
class BookRow:
    """One line in the words of the law. `said` holds its columns, names and telephones masked.

    `receipt` is empty while nobody signed; `of_a_case` is false for a line that opens the book.
    """

    no: int
    subject: UUID
    used_at: datetime
    said: Mapping[str, str]
    receipt: str
    remarks: tuple[Said, ...]
    of_a_case: bool
    hash: str

    @property
    def void(self) -> bool:
        """The paper no longer holds."""
        return any(remark.void for remark in self.remarks)

    @property
    def waits(self) -> bool:
        """Nobody has signed for it yet."""
        return self.of_a_case and not self.receipt and not self.void

    @property
    def remark(self) -> str:
        """All remarks in one text."""
        return "；".join(remark.whole for remark in self.remarks)


def book_rows(lines: Iterable[RegisterLine]) -> tuple[BookRow, ...]:
    """The rows of these lines, in two statements however many they are."""
    lines = tuple(lines)
    signed = receipts(line.subject for line in lines)
    remarks = remarks_on(lines)
    return tuple(_row(line, signed.get(line.subject), remarks[line.hash]) for line in lines)


def rows_upwards(
    organization_id: UUID, year: int, filters: Filters, last_no: int, after: int = 0
) -> Iterator[tuple[BookRow, ...]]:
    """Every row the filters leave above `after` up to `last_no`, from the oldest, many at a time."""
    bounded = replace(filters, no_until=last_no + 1)
    at: int | None = after
    while at is not None:
        page = registers.lines(
            owner=organization_id, book=REGISTER, year=year, filters=bounded, after=at, size=AT_ONCE
        )
        yield book_rows(reversed(page.lines))
        at = page.after


def _row(line: RegisterLine, receipt: Receipt | None, remarks: tuple[Said, ...]) -> BookRow:
    personal = line.personal or {}
    names = [mask_name(name) for name in personal.get("name", "").split(NAMES_APART) if name]
    masked = {"name": several(names), "phone": mask_phone(personal.get("phone", ""))}
    of_a_case = "matter" in line.columns
    return BookRow(
        no=line.no,
        subject=line.subject,
        used_at=line.happened_at,
        said=EMPTY | dict(line.columns) | masked if of_a_case else EMPTY | {"matter": line.title},
        receipt=f"{WORDS[f'how.{receipt.how}']}，{WORDS[f'signed_by.{receipt.signed_by}']}"
        if receipt
        else "",
        remarks=remarks,
        of_a_case=of_a_case,
        hash=line.hash,
    )
