"""The lists' files of a pack: `lists/*.yaml`, one list a file, errors with file and line. No Django."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError, model_validator

from zhengyin.catalogue.entries import SAMPLE, Entry, Frozen, Words
from zhengyin.catalogue.kinds import Level, Standing
from zhengyin.regions.packs.marks import Document, Problem, problems_of, read


class Version(Frozen):
    """The version this file states. Another content needs another number."""

    no: Annotated[int, Field(ge=1)]
    takes_effect_on: date
    note: str = ""


class Head(Frozen):
    """The document a list stands in: 文号, title, standing, whose it is."""

    key: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    title: Words
    number: str = ""
    issued_by: str = ""
    standing: Standing
    level: Level
    division: Annotated[str, Field(pattern=r"^[0-9]{12}$")]
    issued_on: date | None = None
    effective_from: date | None = None
    ended_on: date | None = None
    note: str = ""
    version: Version

    @property
    def demonstration(self) -> bool:
        """A list that only a demonstration may load."""
        return self.standing is Standing.DEMONSTRATION


class ListFile(Frozen):
    """One file."""

    list: Head
    entries: tuple[Entry, ...] = ()

    @model_validator(mode="after")
    def demonstration_is_whole(self) -> "ListFile":
        """A real list has no demonstration entry and the other way round; a code stands once."""
        for entry in self.entries:
            if entry.demonstration != self.list.demonstration:
                raise ValueError(f"{entry.code}：示例条目只能、也必须放在 standing: demonstration 的清单里")
        codes = [entry.code for entry in self.entries]
        twice = sorted({code for code in codes if codes.count(code) > 1})
        if twice:
            raise ValueError(f"编码重复：{'、'.join(twice)}")
        return self

    @property
    def digest(self) -> str:
        """SHA-256 of the entries as they will be kept."""
        text = json.dumps(contents(self), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Faulty(Exception):
    """Files that cannot be loaded, every problem with its place."""

    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        return "\n".join(f"{problem.file}:{problem.line} {problem.message}" for problem in self.problems)


def contents(file: ListFile) -> list[dict[str, Any]]:
    """The entries as plain data, by code."""
    return [entry.model_dump(mode="json") for entry in sorted(file.entries, key=lambda entry: entry.code)]


def read_lists(pack: Path, *, demonstration: bool) -> tuple[ListFile, ...]:
    """Every list of the pack for this kind of database. Raises Faulty with all problems."""
    paths = sorted((pack / "lists").glob("*.yaml"))
    read_files = [_read(path, demonstration=demonstration) for path in paths]
    problems = tuple(problem for _, found in read_files for problem in found)
    if problems:
        raise Faulty(problems)
    files = tuple(file for file, _ in read_files if file is not None)
    return tuple(file for file in files if demonstration or not file.list.demonstration)


def problems_in(pack: Path) -> Iterator[Problem]:
    """What is wrong with the pack's lists, for a demonstration and for a real database."""
    seen: set[Problem] = set()
    for demonstration in (False, True):
        for path in sorted((pack / "lists").glob("*.yaml")):
            seen |= set(_read(path, demonstration=demonstration)[1])
    yield from sorted(seen)


def _read(path: Path, *, demonstration: bool) -> tuple[ListFile | None, list[Problem]]:
    document = read(path)
    if document.problems:
        return None, list(document.problems)
    filled, problems = _filled(document, demonstration=demonstration)
    try:
        return ListFile.model_validate(filled), problems
    except ValidationError as error:
        return None, [*problems, *problems_of(error, document)]


def _filled(document: Document, *, demonstration: bool) -> tuple[dict[str, Any], list[Problem]]:
    """Lay each entry's `in_demonstration` over its gaps, or drop it: outside, a gap stays 待核."""
    data = document.data if isinstance(document.data, dict) else {}
    problems: list[Problem] = []
    entries = []
    for number, raw in enumerate(data.get("entries") or ()):
        if not isinstance(raw, dict):
            entries.append(raw)
            continue
        entry = dict(raw)
        over = entry.pop("in_demonstration", {})
        where = ("entries", number, "in_demonstration")
        problems += [
            document.place((*where, "guide", key)).problem(f"「{key}」是示例，句子里要写明“{SAMPLE}”")
            for key, text in (over.get("guide") or {}).items()
            if SAMPLE not in str(text)
        ]
        entries.append(_laid_over(entry, over) if demonstration else entry)
    return {**data, "entries": entries}, problems


def _laid_over(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for key, value in over.items():
        both = isinstance(value, dict) and isinstance(result.get(key), dict)
        result[key] = _laid_over(result[key], value) if both else value
    return result
