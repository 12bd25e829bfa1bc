"""The director's list names what else waits: a vote to confirm, a notice that ran out, 整改 to answer."""

import pytest

from tests.deliberation import cast as held
from tests.supervision import inspections
from tests.web.desk import LIJIAWAN, Officer
from tests.web.walking import Walk, huining
from tests.world import World


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks)


def said(who: Officer) -> str:
    found = who.get("director-list").select_one("#waits")
    return found.text if found else ""


@pytest.mark.clause("H3.2.2b")
def test_a_counted_vote_and_a_notice_that_ran_out_wait_for_him(walk: Walk) -> None:
    walk.verified()
    meeting = held.convene(walk.case)
    assert said(walk.director) == ""  # the vote is not counted yet
    held.count(meeting)
    assert "表决结果等您确认" in said(walk.director)
    link = walk.director.get("director-list").select_one("#waits a")
    assert link is not None and walk.director.client.get(str(link["href"])).status_code == 200
    held.ran_out(walk.case)
    assert "公示期满，结果等您确认" in said(walk.director)
    held.agree(meeting)
    assert "表决" not in said(walk.director)


def test_findings_wait_for_his_answer_and_for_nobody_elses(walk: Walk) -> None:
    finding = inspections.rectifying()
    assert "检查提出的1个问题等您整改、答复" in said(walk.director)
    inspections.answer(finding)
    assert said(walk.director) == ""
    assert Officer(walk.world, "hn.ljw.deputy", LIJIAWAN).get("committee-cases").select("#waits") == []
