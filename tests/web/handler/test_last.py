"""上一件: unit, tie and purpose in one tap, and nothing of the person before."""

from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest

from tests.web.desk import Officer
from tests.web.walking import ITEM, QUESTION, Walk, huining, ordos
from tests.world import World

OFFER = "跟上一件一样"


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks)


def offer(who: Officer, query: str = f"?item={ITEM}") -> str:
    link = who.get("handler-new", query=query).select_one("#question a.btn-plain")
    return str(link["href"]) if link else ""


def test_the_next_one_takes_unit_tie_and_purpose_in_one_tap(walk: Walk) -> None:
    assert offer(walk.handler) == ""
    walk.apply()
    page = walk.handler.get("handler-new", query=f"?item={ITEM}")
    link = page.select_one("#question a[autofocus]")
    assert link.text == f"{OFFER}：会宁县安居房屋租赁公司，常住本村（社区）"
    page = walk.handler.get("handler-new", query="?" + urlsplit(str(link["href"])).query)
    form = page.select_one("form[action$='/cases']")
    assert form.select_one("[name=purpose]")["value"] == "办理租房合同"
    assert form.select_one("[autofocus]")["name"] == "f_subject_name"
    assert form.select_one("[name=unit_name]")["value"] == QUESTION["unit_name"]
    for name in ("f_subject_name", "f_subject_identity", "f_residence", "phone"):
        assert form.select_one(f"[name={name}]").get("value", "") == ""


def test_it_is_carried_through_another_question_and_asks_no_more_once_said(walk: Walk) -> None:
    walk.apply()
    query = urlsplit(offer(walk.handler)).query
    page = walk.handler.get("handler-new", query=f"?{query}")
    assert page.select_one("#question input[name=last]")["value"] == "1"
    assert OFFER not in page.text


@pytest.mark.parametrize("purpose", ["给马桂花办租房", "租三社12号的房", "合同2026号"])
def test_a_purpose_that_names_somebody_is_not_offered(walk: Walk, purpose: str) -> None:
    walk.apply(purpose=purpose)
    page = walk.handler.get("handler-new", query="?" + urlsplit(offer(walk.handler)).query)
    assert page.select_one("form[action$='/cases'] [name=purpose]").get("value", "") == ""


@pytest.mark.parametrize("unit", ["王小二", "房东马桂花女士"])
def test_a_unit_that_may_be_a_person_is_not_offered(walk: Walk, unit: str) -> None:
    walk.apply(unit_name=unit)
    assert offer(walk.handler) == ""


def test_it_is_this_persons_here_and_of_this_log_in(walk: Walk, desks: World) -> None:
    walk.apply()
    assert "unit" in parse_qs(urlsplit(offer(walk.handler)).query)
    assert offer(huining(desks).handler) == ""  # the same person, another session
    assert offer(ordos(desks).handler) == ""


def test_without_the_tap_nothing_is_filled_in(walk: Walk) -> None:
    walk.apply()
    said = "&".join(f"{name}={value}" for name, value in QUESTION.items())
    page = walk.handler.get("handler-new", query=f"?{said}")
    assert page.select_one("form[action$='/cases'] [name=purpose]").get("value", "") == ""
    Walk(walk.world, walk.at, walk.prefix, uuid4()).apply()
