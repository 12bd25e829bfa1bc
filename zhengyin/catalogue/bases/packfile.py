"""The table of bases of a pack: `bases.yaml`, errors with file and line. No Django."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field, ValidationError, model_validator

from zhengyin.catalogue.bases.kinds import STATED, BasisStanding
from zhengyin.catalogue.entries import Frozen, Words
from zhengyin.catalogue.kinds import Confidence
from zhengyin.catalogue.packfiles import Faulty
from zhengyin.regions.packs.marks import Problem, problems_of, read

FILE: Final = "bases.yaml"
Division = Annotated[str, Field(pattern=r"^[0-9]{12}$")]


class BasisRow(Frozen):
    """One law or document; what is not known is left out. `division` empty: that of its table."""

    key: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
    title: Words
    number: str = ""
    issued_by: str = ""
    standing: BasisStanding
    confidence: Confidence
    title_only: bool = False
    issued_on: date | None = None
    effective_from: date | None = None
    valid_until: date | None = None
    division: Division | None = None
    source: Words
    note: str = ""

    @model_validator(mode="after")
    def it_is_stated_as_it_can_be(self) -> "BasisRow":
        """What a later document did is no word of this file; days run forward; own keys are no pack's."""
        if self.standing not in STATED:
            raise ValueError("standing 只写 in_force、draft、third_party_copy 或者 demonstration")
        days = [one for one in (self.issued_on, self.effective_from, self.valid_until) if one is not None]
        if days != sorted(days):
            raise ValueError("日期对不上：先印发，再施行，最后失效")
        if self.key.startswith("own_"):
            raise ValueError("own_ 开头的 key 留给县（旗、区）自己登记的文件")
        return self


class Table(Frozen):
    """Whose table it is."""

    title: Words
    division: Division


class TableFile(Frozen):
    """One file."""

    table: Table
    documents: tuple[BasisRow, ...]

    @model_validator(mode="after")
    def a_key_stands_once(self) -> "TableFile":
        """Two documents under one key would be taken for two editions of one."""
        keys = [one.key for one in self.documents]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise ValueError(f"key 重复：{'、'.join(twice)}")
        return self

    def rows(self, *, demonstration: bool) -> tuple[BasisRow, ...]:
        """What this kind of database takes of it."""
        shown = BasisStanding.DEMONSTRATION
        return tuple(one for one in self.documents if demonstration or one.standing is not shown)


def digest_of(rows: tuple[BasisRow, ...]) -> str:
    """SHA-256 of what a table states."""
    said = [one.model_dump(mode="json") for one in rows]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def read_table(pack: Path) -> TableFile | None:
    """The pack's table; None where it has none. Raises packfiles.Faulty with all problems."""
    table, problems = _read(pack)
    if problems:
        raise Faulty(tuple(problems))
    return table


def problems_in(pack: Path) -> Iterator[Problem]:
    """What is wrong with the pack's table."""
    yield from sorted(_read(pack)[1])


def _read(pack: Path) -> tuple[TableFile | None, list[Problem]]:
    if not (pack / FILE).exists():
        return None, []
    document = read(pack / FILE)
    if document.problems:
        return None, list(document.problems)
    try:
        return TableFile.model_validate(document.data), []
    except ValidationError as error:
        return None, list(problems_of(error, document))
