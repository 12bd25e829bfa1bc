"""One pack, whole: its files read together, with everything that is wrong with them."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from zhengyin.regions.packs.calendar import Calendar, calendar_of
from zhengyin.regions.packs.layers import BY_KEY, WHOLE, overlay, settings_of
from zhengyin.regions.packs.marks import Document, Problem, problems_of, read
from zhengyin.regions.packs.places import DivisionRow, Level, read_divisions
from zhengyin.regions.packs.settings import Code12, Frozen, Settings, Text
from zhengyin.regions.packs.units import UnitClasses, UnitRow, unit_classes_of, units_of

NATIONAL = "national"
# Bumped when the same files lead to other rows, so that a loaded pack is loaded again.
READING = "2"

T = TypeVar("T")
Shape = Callable[[Document], tuple[T | None, list[Problem]]]


class PackFaulty(Exception):
    """A pack cannot be loaded; carries every problem."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Head(Frozen):
    """What stands at the top of pack.yaml."""

    name: Text
    title: Text
    counties: dict[Code12, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that passed every check. The national one has no counties and carries what all share."""

    name: str
    title: str
    digest: str
    overrides: dict[str, dict[str, object]]
    settings: dict[str, Settings]
    divisions: tuple[DivisionRow, ...]
    units: tuple[UnitRow, ...]
    classes: UnitClasses
    calendar: Calendar


def read_pack(path: Path) -> Pack:
    """Read the pack in folder `path`; raises PackFaulty with every problem, by file and line."""
    pack, problems = examine(path)
    if pack is None or problems:
        raise PackFaulty(problems)
    return pack


def examine(path: Path) -> tuple[Pack | None, list[Problem]]:
    """Read the pack as far as it goes and list what is wrong; the pack is there when nothing is."""
    national, problems = path.parent / NATIONAL, list[Problem]()
    classes = _part(national / "unit_classes.yaml", unit_classes_of, problems)
    calendar = _part(national / "calendar.yaml", calendar_of, problems)
    head, settings = _settings(path, problems)
    rows, units = _places(path, head, problems), _units(path, classes, problems)
    if problems or head is None or classes is None or calendar is None:
        return None, sorted(set(problems))
    overrides = {code: dict(override) for code, override in head.counties.items()}
    digest = digest_of(path)
    return Pack(head.name, head.title, digest, overrides, settings, rows, units, classes, calendar), []


def digest_of(path: Path) -> str:
    """SHA-256 over every file a load depends on, the national ones included."""
    total = hashlib.sha256(READING.encode())
    for folder in dict.fromkeys((path.parent / NATIONAL, path)):
        for file in sorted([*folder.glob("*.yaml"), *folder.glob("*.csv")]):
            content = file.read_bytes()
            total.update(f"{folder.name}/{file.name}:{len(content)}:".encode() + content)
    return total.hexdigest()


def _part(file: Path, shape: Shape[T], problems: list[Problem]) -> T | None:
    """Read one file and give it its shape; a file that cannot be read is named once and no more."""
    document = read(file)
    if document.problems:
        problems += document.problems
        return None
    found, faults = shape(document)
    problems += faults
    return found


def _head(path: Path, document: Document, problems: list[Problem]) -> Head | None:
    sections = (*BY_KEY, *WHOLE)
    data = document.data
    rest = {key: data[key] for key in data if key not in sections} if isinstance(data, dict) else data
    try:
        head = Head.model_validate(rest)
    except ValidationError as error:
        problems += problems_of(error, document)
        return None
    if head.name != path.name:
        problems.append(document.place(("name",)).problem(f"name 要和文件夹同名：「{path.name}」"))
    return head


def _settings(path: Path, problems: list[Problem]) -> tuple[Head | None, dict[str, Settings]]:
    documents = [read(folder / "pack.yaml") for folder in dict.fromkeys((path.parent / NATIONAL, path))]
    faults = [problem for document in documents for problem in document.problems]
    if faults or (head := _head(path, documents[-1], problems)) is None:
        problems += faults
        return None, {}
    base = overlay(documents[0], documents[-1])
    names = {row.code: row.name for row in _rows(path)}
    settings = {}
    for code in head.counties:
        override = documents[-1].part("counties", code)
        problems += _unknown(override)
        one, found = settings_of(overlay(base, override), head.name, code, names.get(code, code))
        problems += found
        if one is not None:
            settings[code] = one
    return head, settings


def _unknown(override: Document) -> list[Problem]:
    keys = [key for key in override.data if key not in (*BY_KEY, *WHOLE)]
    return [override.place((key,)).problem(f"不认识「{key}」") for key in keys]


def _rows(path: Path) -> tuple[DivisionRow, ...]:
    return () if path.name == NATIONAL else read_divisions(path / "divisions.csv")[0]


def _places(path: Path, head: Head | None, problems: list[Problem]) -> tuple[DivisionRow, ...]:
    if path.name == NATIONAL:
        return ()
    rows, found = read_divisions(path / "divisions.csv")
    problems += found
    counties = {row.code for row in rows if row.level is Level.COUNTY}
    listed = set(head.counties) if head else counties
    for code in sorted(counties ^ listed):
        problems.append(Problem(path / "pack.yaml", 1, f"「{code}」要同时在 counties 和 divisions.csv 里"))
    return rows


def _units(path: Path, classes: UnitClasses | None, problems: list[Problem]) -> tuple[UnitRow, ...]:
    if path.name == NATIONAL or classes is None:
        return ()
    return _part(path / "units.yaml", lambda document: units_of(document, classes), problems) or ()
