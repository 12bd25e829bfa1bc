"""改登记的内容: what a booking left out is filled in, its code stays, nothing is typed twice."""

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.web.walking import QUESTION, TYPED, Walk, huining, ordos
from tests.world import World
from zhengyin.certificates.models import Certificate

SAID = {"reason": "预约时没有写号码", "unit_name": QUESTION["unit_name"]}


@pytest.fixture(params=[huining, ordos])
def walk(desks: World, request: pytest.FixtureRequest) -> Walk:
    made: Walk = request.param(desks)
    return made.apply(f_subject_identity="")


def code_of(walk: Walk) -> str:
    return next(line.text for line in walk.handler.get("handler-case", walk.case).select(".same b"))


def test_from_the_case_to_the_case_entered_anew(walk: Walk) -> None:
    code = code_of(walk)
    assert "改登记的内容" in walk.handler.get("handler-case", walk.case).text
    page = walk.handler.get("handler-amending", walk.case)
    asked = {one["name"]: one.get("value", "") for one in page.select("main input") if one.get("name")}
    assert (asked["f_subject_name"], asked["f_residence"], asked["purpose"]) == (
        "马桂花", "三社12号", TYPED["purpose"],
    )  # fmt: skip
    assert "13800000117" not in str(page)  # a telephone left empty stays as it was
    new = uuid4()
    said = {**SAID, **TYPED, "copies": "3", "phone": "", "case_id": str(new)}
    for _ in range(2):  # clicked twice
        walk.handler.post("handler-amend", walk.case, **said)
    row = Certificate.objects.get(pk=new)
    assert (row.state, row.copies, walk.row.state) == ("applied", 3, "withdrawn")
    assert Certificate.objects.count() == 2
    assert "原来的查询码照用" in walk.handler.get("handler-case", new).text
    tracked = Client().post("/track/", {"code": code, "tail": "0117"}).content.decode()
    assert "等收下" in tracked
    walk.again(new).accept().start().check().verify().approve().seal()


@pytest.mark.parametrize("changed, status, words", [
    ({"reason": ""}, 422, "改什么，为什么改还没有填"), ({"f_residence": ""}, 422, "还没有填"),
    ({"f_subject_identity": ""}, 409, "没有要更正的"), ({"f_subject_identity": "123"}, 422, "18位"),
])  # fmt: skip
def test_what_does_not_fit_is_said_and_kept(
    walk: Walk, changed: dict[str, str], status: int, words: str
) -> None:
    said = {**SAID, **TYPED, "case_id": str(uuid4()), **changed}
    answer = walk.handler.post("handler-amend", walk.case, status=status, **said)
    page = BeautifulSoup(answer.content, "html.parser")
    assert words in page.text and page.select_one("#id_purpose")["value"] == TYPED["purpose"]
    assert walk.row.state == "applied" and Certificate.objects.count() == 1


def test_where_nothing_can_be_put_right_any_more(desks: World) -> None:
    walk = huining(desks).sealed()
    assert "改登记的内容" not in walk.handler.get("handler-case", walk.case).text
    answer = walk.handler.client.get(walk.handler.url("handler-amending", walk.case))
    assert answer.headers["Location"] == walk.handler.url("handler-case", walk.case)
    new = walk.correct()
    assert "改登记的内容" not in new.handler.get("handler-case", new.case).text
    new.handler.post("handler-amend", new.case, **SAID, **TYPED, case_id=str(uuid4()))
    assert (new.row.state, Certificate.objects.count()) == ("applied", 2)
