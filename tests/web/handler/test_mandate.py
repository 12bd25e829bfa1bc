"""委托书 at the counter: seen, photographed, recorded; then the case is taken in, and the proxy collects."""

import io
from datetime import timedelta

import pytest

from tests.certificates.attempts import last_line
from tests.web.walking import Walk, huining, ordos, photo
from tests.world import World
from zhengyin.certificates.models import Mandate
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of, in_words

MANDATE = {"name": "李建国", "identity": "620422199505120005", "relation": "侄子",
           "covers": ["apply", "collect"], "kept": "photo"}  # fmt: skip


@pytest.fixture(params=[huining, ordos])
def walk(desks: World, request: pytest.FixtureRequest) -> Walk:
    made: Walk = request.param(desks)
    return made.apply(proxy_name="李建国")


def given(**changed: object) -> dict[str, object]:
    today = day_of(now())
    days = {"given_on": today.isoformat(), "until": (today + timedelta(days=30)).isoformat()}
    return {**MANDATE, **days, "photo": photo(), **changed}


@pytest.mark.clause("H3.2.3d")
def test_from_the_mandate_to_the_hand_over(walk: Walk) -> None:
    page = walk.handler.get("handler-case", walk.case)
    assert "代办人李建国还没有委托书" in page.text
    answer = walk.handler.post(
        "handler-accept", walk.case, status=409, identity_method="document", ties=["resident"]
    )
    assert "“李建国”还没有委托书" in answer.content.decode()
    walk.handler.post("handler-mandate", walk.case, **given())
    page = walk.handler.get("handler-case", walk.case)
    assert "申请人的侄子" in page.text and "6204**********0005" in page.text
    assert "620422199505120005" not in str(page)
    walk.accept().start().check().verify()
    assert "办申请、领取" in walk.director.get("director-case", walk.case).text
    walk.approve().seal()
    walk.handler.post("handler-deliver", walk.case, how="by_proxy", recipient="李建国", photo=photo())
    assert walk.row.state == "delivered"


@pytest.mark.parametrize("changed, words, status", [
    ({"identity": ""}, "代办人公民身份号码还没有填", 422),
    ({"identity": "62042219950512000X"}, "前后对不上", 422),
    ({"relation": ""}, "是申请人的什么人还没有填", 422), ({"until": "x"}, "日期写成", 422),
    ({"until": "2020-01-01"}, "委托书已经过期", 409), ({"photo": ""}, "请拍下委托书", 409),
    ({"covers": []}, "请选委托书上写了办什么", 409), ({"name": "李"}, "姓名要2到30个字", 422),
])  # fmt: skip
def test_what_does_not_fit_is_said_and_kept(
    walk: Walk, changed: dict[str, object], words: str, status: int
) -> None:
    answer = walk.handler.post("handler-mandate", walk.case, status=status, **given(**changed))
    page = answer.content.decode()
    assert words in page and ("侄子" in page or "relation" in changed)
    assert not Mandate.objects.exists()


def test_what_is_no_picture_is_not_kept(walk: Walk) -> None:
    fake = io.BytesIO(b"MZ not a picture")
    fake.name = "paper.jpg"
    walk.handler.post("handler-mandate", walk.case, status=422, **given(photo=fake))
    assert not Mandate.objects.exists()


def test_the_day_of_a_recorded_mandate_is_not_asked_for_again(walk: Walk) -> None:
    walk.handler.post("handler-mandate", walk.case, **given())
    assert "委托书上面已经记过" in walk.handler.get("handler-case", walk.case).text
    walk.handler.post("handler-accept", walk.case, identity_method="mandate", ties=["resident"])
    assert last_line(walk.case).personal["identity_note"] == in_words(day_of(now()))


def test_whoever_holds_the_mandate_stands_there_as_who_takes_it(desks: World) -> None:
    walk = huining(desks).apply()
    walk.handler.post("handler-mandate", walk.case, **given(covers=["collect"]))
    walk.accept().start().check().verify().approve().seal()
    page = walk.handler.get("handler-case", walk.case)
    taker = page.select_one("#deliver input[name=recipient]")
    assert taker is not None and taker["value"] == "李建国"
    assert (taker["data-in_person"], taker["data-by_proxy"]) == ("马桂花", "李建国")
    assert page.select_one("#deliver input[name=how][value=by_proxy][checked]") is not None
