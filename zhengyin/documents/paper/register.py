"""登记簿: a volume of a register, A4 landscape, with the statutory columns."""

from dataclasses import dataclass
from typing import ClassVar

from zhengyin.documents.paper.parts import Data, Issuer, Mark, heading, within
from zhengyin.shared.codes import in_fours

Remark = tuple[str, str]  # the mark printed bold (作废、补登, may be empty), and the words


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """A column: title, width in millimetres (0 takes the rest), centred or from the left."""

    title: str
    width: int
    centred: bool = True


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One line: its number, the cells between number and 备注, the remarks, and its hash."""

    no: int
    cells: tuple[str, ...]
    remarks: tuple[Remark, ...]
    hash: str
    void: bool = False  # printed struck through, but for 备注


@dataclass(frozen=True, slots=True)
class RegisterPaper:
    """One volume; the check word of the last line of each page stands in its footer. Nothing is cut."""

    template: ClassVar[str] = "register"

    issuer: Issuer
    title: str
    year: int  # of the book; numbers begin anew with it
    period: str  # 2026年1月1日至11月30日
    volume: str  # 第1本，共3本
    columns: tuple[RegisterColumn, ...]  # first the number, last 备注
    rows: tuple[RegisterRow, ...]
    keeper: str  # empty: a line to write on
    supervisors: str  # 村务监督委员会
    phones: str  # where to check it
    mark: Mark
    checked: tuple[str, ...] = ()  # who checked which numbers, on what day
    note: str = ""  # what of the book this is, and by whose rule its columns are; under the title
    access: str = ""  # 调阅 第…号: printed over every page for whoever reads by a letter

    def __post_init__(self) -> None:
        within("署名", 60, self.issuer.place, self.issuer.name)
        within("期间", 60, self.period, self.volume)
        within("核对电话", 60, self.phones)
        if any(len(row.cells) + 2 != len(self.columns) for row in self.rows):
            raise ValueError("a row with other columns than the book")

    def as_data(self) -> Data:
        return {
            **heading(self.title, self.issuer, self.mark),
            "mark": "　".join(one for one in (self.mark.value, self.access) if one) or None,
            "checked": "；".join(self.checked),
            "note": self.note,
            "number": "",
            "keywords": [],
            "year": f"{self.year}年",
            "period": self.period,
            "volume": self.volume,
            "phones": self.phones,
            "columns": [[column.title, column.width, column.centred] for column in self.columns],
            "rows": [
                {
                    "no": row.no,
                    "cells": row.cells,
                    "remarks": [list(remark) for remark in row.remarks],
                    "check": in_fours(row.hash[:8].upper()),
                    "void": row.void,
                }
                for row in self.rows
            ],
            "keeper": self.keeper,
            "supervisors": self.supervisors,
        }
