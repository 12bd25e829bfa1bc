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
    tree = tree_of(source)
    where = source.relative_to(package.parent)
    for number, node in _taken_from(tree, in_policy=is_policy(source, package)):
        refusal = node.value if isinstance(node, ast.Expr) else node
        yield Mutant(
            "rule", where.parts[1] if len(where.parts) > 2 else where.stem, f"{where}:{refusal.lineno}",
            ast.unparse(refusal).strip("()")[:90], tuple(_hints(refusal)),
            partial(_take_away, source, ".".join(where.with_suffix("").parts), number),
        )  # fmt: skip


def tree_of(source: Path) -> ast.Module:
    """What a file says."""
    return ast.parse(source.read_text(encoding="utf-8"))


def is_policy(source: Path, package: Path) -> bool:
    """Whether a file is one of rules and nothing else."""
    return "policy" in {*source.relative_to(package.parent).parts, source.stem}


def refusals_in(tree: ast.AST) -> Iterator[ast.Call]:
    """Every place where a refusal is made."""
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_refusal(node))


def escaping(source: Path, package: Path) -> Iterator[str]:
    """The refusals of a file that no mutant takes out: no test would have to notice them."""
    tree = tree_of(source)
    taken = _taken_from(tree, in_policy=is_policy(source, package))
    reached = {id(call) for _, node in taken for call in refusals_in(node)}
    for call in refusals_in(tree):
        if id(call) not in reached:
            yield f"{source.relative_to(package.parent)}:{call.lineno}"


def _taken_from(tree: ast.AST, *, in_policy: bool) -> Iterator[tuple[int, ast.Expr | ast.expr | ast.Raise]]:
    """Each node that can be taken out, by its number in the walk."""
    raised = {id(one) for node in ast.walk(tree) if _raises(node) for one in ast.walk(node)}
    for number, node in enumerate(ast.walk(tree)):
        match node:
            case ast.Raise() if _raises(node):
                yield number, node
            case ast.List() | ast.Tuple() if id(node) not in raised and _holds_one(node):
                yield number, node
            case ast.Expr(value=ast.Yield(value=reason)) if in_policy or _is_refusal(reason):
                yield number, node
            case ast.Expr(value=ast.YieldFrom()) if in_policy:
                yield number, node


def _raises(node: ast.AST) -> bool:
    """`raise Refused([Refusal(...)])`."""
    return isinstance(node, ast.Raise) and any(refusals_in(node))


def _holds_one(node: ast.List | ast.Tuple) -> bool:
    """A list with a reason in it, or with one of two."""
    one = node.elts[0] if len(node.elts) == 1 else None
    ways = (one.body, one.orelse) if isinstance(one, ast.IfExp) else (one,)
    return all(_is_refusal(way) for way in ways)


def _is_refusal(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refusal"


def _hints(node: ast.expr | ast.Raise) -> Iterator[str]:
    """The refusal's code, or the name of the rule that is passed on."""
    if isinstance(node, ast.YieldFrom) and isinstance(node.value, ast.Call):
        if isinstance(node.value.func, ast.Name):
            yield node.value.func.id
        return
    for call in refusals_in(node):
        if call.args and isinstance(call.args[0], ast.Constant):
            yield str(call.args[0].value)


def _take_away(source: Path, module: str, number: int) -> None:
    """Give every function the code it would have without the node; who imported it has it too."""
    tree = tree_of(source)
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
    if isinstance(node, ast.Raise):
        return ast.fix_missing_locations(_Silent(node).visit(changed))
    if isinstance(node, ast.Expr):
        nothing = ast.YieldFrom(ast.Tuple([], ast.Load()))
        node.value = ast.fix_missing_locations(ast.copy_location(nothing, node.value))
    elif isinstance(node, ast.List | ast.Tuple):
        node.elts = []
    return changed


class _Silent(ast.NodeTransformer):
    """Says nothing where one refusal was raised."""

    def __init__(self, raised: ast.Raise) -> None:
        self.raised = raised

    def visit_Raise(self, node: ast.Raise) -> ast.stmt:
        return ast.copy_location(ast.Pass(), node) if node is self.raised else node


def _codes(tree: ast.Module, source: Path) -> dict[Key, CodeType]:
    found: dict[Key, CodeType] = {}
    waiting = [compile(tree, str(source), "exec")]
    while waiting:
        code = waiting.pop()
        found[key_of(code)] = code
        waiting.extend(constant for constant in code.co_consts if isinstance(constant, CodeType))
    return found
