"""Every refusal a rule can yield: found in the source, taken out of the running function."""

import ast
import copy
import importlib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType

from tests.mutation.mutant import Mutant

Key = tuple[str, int]


def mutants_of(source: Path, package: Path) -> Iterator[Mutant]:
    """The mutants of one file; in a policy every yield counts, elsewhere those of a Refusal."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    where = source.relative_to(package.parent)
    for number, node in enumerate(ast.walk(tree)):
        if ("policy" in {*where.parts, source.stem} and _answers(node)) or _yields_a_refusal(node):
            refusal = _taken(node)
            yield Mutant(
                "rule", where.parts[1] if len(where.parts) > 2 else where.stem, f"{where}:{refusal.lineno}",
                ast.unparse(refusal).strip("()")[:90], tuple(_hints(refusal)),
                partial(_take_away, source, ".".join(where.with_suffix("").parts), number),
            )  # fmt: skip


def _answers(node: ast.AST) -> bool:
    """A yielded reason, a passed-on rule, or a list with a reason in it."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Yield | ast.YieldFrom)
    return isinstance(node, ast.List) and len(node.elts) == 1 and _is_refusal(node.elts[0])


def _yields_a_refusal(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Yield) and _is_refusal(node.value.value)


def _is_refusal(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refusal"


def _taken(node: ast.AST) -> ast.expr:
    found = node.value if isinstance(node, ast.Expr) else node
    assert isinstance(found, ast.expr)
    return found


def _hints(node: ast.expr) -> Iterator[str]:
    """The refusal's code, or the name of the rule that is passed on."""
    call = node.elts[0] if isinstance(node, ast.List) else getattr(node, "value", None)
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
        return
    if isinstance(node, ast.YieldFrom):
        yield call.func.id
    elif call.args and isinstance(call.args[0], ast.Constant):
        yield str(call.args[0].value)


def _take_away(source: Path, module: str, number: int) -> None:
    """Give every function the code it would have without the node; who imported it has it too."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    before, after = _codes(tree, source), _codes(_without(tree, number), source)
    running = {key_of(one.__code__): one for one in _functions(vars(importlib.import_module(module)))}
    changed = [key for key, code in after.items() if code != before[key] and key in running]
    if not changed:
        raise LookupError(f"no running function of {source} holds node {number}")
    for key in changed:
        running[key].__code__ = after[key]


def key_of(code: CodeType) -> Key:
    """What a piece of code is known by in its file."""
    return code.co_qualname, code.co_firstlineno


def _functions(names: Mapping[str, object]) -> Iterator[FunctionType]:
    """The functions of a module, those in its classes and under decorators too."""
    for one in names.values():
        if isinstance(one, type):
            yield from _functions(vars(one))
        wrapped: object = one
        while wrapped is not None:
            if isinstance(wrapped, FunctionType):
                yield wrapped
            wrapped = getattr(wrapped, "__wrapped__", None)


def _without(tree: ast.Module, number: int) -> ast.Module:
    """The same tree where the node yields nothing: a generator it must remain."""
    changed = copy.deepcopy(tree)
    node = list(ast.walk(changed))[number]
    if isinstance(node, ast.Expr):
        nothing = ast.YieldFrom(ast.Tuple([], ast.Load()))
        node.value = ast.fix_missing_locations(ast.copy_location(nothing, node.value))
    elif isinstance(node, ast.List):
        node.elts = []
    return changed


def _codes(tree: ast.Module, source: Path) -> dict[Key, CodeType]:
    found: dict[Key, CodeType] = {}
    waiting = [compile(tree, str(source), "exec")]
    while waiting:
        code = waiting.pop()
        found[key_of(code)] = code
        waiting.extend(constant for constant in code.co_consts if isinstance(constant, CodeType))
    return found
