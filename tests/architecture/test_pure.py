"""Whoever says of itself that it is pure stands in the contract that holds it to it."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.harness import CHECKOUT

SAYS = re.compile(r"\bPure\b(?! over)")  # "Pure over streams": the package; its pure parts say so themselves
CONTRACT = "Rules are pure"


def named_pure() -> list[str]:
    """The modules of the contract."""
    contracts = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (found,) = (one for one in contracts if one["name"].startswith(CONTRACT))
    return list(found["source_modules"])


def saying_pure(sources: Iterable[Path], root: Path) -> Iterator[str]:
    """The modules whose docstring says that they are."""
    for source in sources:
        if SAYS.search(ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""):
            yield ".".join(source.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def outside(modules: Iterable[str], named: list[str]) -> list[str]:
    return [one for one in modules if not any(one == name or one.startswith(f"{name}.") for name in named)]


def test_who_says_pure_is_held_to_it() -> None:
    saying = list(saying_pure(sorted((CHECKOUT / "zhengyin").rglob("*.py")), CHECKOUT))
    assert len(saying) > 50
    assert outside(saying, named_pure()) == []


def test_every_policy_is_held_to_it() -> None:
    rooms = {path.parent.name for path in (CHECKOUT / "zhengyin").glob("*/policy*")}
    assert outside([f"zhengyin.{room}.policy" for room in sorted(rooms)], named_pure()) == []


def test_one_that_is_not_named_is_seen(tmp_path: Path) -> None:
    modules = {"sly": "Does much. Pure.", "open": "Purely a page.", "whole": "Pure over lines."}
    for name, said in modules.items():
        (tmp_path / f"{name}.py").write_text(f'"""{said}"""')
    assert outside(saying_pure(sorted(tmp_path.glob("*.py")), tmp_path), ["slyer"]) == ["sly"]
