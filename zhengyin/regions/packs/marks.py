"""YAML with the line of every key and value, so that an error names file and line.

Two traps of YAML 1.1 are shut: `no` and `yes` stay words (only true and false are booleans), and
12:30 stays text (no base-60 numbers). A key written twice is an error, not the last one wins.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

Where = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in a pack: where to look and what to change, in Chinese."""

    file: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}：{self.message}"


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file."""

    file: Path
    line: int

    def problem(self, message: str) -> Problem:
        """Name a mistake here."""
        return Problem(self.file, self.line, message)


@dataclass(frozen=True, slots=True)
class Document:
    """What a YAML file says and where it says it."""

    file: Path
    data: Any
    places: Mapping[Where, Place]
    problems: tuple[Problem, ...] = ()

    def place(self, where: Where) -> Place:
        """Return the line of `where`, or of the nearest thing around it."""
        for length in range(len(where), -1, -1):
            if (found := self.places.get(where[:length])) is not None:
                return found
        return Place(self.file, 1)

    def part(self, *where: str | int) -> "Document":
        """Return the document under `where`; empty when nothing stands there."""
        data = self.data
        for step in where:
            data = data.get(step) if isinstance(data, dict) else None
        length = len(where)
        places = {path[length:]: place for path, place in self.places.items() if path[:length] == where}
        return Document(self.file, {} if data is None else data, places)


class _Loader(yaml.CSafeLoader):
    """libyaml's safe loader with the resolvers of plain words replaced, see above."""


_PLAIN = (
    ("tag:yaml.org,2002:bool", r"true|false", "tf"),
    ("tag:yaml.org,2002:null", r"null|~|", ["n", "~", ""]),
    ("tag:yaml.org,2002:int", r"-?(0|[1-9][0-9]*)", "-0123456789"),
    ("tag:yaml.org,2002:timestamp", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "0123456789"),
)
_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in _PLAIN:
    _Loader.add_implicit_resolver(_tag, re.compile(rf"^(?:{_pattern})$"), list(_first))


@dataclass
class _Walk:
    """Collects the line of every node of a file, and keys written twice."""

    file: Path
    loader: _Loader
    places: dict[Where, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def node(self, node: yaml.Node, where: Where, line: int) -> None:
        self.places[where] = Place(self.file, line)
        if isinstance(node, yaml.MappingNode):
            for key_node, value in node.value:
                self._key(key_node, value, where)
        elif isinstance(node, yaml.SequenceNode):
            for number, value in enumerate(node.value):
                self.node(value, (*where, number), value.start_mark.line + 1)

    def _key(self, key_node: yaml.Node, value: yaml.Node, where: Where) -> None:
        key = self.loader.construct_object(key_node, deep=True)
        path, line = (*where, key), key_node.start_mark.line + 1
        if path in self.places:
            self.problems.append(Problem(self.file, line, f"「{key}」写了两次"))
        self.node(value, path, line)


def read(file: Path) -> Document:
    """Read a YAML file; what cannot be read is a problem of the document, never an exception."""
    try:
        return _parse(file)
    except FileNotFoundError:
        return _faulty(file, 1, "缺少这个文件")
    except UnicodeDecodeError:
        return _faulty(file, 1, "不是 UTF-8 编码的文字")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return _faulty(file, mark.line + 1 if mark else 1, f"YAML 写法有误：{error.problem}")
    except (yaml.YAMLError, ValueError) as error:
        return _faulty(file, 1, f"YAML 写法有误：{error}")


def _parse(file: Path) -> Document:
    loader = _Loader(file.read_text(encoding="utf-8"))
    try:
        node = loader.get_single_node()
        if node is None:
            return Document(file, {}, {})
        walk = _Walk(file, loader)
        walk.node(node, (), node.start_mark.line + 1)
        data = loader.construct_document(node)
        return Document(file, data, walk.places, tuple(walk.problems))
    finally:
        loader.dispose()


def _faulty(file: Path, line: int, message: str) -> Document:
    return Document(file, {}, {}, (Problem(file, line, message),))


_SAID = {
    "missing": "缺少「{key}」",
    "extra_forbidden": "不认识「{key}」",
    "enum": "「{key}」只能是 {expected}",
    "literal_error": "「{key}」只能是 {expected}",
    "string_type": "「{key}」要写成文字（数字加引号）",
    "string_pattern_mismatch": "「{key}」格式不对",
    "date_from_datetime_parsing": "「{key}」要写成日期，如 2026-11-21",
    "date_type": "「{key}」要写成日期，如 2026-11-21",
    "int_type": "「{key}」要写成整数",
    "int_parsing": "「{key}」要写成整数",
    "bool_parsing": "「{key}」只能是 true 或 false",
    "greater_than_equal": "「{key}」太小，至少 {ge}",
    "model_type": "「{key}」下面要分项写",
    "dict_type": "「{key}」下面要分项写",
    "tuple_type": "「{key}」要写成一列",
}


def problems_of(error: ValidationError, document: Document) -> Iterator[Problem]:
    """Say each mistake pydantic found in Chinese, at its line of the document."""
    for one in error.errors(include_url=False):
        where = tuple(one["loc"])
        key = ".".join(str(step) for step in where)
        context = one.get("ctx", {})
        if one["type"] == "value_error":
            message = f"{key}：{context['error']}" if key else str(context["error"])
        else:
            pattern = _SAID.get(one["type"], "「{key}」不合要求：" + one["msg"].replace("{", "（"))
            message = pattern.format(key=key, **context)
        yield document.place(where).problem(message)
