"""One mutant in a fork of the loaded process: is a test red?"""

import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from _pytest.runner import runtestprotocol
from django.db import connections

from tests import harness
from tests.mutation.guards import databases_of
from tests.mutation.mutant import Mutant

PATIENCE = 120  # seconds for one test; one that waits for ever is red too
KILLED_BY_TIME = "没有等到结果"


@dataclass(frozen=True, slots=True)
class Trial:
    """The test that turned red, or empty; and how many seconds it took."""

    red: str
    seconds: float


def tried(mutant: Mutant | None, items: Sequence[pytest.Item]) -> Trial:
    """Run `items` with `mutant` taken away until one is red; without a mutant they are run as they are."""
    began = time.monotonic()
    connections["default"].close()  # nobody may be connected while a guard is taken away, nor share a socket
    with mutant.in_databases() if mutant else _nothing():
        red = _in_a_fork(mutant, items)
    return Trial(red, time.monotonic() - began)


@contextmanager
def _nothing() -> Iterator[None]:
    yield


def _in_a_fork(mutant: Mutant | None, items: Sequence[pytest.Item]) -> str:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _answer(writing, mutant, items)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    for left in databases_of(child):
        harness.drop(left)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM:
        return KILLED_BY_TIME
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"the fork for {mutant and mutant.name} broke:\n{said}")
    return said


def _answer(pipe: int, mutant: Mutant | None, items: Sequence[pytest.Item]) -> None:
    """In the fork: say the red test and end without tidying up what the parent goes on using."""
    status = 1
    try:
        harness.drop = _only_own(harness.drop, f"copy_{os.getpid()}_")
        if mutant:
            mutant.take_away()
            harness.copy_of = _also_without(mutant, harness.copy_of)
        os.write(pipe, first_red(items, PATIENCE).encode())
        status = 0
    except BaseException as problem:
        os.write(pipe, repr(problem).encode())
    finally:
        os._exit(status)


def _only_own(drop, prefix: str):  # type: ignore[no-untyped-def]
    return lambda name: drop(name) if name.startswith(prefix) else None


def _also_without(mutant: Mutant, copy_of):  # type: ignore[no-untyped-def]
    def made(source: str) -> str:
        name: str = copy_of(source)
        mutant.in_new_database(name)
        return name

    return made


def first_red(items: Sequence[pytest.Item], patience: int = 0) -> str:
    """Run tests until one fails, and say which; each may take `patience` seconds, 0 is for ever."""
    if not items:
        return ""
    items[0].session._setupstate.teardown_exact(items[0])  # what an earlier test of another file left up
    for item, following in zip(items, [*items[1:], _another(items[-1])], strict=True):
        signal.alarm(patience)
        reports = runtestprotocol(item, log=False, nextitem=following)
        if any(report.failed for report in reports):
            return item.nodeid
    return ""


def _another(item: pytest.Item) -> pytest.Item | None:
    """A test of the same file, so that what the file's tests share is not torn down."""
    others = (one for one in item.session.items if one.path == item.path and one is not item)
    return next(others, None)
