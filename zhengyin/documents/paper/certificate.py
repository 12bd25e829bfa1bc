"""证明: up to four persons stand in sentences, from five in a table whose head repeats."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from zhengyin.documents.paper.parts import (
    NOT_A_SEAL,
    Contacts,
    Data,
    Draft,
    Issuer,
    Mark,
    Overflow,
    Registered,
    check_limits,
    heading,
    place_in_book,
    signature,
    within,
)

PEOPLE_IN_SENTENCES = 4
TABLE_WIDTH = 156  # mm, the type area


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table of persons. `width` in mm; 0 takes the rest."""

    name: str
    width: int


PEOPLE_COLUMNS = (
    Column("序号", 12),
    Column("姓名", 24),
    Column("性别", 12),
    Column("关系", 22),
    Column("公民身份号码", 0),
    Column("核实方式", 44),
)


@dataclass(frozen=True, slots=True)
class CertificatePaper:
    """The certificate as it stands on A4. `people` are rows of `people_columns`; empty: no table."""

    template: ClassVar[str] = "certificate"

    book: Registered | Draft
    issuer: Issuer
    signed_on: date
    title: str  # 居住证明
    to: str  # the unit it is for; empty prints no line
    facts: tuple[str, ...]  # one paragraph each
    people: tuple[tuple[str, ...], ...]
    closing: tuple[str, ...]  # the last paragraphs stay with the signature: 仅用于……, 特此证明。
    copies: int
    handler: str
    office_phone: str
    contacts: Contacts
    mark: Mark
    people_columns: tuple[Column, ...] = PEOPLE_COLUMNS

    def __post_init__(self) -> None:
        check_limits(self.issuer, self.contacts, self.handler, self.office_phone)
        within("证明名称", 60, self.title)
        within("要证明的单位", 100, self.to)
        within("证明内容", 1200, *self.facts)
        within("用途和有效期", 400, *self.closing)
        within("人员表", 300, *(cell for row in self.people for cell in row))
        if sum(column.width for column in self.people_columns) > TABLE_WIDTH - 30:
            raise Overflow("人员表的栏目")
        if any(len(row) != len(self.people_columns) for row in self.people):
            raise ValueError("a row of persons does not fit its columns")
        if 0 < len(self.people) <= PEOPLE_IN_SENTENCES:
            raise ValueError("up to four persons stand in sentences")
        if not self.closing:
            raise ValueError("a certificate without its purpose")

    def as_data(self) -> Data:
        note = f"{NOT_A_SEAL}\n本证明由{self.issuer.kind}出具；事实以核实为准。"
        return {
            **heading(self.title, self.issuer, self.mark),
            **place_in_book(self.book, self.contacts, note),
            **signature(self.issuer, self.signed_on),
            "to": self.to,
            "facts": self.facts,
            "people_columns": [column.name for column in self.people_columns],
            "people_widths": [column.width for column in self.people_columns],
            "people": self.people,
            "closing": self.closing,
            "copies": str(self.copies),
            "handler": self.handler,
            "office_phone": self.office_phone,
        }
