"""A loss and a comparison that did not agree are told to whoever answers for them; in numbers alone."""

import pytest

from tests.deliberation import cast as held
from tests.reminders.values import CLERK, DIRECTOR, KEEPER, TOWNSHIP, person
from tests.web.keeping.test_gone import lost
from tests.web.walking import huining
from tests.world import World
from zhengyin.registers.queries import now
from zhengyin.reminders.queries import told_to


def told(who: str, about: str) -> list[str]:
    found = [words for place in told_to(person(who).pk, now()) for words in place.sentences]
    return [words for words in found if about in words]


@pytest.mark.clause("H3.2.1b")
def test_a_loss_is_told_to_director_custodian_and_township(desks: World) -> None:
    lost()
    for who in (DIRECTOR, KEEPER):
        assert told(who, "报失") == ["有1件印章报失，已经停用，请去看"]
    assert len(told(TOWNSHIP, "报失")) == 1
    assert told(CLERK, "报失") == []


@pytest.mark.clause("H3.2.3a")
def test_a_comparison_that_did_not_agree_is_told_until_it_agrees(desks: World) -> None:
    walk = huining(desks)
    answers = {"seal_there": "yes", "note": "少一张存根"}
    walk.custodian.post("custodian-day-check", papers_agree="no", **answers)
    assert told(DIRECTOR, "下班核对") == ["有1次下班核对对不上，请看差在哪里"]
    walk.custodian.post("custodian-day-check", papers_agree="yes", **answers)
    assert told(DIRECTOR, "下班核对") == []


@pytest.mark.clause("H3.2.2b")
def test_counted_votes_are_told_to_the_director(desks: World) -> None:
    walk = huining(desks).verified()
    meeting = held.convene(walk.case)
    assert told(DIRECTOR, "表决") == []
    held.count(meeting)
    assert told(DIRECTOR, "表决") == ["有1次表决的结果等您确认"]
    assert told(KEEPER, "表决") == []
