"""协助调查取证: an investigating body with its letter gets no certificate case."""

from urllib.parse import urlencode

import pytest
from django.test import Client

from tests.web.handler.test_refuse import SAID
from tests.web.walking import Walk, huining, ordos
from tests.world import World
from zhengyin.certificates.models import Certificate
from zhengyin.ledger.models import Entry

BODIES = ("court", "procuratorate", "police", "discipline")
ASKED = {"item": "PROH-08", "unit_name": "会宁县人民法院", "tie": "registered"}
NO_CASE = "这里不登记证明，也不出告知单"


@pytest.fixture(params=[huining, ordos])
def walk(desks: World, request: pytest.FixtureRequest) -> Walk:
    made: Walk = request.param(desks)
    return made


@pytest.mark.parametrize("body", BODIES)
def test_with_its_letter_it_is_shown_the_way_and_nothing_is_entered(walk: Walk, body: str) -> None:
    said = {**ASKED, "unit": body, "letter": "yes"}
    page = walk.handler.get("handler-new", query=f"?{urlencode(said)}")
    assert "这件事由对方带公函来这里查，不用您开证明" in page.text and "按协助调查办理" in page.text
    assert NO_CASE in page.text and "登记并出告知单" not in page.text and "登记申请" not in page.text
    before = Entry.objects.count()
    walk.handler.post("handler-refuse-demand", status=422, **said, **SAID, case_id=str(walk.case))
    walk.handler.post("handler-register", status=422, **said, **SAID, case_id=str(walk.case))
    assert (Entry.objects.count(), Certificate.objects.count()) == (before, 0)


def test_the_counter_asks_for_the_letter(walk: Walk) -> None:
    page = walk.handler.get("handler-new", query=f"?{urlencode({**ASKED, 'unit': 'court'})}")
    assert "来人带了公函和工作证件吗？" in page.text
    other = walk.handler.get("handler-new", query=f"?{urlencode({**ASKED, 'unit': 'bank'})}")
    assert "来人带了公函和工作证件吗？" not in other.text


def test_without_a_letter_it_demands_like_any_public_body(walk: Walk) -> None:
    said = {**ASKED, "unit": "court", "letter": "no"}
    page = walk.handler.get("handler-new", query=f"?{urlencode(said)}")
    assert NO_CASE not in page.text and "登记并出告知单" in page.text


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("code", ["620422115203", "150623103203"])
def test_a_resident_learns_that_they_come_themselves(desks: World, code: str, body: str) -> None:
    query = urlencode({"for": "邻里纠纷的经过", "unit": body})
    page = Client().get(f"/c/{code}/answer?{query}").content.decode()
    assert "这件事由对方带公函来这里查，不用您开证明" in page
    assert "按协助调查办理" in page
