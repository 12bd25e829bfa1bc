"""What is told of work uses that wait: to be approved, approved once more, sealed."""

from datetime import timedelta

import pytest

from tests.certificates.cast import officer
from tests.deliberation import cast as held
from tests.reminders.values import CLERK, DIRECTOR, KEEPER, person, working
from tests.workuse import cast
from zhengyin.registers.queries import now
from zhengyin.reminders.queries import told_to
from zhengyin.workuse import actions
from zhengyin.workuse.kinds import Whose

pytestmark = pytest.mark.usefixtures("world")
DEPUTY = "hn.ljw.deputy"


def told(username: str, hours: int = 0) -> list[str]:
    """The sentences about work uses, tomorrow or some hours from now."""
    at = now() + timedelta(hours=hours) if hours else working(1)
    found = [words for place in told_to(person(username).pk, at) for words in place.sentences]
    return [words for words in found if "工作用印" in words]


def test_approve() -> None:
    assert told(DIRECTOR) == []
    work_use = cast.asked()
    assert told(DIRECTOR) == ["有1件工作用印等您签批，最早的已等1个工作日"]
    assert told(KEEPER) == told(CLERK) == told(DEPUTY) == []
    cast.approve(work_use, near_relative=False)
    assert told(DIRECTOR) == []


def test_from_what_somebody_stepped_aside_waits_for_another() -> None:
    work_use = cast.asked(cast.request(concerned="马桂花"))
    assert len(told(DIRECTOR)) == 1
    actions.recuse(work_use_id=work_use.id, actor=officer(DIRECTOR), at=now())
    assert told(DIRECTOR) == []


def test_countersign() -> None:
    work_use = cast.asked(cast.blank_let_through())
    assert told(DEPUTY) == []
    cast.approve(work_use, near_relative=False)
    assert told(DEPUTY) == ["有1件工作用印等您复核签批，最早的已等1个工作日"]
    assert told(DIRECTOR) == []


def test_seal_only_after_some_hours() -> None:
    cast.approved()
    assert told(KEEPER, 3) == []
    (later,) = told(KEEPER, 5)
    assert later.startswith("有1件工作用印已签批，等您盖章")


@pytest.mark.clause("H3.2.2b")
def test_what_waits_for_a_vote_waits_for_nobody() -> None:
    work_use = cast.approved(cast.request(major="M5", whose=Whose.COMMITTEE))
    assert told(KEEPER, 5) == []
    held.passed(work_use.id)
    assert len(told(KEEPER, 5)) == 1


def test_nothing_waits_once_it_is_sealed() -> None:
    cast.sealed()
    assert told(KEEPER, 5) == told(DIRECTOR) == []
