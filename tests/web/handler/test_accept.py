"""收下: what an appointment left open is asked here, once, with its reason."""

from dataclasses import replace

import pytest

from tests.certificates.test_public_interest import homestead
from tests.web.walking import Walk, huining
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.asked import Channel
from zhengyin.certificates.workflow import State
from zhengyin.registers.queries import now

SAID = {"identity_method": "document", "ties": ["registered"]}
QUESTION = "涉不涉及公共利益"


@pytest.fixture
def walk(desks: World) -> Walk:
    walk = huining(desks)
    wanted = replace(homestead(), channel=Channel.ONLINE)
    walk.case = actions.apply(
        organization_id=walk.at, application=wanted, actor=None, at=now()
    ).certificate_id
    return walk


@pytest.mark.clause("O2.1d")
def test_the_question_stands_on_the_page_and_must_be_answered(walk: Walk) -> None:
    assert QUESTION in walk.handler.get("handler-case", walk.case).text
    answer = walk.handler.post("handler-accept", walk.case, status=422, **SAID)
    assert "这件事涉不涉及公共利益或者多数村（居）民的切身利益？（还没有选）" in answer.content.decode()
    answer = walk.handler.post("handler-accept", walk.case, status=422, **SAID, public_interest="yes")
    assert "请写明为什么涉及公共利益" in answer.content.decode()
    assert walk.row.state == State.APPLIED
    walk.handler.post("handler-accept", walk.case, **SAID, public_interest="no")
    assert walk.row.state == State.ACCEPTED


@pytest.mark.clause("O2.1d")
def test_why_it_touches_everybody_is_written_down(walk: Walk) -> None:
    walk.handler.post(
        "handler-accept", walk.case, **SAID, public_interest="yes", public_interest_reason="占公用地"
    )
    assert walk.row.lock == "seal"


def test_an_item_that_settles_it_does_not_ask(desks: World) -> None:
    other = huining(desks).apply()
    assert QUESTION not in other.handler.get("handler-case", other.case).text
