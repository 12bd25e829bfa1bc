"""Divisions and committees of a pack: divisions.csv, checked row by row."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from zhengyin.regions.packs.marks import Place, Problem

COLUMNS = ["code", "name", "level", "parent"]


class Level(StrEnum):
    """Rungs of the tree; a committee hangs under its township."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    COMMITTEE = "committee"


# How many digits of the 12 a level fixes; its parent's digits must be the same ones.
_DIGITS = {Level.PROVINCE: 2, Level.PREFECTURE: 4, Level.COUNTY: 6, Level.TOWNSHIP: 9, Level.COMMITTEE: 12}
_ABOVE = dict(zip(list(Level)[1:], list(Level), strict=False))


@dataclass(frozen=True, slots=True)
class DivisionRow:
    """One row of the statistics' code list."""

    code: str
    name: str
    level: Level
    parent: str

    @property
    def county_code(self) -> str:
        """The county a row lies in; its own code above the county."""
        below = self.level in (Level.COUNTY, Level.TOWNSHIP, Level.COMMITTEE)
        return self.code[:6] + "000000" if below else self.code


def read_divisions(file: Path) -> tuple[tuple[DivisionRow, ...], list[Problem]]:
    """Read the rows, parents first; every faulty row is a problem at its line and left out."""
    if not file.exists():
        return (), [Problem(file, 1, "缺少这个文件")]
    rows: dict[str, DivisionRow] = {}
    problems: list[Problem] = []
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if reader.fieldnames != COLUMNS:
            return (), [Problem(file, 1, f"第一行要写 {','.join(COLUMNS)}")]
        for number, raw in enumerate(reader, start=2):
            faults = list(_faults(raw, rows))
            problems += [Place(file, number).problem(fault) for fault in faults]
            if not faults:
                rows[raw["code"]] = DivisionRow(raw["code"], raw["name"], Level(raw["level"]), raw["parent"])
    return tuple(rows.values()), problems


def _faults(raw: dict[str, str], rows: dict[str, DivisionRow]) -> Iterator[str]:
    code, parent = raw["code"] or "", raw["parent"] or ""
    if None in raw or None in raw.values():
        yield f"每行要有 {len(COLUMNS)} 栏"
        return
    if raw["level"] not in list(Level):
        yield f"不认识级别「{raw['level']}」"
        return
    level = Level(raw["level"])
    digits = _DIGITS[level]
    if len(code) != 12 or not code.isdecimal() or code[digits:].strip("0"):
        yield f"代码「{code}」不是{level}的12位代码"
    if code in rows:
        yield f"代码「{code}」出现两次"
    if not raw["name"].strip():
        yield "没有名称"
    if level is Level.PROVINCE:
        return
    above = rows.get(parent)
    if above is None:
        yield f"上级「{parent}」不在前面的行里"
    elif above.level is not _ABOVE[level] or code[: _DIGITS[above.level]] != parent[: _DIGITS[above.level]]:
        yield f"「{code}」不在「{parent}」之下"
