"""看完整的号码和电话: an act with a purpose, shown once; the page stays masked."""

import pytest

from tests.web.walking import Walk, huining
from tests.world import World
from zhengyin.registers.queries import lines_of

PHONE, NUMBER = "13800000117", "62042219680512002X"


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks).apply()


def test_once_with_a_purpose(walk: Walk) -> None:
    answer = walk.handler.post("handler-reveal", walk.case, status=200, purpose="call")
    assert PHONE in answer.content.decode() and NUMBER in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    line = lines_of(walk.case)[-1]
    assert (line.kind, line.columns["purpose"], line.person_name) == (
        "certificate.revealed", "打电话联系", "马秀兰",
    )  # fmt: skip
    page = walk.handler.get("handler-case", walk.case).text
    assert PHONE not in page and NUMBER not in page and "看完整号码和电话" in page


def test_without_a_purpose_nothing_is_shown(walk: Walk) -> None:
    answer = walk.handler.post("handler-reveal", walk.case, status=422)
    assert PHONE not in answer.content.decode()
    assert lines_of(walk.case)[-1].kind == "certificate.applied"


def test_only_the_handler(walk: Walk) -> None:
    for officer in (walk.director, walk.custodian):
        assert (
            officer.client.post(officer.url("handler-reveal", walk.case), {"purpose": "call"}).status_code
            == 403
        )
