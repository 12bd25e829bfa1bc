"""复制提醒文字: who waits finds a text for who is waited for; it names nobody and works without a script."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.supervision.conftest import past, past_database
from tests.web.desk import LIJIAWAN, Officer
from tests.web.deskcast import director, officer
from tests.web.walking import huining
from tests.world import World
from zhengyin.people.offices import Office
from zhengyin.registers.queries import now
from zhengyin.reminders.queries import Matter, copy_texts
from zhengyin.reminders.queries.telling import DESK

__all__ = ["past", "past_database"]


def texts(page: BeautifulSoup) -> dict[str, str]:
    """By whom they are for; each beside a label and a button that only a script shows."""
    found = {}
    for one in page.select("details.remind"):
        area, button = one.textarea, one.select_one("button[data-copy]")
        assert area.has_attr("readonly") and one.select_one(f"label[for={area['id']}]")
        assert button.has_attr("hidden") and button["data-copy"] == area["id"] and button["type"] == "button"
        found[one.summary.text.removeprefix("复制提醒文字，发给")] = area.text.strip()
    return found


def test_the_desk_stands_where_the_texts_say() -> None:
    assert reverse("desk") == DESK


def test_the_handler_waits_for_the_director_then_for_the_custodian(desks: World) -> None:
    walk = huining(desks)
    assert texts(walk.handler.get("handler-todo")) == {}
    walk.verified()
    assert texts(walk.handler.get("handler-todo")) == {
        "主任（签批人）": "（示例）平头川镇李家湾村：有1件等您签批。请打开 http://127.0.0.1:8000/desk 办理。"
    }
    walk.director.agree("director-approve", walk.case, kin="no")
    assert texts(walk.handler.get("handler-todo")) == {
        "印章保管人": "（示例）平头川镇李家湾村：有1件已签批，等您盖章。"
        "请打开 http://127.0.0.1:8000/desk 办理。"
    }


def test_the_director_reminds_the_custodian_not_himself(desks: World) -> None:
    walk = huining(desks).verified()
    assert texts(walk.director.get("director-list")) == {}
    walk.director.agree("director-approve", walk.case, kin="no")
    assert list(texts(walk.director.get("director-list"))) == ["印章保管人"]


def test_who_keeps_the_seal_is_not_told_to_remind_himself(desks: World) -> None:
    walk = huining(desks).verified()
    walk.director.agree("director-approve", walk.case, kin="no")
    assert copy_texts([Matter.SEAL], LIJIAWAN, now(), own={Office.CUSTODIAN}) == ()
    assert len(copy_texts([Matter.SEAL], LIJIAWAN, now(), own={Office.DIRECTOR})) == 1


def test_the_director_reminds_the_supervision_committee(past: World) -> None:
    (said,) = texts(director(past).get("supervision-months")).items()
    assert said[0] == "村（居）务监督委员会" and "有2个月的登记等您核对、签名，最早的是" in said[1]
    member = Officer(past, "hn.ljw.supervisor", LIJIAWAN)
    assert texts(member.get("supervision-months")) == {}


def test_the_township_reminds_the_committee_that_lacks_something(past: World) -> None:
    page = officer(past).get("oversight-registers")
    assert texts(page) == {
        "李家湾村": "（示例）平头川镇李家湾村：有2个月的登记还没有核对、签名。"
        "请打开 http://127.0.0.1:8000/desk 办理。"
    }


@pytest.mark.parametrize(
    "name", ["马桂花", "房屋租赁", "62042219680512002X", "13800000117", "居（租）住证明"]
)
def test_no_text_names_anybody(desks: World, name: str) -> None:
    walk = huining(desks).verified()
    page = walk.handler.get("handler-todo")
    assert all(name not in said for said in texts(page).values())
