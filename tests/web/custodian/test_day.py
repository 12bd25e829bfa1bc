"""下班核对 over the page: what is compared, who compares, what is kept of a form that does not fit."""

import pytest

from tests.web.desk import LIJIAWAN, Officer
from tests.web.deskcast import HUISHI, officer, queries_of
from tests.web.pads.test_pads import printed
from tests.web.walking import Walk, huining, ordos
from tests.world import World
from zhengyin.supervision.models import DayCheck

ANSWERS = {"seal_there": "yes", "papers_agree": "yes", "note": ""}


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks)


@pytest.mark.clause("H3.2.3a")
@pytest.mark.parametrize("place", [huining, ordos])
def test_the_day_shows_what_was_stamped_and_is_compared(desks: World, place: object) -> None:
    walk = place(desks).sealed()  # type: ignore[operator]
    page = walk.custodian.get("custodian-day")
    assert "还没有核对" in page.text and walk.row.number in page.table.text
    printed(walk, slips=3)
    walk.custodian.post("custodian-day-check", following="2", **ANSWERS)
    page = walk.custodian.get("custodian-day")
    assert "核对过了" in page.text
    assert "应急0001" in page.select_one("main").text and "还没有着落" in page.text
    assert DayCheck.objects.filter(organization_id=walk.at).count() == 1


def test_what_does_not_fit_is_said_and_kept(walk: Walk) -> None:
    printed(walk, slips=2)
    said = {"seal_there": "yes", "papers_agree": "no", "note": ""}
    page = walk.custodian.post("custodian-day-check", status=409, following="9", **said)
    assert "差在哪里" in page.content.decode() and "没有应急0009这一张" in page.content.decode()
    page = walk.custodian.post("custodian-day-check", status=422, following="九", **ANSWERS)
    assert "号要填数字" in page.content.decode()
    assert not DayCheck.objects.exists()


@pytest.mark.clause("H3.2.3a")
def test_what_did_not_agree_is_told_to_director_and_township_until_it_agrees(walk: Walk) -> None:
    said = {"seal_there": "yes", "papers_agree": "no", "note": "登记3件，存根只有2张"}
    above = officer(walk.world)
    assert not above.get("township-home").select("#differs")
    walk.custodian.post("custodian-day-check", **said)
    assert "核对了，对不上" in walk.custodian.get("custodian-day").select_one(".tools").text
    box = walk.director.get("director-list").select_one("#differs")
    assert box and "登记3件，存根只有2张" in box.text
    assert box.select_one("a")["href"] == f"{walk.director.url('custodian-day')}#differing"  # type: ignore[index]
    assert "登记3件，存根只有2张" in walk.director.get("custodian-day").text
    box = walk.custodian.get("custodian-list").select_one("#differs")
    assert box and "登记3件，存根只有2张" in box.text
    box = above.get("township-home").select_one("#differs")
    assert box and "李家湾村：下班核对对不上" in box.text and "登记3件，存根只有2张" in box.text
    there = above.get("oversight-days", LIJIAWAN).text
    assert "登记3件，存根只有2张" in there and "后来对上了" not in there
    assert Officer(walk.world, "hn.hs.officer", HUISHI).get("oversight-days", LIJIAWAN, status=404)
    walk.custodian.post("custodian-day-check", **ANSWERS)
    assert not above.get("township-home").select("#differs")
    assert not walk.director.get("director-list").select("#differs")
    assert not walk.custodian.get("custodian-list").select("#differs")
    assert "后来对上了" in above.get("oversight-days", LIJIAWAN).text


def test_a_number_typed_beside_a_difference_is_refused_and_kept(walk: Walk) -> None:
    said = {"seal_there": "yes", "papers_agree": "no", "note": "13812345678的那张没有"}
    page = walk.custodian.post("custodian-day-check", status=409, **said)
    assert "不写证件号码和电话" in page.content.decode() and "13812345678的那张没有" in page.content.decode()
    assert not DayCheck.objects.exists()


def test_others_read_it_and_a_neighbour_does_not(walk: Walk) -> None:
    assert not walk.director.get("custodian-day").select("form[action$='/check']")
    walk.director.post("custodian-day-check", status=403, **ANSWERS)
    walk.handler.get("custodian-day", status=403)
    assert "由今天保管印章的人核对" in walk.director.get("custodian-day").text


def test_the_page_asks_little(walk: Walk) -> None:
    walk.sealed().custodian.get("custodian-day")
    assert queries_of(walk.custodian, walk.custodian.url("custodian-day")) <= 22
