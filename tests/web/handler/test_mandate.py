"""委托书 at the counter: seen, photographed, recorded; then the case is taken in, and the proxy collects."""

import io
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

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


TICKED = {
    "identity_method": "document",
    "identity_note": "看了原件",
    "ties": ["resident"],
    "m0-became": "seen",
}


def ticked(page: BeautifulSoup) -> list[str]:
    return [str(one["value"]) for one in page.select("#accept input[checked]")]


def test_what_is_ticked_of_taking_in_stays_beside_the_mandate(walk: Walk) -> None:
    """One form: its button sends both, refused or recorded; near miss: nothing ticked leads back as usual."""
    first = walk.handler.get("handler-case", walk.case)
    button = first.select_one("#accept #mandate button[formaction]")
    assert button is not None and button["formaction"] == walk.handler.url("handler-mandate", walk.case)
    for said, status in (({"relation": ""}, 422), ({"until": "2020-01-01"}, 409), ({}, 200)):
        answer = walk.handler.post("handler-mandate", walk.case, status=status, **given(**said), **TICKED)
        page = BeautifulSoup(answer.content, "lxml")
        assert {"document", "resident", "seen"} <= set(ticked(page)), status
        assert page.select_one("#accept input[name=identity_note][value=看了原件]")
    assert Mandate.objects.count() == 1 and "申请人的侄子" in page.text


def test_a_mandate_that_was_begun_is_not_lost_when_the_case_is_to_be_taken_in(walk: Walk) -> None:
    said = {**given(), "identity_method": "document", "ties": ["resident"]}
    answer = walk.handler.post("handler-accept", walk.case, status=422, **said)
    page = BeautifulSoup(answer.content, "lxml")
    assert "写好的委托书还没有记：先按“记委托书”，或者把它清空" in page.text
    assert page.select_one("#mandate details[open] input[name=relation][value=侄子]")
    again = page.select_one("#mandate-photo-again")
    assert again is not None and "请重新选择文件" in again.text
    only = {**TICKED, "name": "李建国", "covers": ["apply"], "kept": "photo", "photo": photo()}
    answer = walk.handler.post("handler-accept", walk.case, status=422, **only)
    assert "写好的委托书还没有记" in answer.content.decode()


def test_a_mandate_nobody_began_holds_nothing_up(desks: World) -> None:
    """Near miss: what stands in its fields by itself."""
    walk = huining(desks).apply()
    alone = {"name": "", "covers": ["apply", "collect"], "kept": "photo", "given_on": ""}
    walk.handler.post("handler-accept", walk.case, **TICKED, **alone)
    assert walk.row.state == "accepted"


def test_a_mandate_that_was_begun_stays_beside_the_materials(walk: Walk) -> None:
    answer = walk.handler.post("handler-materials", walk.case, status=200, **given(), **{"m0-became": "seen"})
    page = BeautifulSoup(answer.content, "lxml")
    assert page.select_one("#mandate details[open] input[name=relation][value=侄子]")


@pytest.mark.parametrize("said, status", [({}, 200), ({"until": "2020-01-01"}, 409)])
def test_a_picture_chosen_beside_the_mandate_is_not_kept_yet(
    walk: Walk, said: dict[str, object], status: int
) -> None:
    sent = {**given(**said), **TICKED, "m0-shot": photo()}
    text = walk.handler.post("handler-mandate", walk.case, status=status, **sent).content.decode()
    assert "照片还没有存下，请再拍、再选一次" in text and "这个文件是空的" not in text
    empty = io.BytesIO(b"")
    empty.name = "empty.jpg"
    sent = {**given(**said), **TICKED, "m0-shot": empty}
    text = walk.handler.post("handler-mandate", walk.case, status=status, **sent).content.decode()
    assert "照片还没有存下" not in text, "near miss: nothing was in it"


def test_enter_means_to_take_in(walk: Walk) -> None:
    """Without a script Enter presses the first button of the form: that one goes where the form goes."""
    first = walk.handler.get("handler-case", walk.case).select("#accept button")[0]
    assert not first.has_attr("formaction") and first.get("type", "submit") == "submit"
    assert (first["tabindex"], first["aria-hidden"]) == ("-1", "true")


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
