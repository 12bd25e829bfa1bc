"""The served processes are forked from the one that has loaded everything, whatever Python's default is."""

import multiprocessing
import sys
from collections.abc import Iterator

import pytest

from config import served


@pytest.fixture(autouse=True)
def another_default() -> Iterator[None]:
    """As on Python 3.14: nobody forks who does not ask for it."""
    before = multiprocessing.get_start_method()
    multiprocessing.set_start_method("forkserver", force=True)
    yield
    multiprocessing.set_start_method(before, force=True)


def test_workers_are_forked_after_everything_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    class Server:
        def __init__(self, *_: object, **__: object) -> None:
            done.append(multiprocessing.get_start_method())  # granian asks here

        def serve(self) -> None:
            done.append("served")

    monkeypatch.setattr(served, "Granian", Server)
    monkeypatch.setattr(served, "share_one_heap", lambda: None)
    monkeypatch.setattr(served, "load", lambda: done.append("loaded"))
    monkeypatch.setattr(sys, "argv", ["served", "--port", "8000"])
    served.main()
    assert done == ["loaded", "fork", "served"]
