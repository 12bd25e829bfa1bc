"""The rules as tables, and the whole workflow: what is not listed is refused."""

from datetime import date, timedelta
from itertools import product

import pytest

from tests.cells import answers, listed
from zhengyin.guidance.lines import KINDS
from zhengyin.guidance.policy import refusals_to_answer, refusals_to_ask, refusals_to_set_contact
from zhengyin.guidance.words import WORDS
from zhengyin.guidance.workflow import ENQUIRY, EnquiryAct, EnquiryState
from zhengyin.people.offices import IN_COMMITTEE, Office

TODAY, DAY = date(2026, 11, 20), timedelta(days=1)
ALLOWED = {
    **{(None, EnquiryAct.ASK, office): EnquiryState.ASKED for office in IN_COMMITTEE},
    (EnquiryState.ASKED, EnquiryAct.ANSWER, Office.DEPARTMENT): EnquiryState.ANSWERED,
    (EnquiryState.ASKED, EnquiryAct.ANSWER, Office.COUNTY_LEAD): EnquiryState.ANSWERED,
}


@pytest.mark.clause("H4.2c")
@pytest.mark.parametrize("state, act", list(product((None, *EnquiryState), EnquiryAct)))
def test_only_the_listed_cells_lead_on(state: EnquiryState | None, act: EnquiryAct) -> None:
    assert answers(ENQUIRY, state, act) == listed(ALLOWED, state, act)


def test_the_table_is_whole_and_everything_has_words() -> None:
    assert ENQUIRY.faults() == []
    assert {step.line for step in ENQUIRY.steps} < {kind.name for kind in KINDS}
    assert [code for code in (*EnquiryState, *EnquiryAct) if not WORDS.get(code)] == []


@pytest.mark.clause("H4.2c")
@pytest.mark.parametrize(
    "words, listed, codes",
    [
        ("表里的日期填哪天", True, []),
        ("表里的日期填哪天", False, ["enquiry_item_unknown"]),
        (" ", True, ["enquiry_words_missing"]),
        ("马桂花62042219680512002X能开吗", True, ["enquiry_names_somebody"]),
        ("打13800000117问过", True, ["enquiry_names_somebody"]),
        ("按示例〔2026〕20261120号文件", True, []),  # near miss: a number, nobody's
        ("打0943-3221956问过", True, []),  # an office line
    ],
)
def test_ask(words: str, listed: bool, codes: list[str]) -> None:
    assert [one.code for one in refusals_to_ask(words, listed=listed)] == codes


@pytest.mark.clause("H4.2c")
@pytest.mark.parametrize(
    "words, by, on, codes",
    [
        ("填申请那天", "王科长", TODAY, []),
        ("填申请那天", "王科长", TODAY - 2 * DAY, []),
        ("填申请那天", "王科长", TODAY - 3 * DAY, ["enquiry_answer_day_wrong"]),
        ("填申请那天", "王科长", TODAY + DAY, ["enquiry_answer_day_wrong"]),
        ("", "王科长", TODAY, ["enquiry_answer_missing"]),
        ("填申请那天", " ", TODAY, ["enquiry_answerer_missing"]),
        ("请他打13800000117", "王科长", TODAY, ["enquiry_names_somebody"]),
    ],
)
def test_answer(words: str, by: str, on: date, codes: list[str]) -> None:
    assert [one.code for one in refusals_to_answer(words, by, on, TODAY - 2 * DAY, TODAY)] == codes


@pytest.mark.clause("H4.2c")
@pytest.mark.parametrize(
    "department, telephone, listed, codes",
    [
        ("会宁县公安局", "0943-5904063", True, []),
        ("会宁县公安局", "010-12345678", True, []),
        ("会宁县公安局", "13800000117", True, ["contact_telephone_is_no_office_line"]),
        ("会宁县公安局", "", True, ["contact_telephone_is_no_office_line"]),
        (" ", "0943-5904063", True, ["contact_department_missing"]),
        ("会宁县公安局", "0943-5904063", False, ["enquiry_item_unknown"]),
    ],
)
def test_set_contact(department: str, telephone: str, listed: bool, codes: list[str]) -> None:
    assert [one.code for one in refusals_to_set_contact(department, telephone, listed=listed)] == codes


def test_only_the_lead_body_names_a_contact() -> None:
    named = ("会宁县公安局", "0943-5904063")
    assert [one.code for one in refusals_to_set_contact(*named, listed=True, leads=False)] == ["wrong_office"]
