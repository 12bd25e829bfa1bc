"""自由文字 at the counter: what no list has a form for, in 会宁; in 鄂尔多斯 there is nothing to type."""

from urllib.parse import urlencode

import pytest

from tests.web.walking import Walk, huining, ordos
from tests.world import World
from zhengyin.certificates.models import Certificate

ASKED = {"for": "门牌情况", "unit": "bank", "unit_name": "中国农业银行会宁县支行", "tie": "registered",
         "duty": "yes", "can": "yes", "public": "no"}  # fmt: skip
TYPED = {"f_title": "门牌情况证明", "f_subject_name": "马桂花", "f_subject_identity": "",
         "f_words_1": "马桂花家门口的门牌是三社12号。", "f_words_2": "", "f_words_3": "",
         "purpose": "办理贷款", "copies": "1", "phone": "", "applicant": "self"}  # fmt: skip


@pytest.mark.clause("H3.1b", "H3.1c")
def test_typed_at_the_counter_and_approved_by_two(desks: World) -> None:
    walk = huining(desks)
    page = walk.handler.get("handler-new", query=f"?{urlencode(ASKED)}")
    assert "要主任和复核签批人两个人签批" in page.text and "一共不超过200个字" in page.text
    assert page.select_one("textarea[name=f_words_1]") and page.select_one("input[name=f_title]")
    walk.handler.post("handler-register", **ASKED, **TYPED, case_id=str(walk.case))
    case = walk.handler.get("handler-case", walk.case)
    assert "门牌情况证明" in case.text and "马桂花家门口的门牌是三社12号。" in case.text
    assert walk.row.needs_second


@pytest.mark.parametrize("changed, words", [
    ({"f_words_1": "字" * 150, "f_words_2": "字" * 51}, "一共最多200个字，现在201个"),
    ({"f_words_1": ""}, "第一件事还没有填"), ({"f_words_1": "门牌😀"}, "印不出来"),
    ({"f_title": ""}, "纸上的标题还没有填"), ({"f_words_1": "=1+1"}, ""),
])  # fmt: skip
def test_what_does_not_fit_is_said_at_the_field(desks: World, changed: dict[str, str], words: str) -> None:
    walk = huining(desks)
    said = {**ASKED, **TYPED, **changed, "case_id": str(walk.case)}
    answer = walk.handler.post("handler-register", status=422 if words else 302, **said)
    assert words in answer.content.decode()
    assert Certificate.objects.exists() is not bool(words)


@pytest.mark.clause("O3.1a")
def test_nothing_to_type_in_ordos(desks: World) -> None:
    walk: Walk = ordos(desks)
    page = walk.handler.get("handler-new", query=f"?{urlencode(ASKED)}")
    assert "f_words_1" not in str(page) and "登记并出告知单" in page.text
    walk.handler.post("handler-register", status=422, **ASKED, **TYPED, case_id=str(walk.case))
    assert not Certificate.objects.exists()
