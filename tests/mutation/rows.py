"""Every row of every workflow table, taken out of the table that runs: a loop of rows counts as rows."""

import ast
import importlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from tests.mutation.mutant import Mutant
from zhengyin.shared.workflow import Step, Workflow


def mutants_of(source: Path, package: Path) -> Iterator[Mutant]:
    """The rows of the tables that one file defines."""
    where = source.relative_to(package.parent)
    module = importlib.import_module(".".join(where.with_suffix("").parts))
    for name, table in vars(module).items():
        if isinstance(table, Workflow):
            for number, step in enumerate(table.steps):
                yield Mutant(
                    "row", where.parts[-2], f"{where}:{_line(source, name, step)}",
                    f"{table.name}: {step.before} {step.act} {step.after}",
                    (name, step.act, type(step.act).__name__), partial(_take_away, table, number),
                )  # fmt: skip


def _take_away(table: Workflow[Any, Any], number: int) -> None:
    object.__setattr__(table, "steps", (*table.steps[:number], *table.steps[number + 1 :]))


def _line(source: Path, name: str, step: Step[Any, Any]) -> int:
    """Where the row is written: the Step of this act, and of this state if several are."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    table = next(node for node in tree.body if name in _targets(node))
    calls = [node for node in ast.walk(table) if isinstance(node, ast.Call) and _spelled(node.func) == "Step"]
    rows = [call for call in calls if _spelled(call.args[1]) == step.act.name]
    before = "None" if step.before is None else step.before.name
    exact = [call for call in rows if _spelled(call.args[0]) == before]
    return (exact or rows or [table])[0].lineno


def _targets(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.AnnAssign):
        return [_spelled(node.target)]
    return [_spelled(target) for target in node.targets] if isinstance(node, ast.Assign) else []


def _spelled(node: ast.expr) -> str:
    return ast.unparse(node).rpartition(".")[2]
