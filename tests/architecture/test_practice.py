"""No way of a line branches on practice: the rooms that write, seal and count do not know the word."""

import re

import pytest

from tests.harness import CHECKOUT

KNOWS = re.compile(r"\bPRACTICE\b|\bis_practice\b|practice")
WRITING = (
    "shared", "ledger", "registers", "catalogue", "admission", "cleanup", "consultation", "deliberation",
    "certificates", "verification",
)  # fmt: skip


@pytest.mark.parametrize("room", WRITING)
def test_the_rooms_that_write_do_not_know_practice(room: str) -> None:
    found = [
        path.relative_to(CHECKOUT).as_posix()
        for path in sorted((CHECKOUT / "zhengyin" / room).rglob("*.py"))
        if KNOWS.search(path.read_text())
    ]
    assert found == []


def test_the_net_has_no_holes() -> None:
    assert KNOWS.search((CHECKOUT / "zhengyin/regions/actions/practice.py").read_text())
