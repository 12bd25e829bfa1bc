"""Who demands certificates: the classes of units and the kinds of units of a pack."""

from collections.abc import Iterator
from enum import StrEnum

from pydantic import Field, ValidationError

from zhengyin.regions.packs.marks import Document, Problem, problems_of
from zhengyin.regions.packs.settings import Frozen, Text


class Party(StrEnum):
    """Public bodies show a basis; private parties fall under the pack's rule."""

    PUBLIC = "public"
    PRIVATE = "private"


class UnitClass(Frozen):
    """A class of units. An investigating one comes with a letter and gets a work use, no certificate."""

    key: Text
    name: Text
    party: Party
    investigating: bool


class UnitClasses(Frozen):
    """The file unit_classes.yaml."""

    source: Text
    classes: tuple[UnitClass, ...]


class UnitRow(Frozen):
    """A kind of unit; `{county}` in its name stands for the county's."""

    key: Text
    name: Text
    unit_class: Text = Field(alias="class")
    confirmed: bool = False


class Units(Frozen):
    """The file units.yaml."""

    units: tuple[UnitRow, ...]


def unit_classes_of(document: Document) -> tuple[UnitClasses | None, list[Problem]]:
    """Check the table of classes."""
    try:
        found = UnitClasses.model_validate(document.data)
    except ValidationError as error:
        return None, list(problems_of(error, document))
    problems = list(_twice(document, "classes", [one.key for one in found.classes]))
    return (None if problems else found), problems


def units_of(document: Document, classes: UnitClasses) -> tuple[tuple[UnitRow, ...] | None, list[Problem]]:
    """Check a pack's units against the table of classes."""
    try:
        found = Units.model_validate(document.data).units
    except ValidationError as error:
        return None, list(problems_of(error, document))
    known = {one.key for one in classes.classes}
    problems = list(_twice(document, "units", [unit.key for unit in found]))
    for number, unit in enumerate(found):
        if unit.unit_class not in known:
            place = document.place(("units", number, "class"))
            problems.append(place.problem(f"没有单位类别「{unit.unit_class}」"))
    return (None if problems else found), problems


def _twice(document: Document, section: str, keys: list[str]) -> Iterator[Problem]:
    for number, key in enumerate(keys):
        if key in keys[:number]:
            yield document.place((section, number)).problem(f"key「{key}」出现两次")
