"""The answer says of every no what is true of that no, and the same words stand in the list."""

import pytest

from tests.web.conftest import GACHA, LIJIAWAN, Visitor
from tests.web.public.test_pages import words
from zhengyin.catalogue.marks import MARKS, UNSETTLED, WITH_EXCEPTION
from zhengyin.catalogue.policy import Outcome
from zhengyin.web.place import Telephone
from zhengyin.web.public.sheet import stuck

NOT_HERE = f"/c/{LIJIAWAN}/answer?item=ISS-ZQ-01&tie=none&unit=bank"

SAID_BY_BOTH = {
    UNSETTLED.word, WITH_EXCEPTION.word, MARKS[Outcome.NO_NOT_ON_LIST].word, MARKS[Outcome.ASK_MORE].word,
    MARKS[Outcome.NO_PROHIBITED].word,
}  # fmt: skip


def test_a_demand_that_may_be_reasonable_is_not_called_unreasonable(visitor: Visitor) -> None:
    """Another village issues it: whoever demands it does nothing wrong."""
    page = visitor.get(NOT_HERE)
    said = words(page.select_one("main"))
    assert page.h1.get_text() == "这里不能开，要找另一个村（社区）。"
    assert "不合理" not in said and "请对方打" not in said and "不用开" not in said
    assert "先问清楚怎么办：村（社区） 0943-0000101" in said and "还是办不成，再问" in said


def test_a_demand_for_what_nobody_issues_may_be_complained_of(visitor: Visitor) -> None:
    said = words(visitor.get(f"/c/{LIJIAWAN}/answer?item=PROH-10"))
    assert "反映不合理要求" in said and "答复单上写着：不用开" in said


@pytest.mark.parametrize("nobody, told", [(True, "反映不合理要求"), (False, "问清楚怎么办")])
def test_the_sheet_ends_as_the_page_does(nobody: bool, told: str) -> None:
    village, lead = Telephone("村（社区）", "0943-0000101"), Telephone("会宁县民政局", "0943-3221956")
    said = stuck(lead, village, issued_by_nobody=nobody)
    assert told in said and ("不合理" in said) is nobody and lead.number in said


@pytest.mark.parametrize("code", [LIJIAWAN, GACHA])
@pytest.mark.parametrize("which", ["prohibited", "issuable"])
def test_the_list_and_the_answer_use_the_same_words(visitor: Visitor, code: str, which: str) -> None:
    for line in visitor.get(f"/c/{code}/{which}").select(".index li"):
        mark = line.select_one(".state").get_text(strip=True)
        page = visitor.get(str(line.a["href"]))
        assert page.title.get_text(strip=True).startswith(f"{line.a.get_text()}：{mark}"), line
        if mark in SAID_BY_BOTH:
            assert mark in page.h1.get_text()
