"""What is read at one look: functions up to 40 lines, files below 300. No exception by name.

Tables of a database (migrations) are written once and read in no other way; a journey is one story.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness import CHECKOUT

MOST_LINES, LONGEST_FILE = 40, 300  # a function's, docstring included; a file's
Function = ast.FunctionDef | ast.AsyncFunctionDef


def product() -> Iterator[Path]:
    for room in ("zhengyin", "config", "tools"):
        yield from (one for one in (CHECKOUT / room).rglob("*.py") if "migrations" not in one.parts)


def too_long(text: str) -> list[str]:
    """Each function of this source that cannot be seen at one look."""
    functions = (node for node in ast.walk(ast.parse(text)) if isinstance(node, Function))
    sizes = ((one.name, (one.end_lineno or 0) - one.lineno + 1) for one in functions)
    return [f"{name}: {lines}" for name, lines in sizes if lines > MOST_LINES]


def test_every_function_is_seen_at_one_look() -> None:
    found = {str(path.relative_to(CHECKOUT)): too_long(path.read_text()) for path in product()}
    assert {path: names for path, names in found.items() if names} == {}


def test_every_file_is_short() -> None:
    found = {path: len(path.read_text().splitlines()) for path in product()}
    assert {str(path): lines for path, lines in found.items() if lines >= LONGEST_FILE} == {}


@pytest.mark.parametrize("lines, names", [(MOST_LINES, []), (MOST_LINES + 1, ["act: 41"])])
def test_the_measure_counts_from_the_name_to_the_last_line(lines: int, names: list[str]) -> None:
    assert too_long("\n".join(["def act():", *["    pass"] * (lines - 1)])) == names
