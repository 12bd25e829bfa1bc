"""Papers with whole identity numbers open only to those who handle or decide the case."""

import pytest

from tests.web.desk import Officer
from tests.web.walking import Walk, huining
from tests.world import World


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks)


def status(walk: Walk, username: str, name: str) -> int:
    officer = Officer(walk.world, username, walk.at)
    return officer.client.get(officer.url(name, walk.case)).status_code


@pytest.mark.parametrize("username, seen", [
    ("hn.ljw.clerk", 200), ("hn.ljw.director", 200), ("hn.ljw.deputy", 200), ("hn.ljw.custodian", 200),
    ("hn.ljw.supervisor", 403), ("hn.ljw.secretary", 403), ("hn.ptc.clerk", 403),
])  # fmt: skip
def test_the_draft(walk: Walk, username: str, seen: int) -> None:
    walk.verified()
    assert status(walk, username, "committee-draft") == seen


def test_who_may_not_print_is_offered_nothing(walk: Walk) -> None:
    walk.verified()
    supervisor = Officer(walk.world, "hn.ljw.supervisor", walk.at)
    assert "打印草稿" not in supervisor.get("handler-case", walk.case).text
    assert "打印草稿" in walk.handler.get("handler-case", walk.case).text
