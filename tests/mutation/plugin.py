"""The pytest process of one room: everything loaded once, each mutant tried in a fork of it.

Loaded with `-p tests.mutation.plugin`; ZHENGYIN_MUTANTS names the mutants, one a line,
ZHENGYIN_MUTANTS_OF the package they stand in, and each result is written as a line of JSON to the
descriptor ZHENGYIN_MUTANTS_TO.
"""

import inspect
import json
import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from tests.mutation import finding
from tests.mutation.mutant import Mutant
from tests.mutation.trial import first_red, tried

IN_DATABASE = {"db", "transactional_db", "django_db_setup"}


def needs_database(item: pytest.Item) -> bool:
    """Say whether a test asks for the database, itself or by what it asks for."""
    names = set(getattr(item, "fixturenames", ()))
    return bool(names & IN_DATABASE) or item.get_closest_marker("django_db") is not None


def is_table(item: pytest.Item) -> bool:
    """Tests that go through a whole table, or through all constraints of all rooms, name none of them."""
    return item.path.stem.startswith(("test_constraints", "test_workflow"))


@cache
def source_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def body_of(item: pytest.Item) -> str:
    """The test itself, with its table of cases."""
    return _body(item.function) if isinstance(item, pytest.Function) else ""


@cache
def _body(function: Callable[..., object]) -> str:
    return inspect.getsource(function)


def by_promise(mutant: Mutant, items: Sequence[pytest.Item]) -> list[list[pytest.Item]]:
    """Tests in the order in which they are likely to miss the mutant: quick ones, those naming it, the rest.

    Of another room's tests only the files that name it are run at all.
    """
    naming = [item for item in items if any(hint in source_of(item.path) for hint in mutant.hints)]
    asked = [item for item in items if mutant.room in item.path.parts or item in naming or is_table(item)]
    pure = [item for item in asked if not needs_database(item)]
    slow = [item for item in asked if needs_database(item)]
    named = mutant.hints[:1]
    exact = {item for item in naming if any(hint in source_of(item.path) for hint in named)}

    def promise(item: pytest.Item) -> tuple[bool, ...]:
        case = any(hint in item.name for hint in named)
        body = item in exact and any(hint in body_of(item) for hint in named)
        return (not case, not body, item not in exact, not is_table(item), item not in naming)

    quick, thorough = sorted(pure, key=promise), sorted(slow, key=promise)
    return [thorough, quick] if mutant.kind == "guard" else [quick, thorough]


class Room:
    """The collected tests, and what was tried with them."""

    def __init__(self, session: pytest.Session, say: Callable[[dict[str, object]], None]) -> None:
        self.items = session.items
        self.say = say
        self.green: dict[str, bool] = {}

    def warm(self) -> None:
        """Let the first database test run here, so that the forks find its database made."""
        slow = [item for item in self.items if needs_database(item) and "constraints" in item.path.stem]
        if slow and (red := first_red(slow[:1])):
            raise pytest.UsageError(f"{red} is red without any mutant")

    def judge(self, mutant: Mutant) -> None:
        red, seconds = "", 0.0
        for stage in by_promise(mutant, self.items):
            trial = tried(mutant, stage)
            red, seconds = trial.red, seconds + trial.seconds
            if red:
                break
        if red and not self.is_green(red):
            raise pytest.UsageError(f"{red} is red without any mutant")
        self.say({"name": mutant.name, "kind": mutant.kind, "by": red, "seconds": seconds})

    def is_green(self, nodeid: str) -> bool:
        """A test that is red anyway kills nothing."""
        if nodeid not in self.green:
            again = [item for item in self.items if item.nodeid == nodeid]
            self.green[nodeid] = not tried(None, again).red
        return self.green[nodeid]


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    if session.testsfailed:
        raise session.Interrupted("the tests cannot be collected")
    package = Path(os.environ["ZHENGYIN_MUTANTS_OF"])
    wanted = Path(os.environ["ZHENGYIN_MUTANTS"]).read_text(encoding="utf-8").splitlines()
    found = {mutant.name: mutant for mutant in finding.mutants(package, finding.rooms_of(package))}
    with os.fdopen(int(os.environ["ZHENGYIN_MUTANTS_TO"]), "w", encoding="utf-8", buffering=1) as pipe:
        room = Room(session, lambda said: print(json.dumps(said), file=pipe, flush=True))
        room.warm()
        for name in wanted:
            room.judge(found[name])
    return True
