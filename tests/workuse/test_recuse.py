"""回避 on a work use: written once, bound for good, only by whoever was to decide or seal."""

import pytest

from tests.certificates.cast import officer
from tests.workuse import cast
from zhengyin.people.actor import Actor
from zhengyin.registers.queries import now
from zhengyin.workuse import actions
from zhengyin.workuse.models import WorkUse

pytestmark = [pytest.mark.usefixtures("world"), pytest.mark.clause("H3.2.4c")]


def of_somebody() -> WorkUse:
    return cast.asked(cast.request(concerned="马桂花"))


def step_aside(work_use: WorkUse, who: Actor | None = None) -> None:
    actions.recuse(work_use_id=work_use.id, actor=who or officer("hn.ljw.director"), at=now())


def test_a_director_who_stepped_aside_does_not_approve_by_another_answer() -> None:
    work_use = of_somebody()
    step_aside(work_use)
    assert cast.last_line(work_use.id).kind == "work.recused"
    work_use.refresh_from_db()
    assert work_use.state == "work_asked"
    with cast.refused("recused"):
        cast.approve(work_use, near_relative=False)


def test_a_custodian_who_stepped_aside_does_not_seal() -> None:
    work_use = cast.approve(of_somebody(), near_relative=False)
    custodian = officer("hn.ljw.custodian")
    step_aside(work_use, custodian)
    granted = cast.grant(work_use, custodian)
    with cast.refused("recused"):
        cast.seal(work_use, custodian, grant_id=granted.id)


def test_twice_is_written_once() -> None:
    work_use = of_somebody()
    step_aside(work_use)
    step_aside(work_use)
    assert cast.kinds_of(work_use.id).count("work.recused") == 1


@pytest.mark.parametrize("who", ["hn.ljw.clerk", "hn.ljw.custodian", "hn.ptc.director", "hn.pt.officer"])
def test_another_office_or_village_does_not_step_aside(who: str) -> None:
    work_use = of_somebody()
    with cast.refused("wrong_office"):
        step_aside(work_use, officer(who))


def test_nobody_steps_aside_where_nobody_is_concerned_or_all_is_done() -> None:
    work_use = cast.asked()
    with cast.refused("nobody_concerned"):
        step_aside(work_use)
    done = cast.sealed()
    with cast.refused("wrong_state"):
        step_aside(done)
