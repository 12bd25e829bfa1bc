"""All mutants of some rooms."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.mutation import guards, rows, rules
from tests.mutation.mutant import KINDS, Mutant


def rooms_of(package: Path) -> list[str]:
    """Every folder that holds a room."""
    return sorted(path.parent.name for path in package.glob("*/__init__.py"))


def mutants(package: Path, rooms: Sequence[str], kinds: Sequence[str] = KINDS) -> Iterator[Mutant]:
    """What can be taken away in `rooms`, in the order of the files."""
    for room in rooms:
        for source in sorted((package / room).rglob("*.py")):
            if "rule" in kinds and "migrations" not in source.parts:
                yield from rules.mutants_of(source, package)
            if "row" in kinds and source.name == "workflow.py" and room != "shared":
                yield from rows.mutants_of(source, package)
    if "guard" in kinds:
        yield from guards.mutants_of(rooms, package)
