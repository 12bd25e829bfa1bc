"""One good case, one changed fact, one refusal; the near miss beside it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from zhengyin.catalogue.bases.kinds import BasisEvent
from zhengyin.catalogue.bases.policy import (
    Changed,
    Documented,
    Mistaken,
    Reviewed,
    refusals_to_add_basis,
    refusals_to_end_record,
    refusals_to_record_change,
    refusals_to_review,
)
from zhengyin.shared.refusal import Refusal

EARLY, DAY, LATE = date(2026, 1, 1), date(2026, 6, 1), date(2026, 12, 1)
ADD = Documented("示例办法", "示例〔2026〕1号", "会宁县民政局", EARLY, DAY, LATE)
CHANGE = Changed(BasisEvent.REPEALED, DAY, "新条例", effective_from=DAY)
END = Mistaken("文号看错了", ended=False)
REVIEW = Reviewed("新条例有同样的规定", "《新条例》第九条", listed=True)


def told(found: Iterable[Refusal]) -> list[tuple[str, str]]:
    return [(one.code, one.about) for one in found]


@pytest.mark.parametrize(
    "change, refusal",
    [
        ({}, []),
        ({"number": "", "issued_on": None, "effective_from": None, "valid_until": None}, []),
        ({"issued_on": DAY, "effective_from": DAY, "valid_until": DAY}, []),
        ({"title": " "}, [("basis_piece_missing", "标题")]),
        ({"issued_by": ""}, [("basis_piece_missing", "发文机关")]),
        ({"taken": True}, [("basis_in_table", "示例办法")]),
        ({"issued_on": LATE, "valid_until": None}, [("basis_days_backward", "")]),
        ({"effective_from": None, "issued_on": LATE, "valid_until": DAY}, [("basis_days_backward", "")]),
    ],
)
def test_a_document_is_added(change: dict[str, Any], refusal: list[tuple[str, str]]) -> None:
    assert told(refusals_to_add_basis(replace(ADD, **change))) == refusal


@pytest.mark.clause("H4.1c")
@pytest.mark.parametrize(
    "change, refusal",
    [
        ({}, []),
        ({"effective_from": None}, []),
        ({"event": None}, [("basis_event_missing", "")]),
        ({"takes_effect_on": None}, [("basis_change_day_missing", "")]),
        ({"takes_effect_on": EARLY}, [("basis_change_before_basis", "2026年6月1日")]),
        ({"by_title": " "}, [("basis_change_by_missing", "")]),
        ({"over": "2026年1月1日起已废止"}, [("basis_over_already", "2026年1月1日起已废止")]),
        ({"gone": True}, [("basis_record_ended", "")]),
    ],
)
def test_a_change_is_recorded(change: dict[str, Any], refusal: list[tuple[str, str]]) -> None:
    assert told(refusals_to_record_change(replace(CHANGE, **change))) == refusal


@pytest.mark.parametrize(
    "change, refusal",
    [
        ({}, []),
        ({"reason": ""}, [("basis_mistake_without_reason", "")]),
        ({"ended": True}, [("basis_record_ended", "")]),
        ({"own": False}, [("basis_not_own", "")]),
    ],
)
def test_a_mistaken_record_is_ended(change: dict[str, Any], refusal: list[tuple[str, str]]) -> None:
    assert told(refusals_to_end_record(replace(END, **change))) == refusal


@pytest.mark.clause("H4.1c")
@pytest.mark.parametrize(
    "change, refusal",
    [
        ({}, []),
        ({"listed": False}, [("basis_nothing_to_review", "")]),
        ({"reviewed": True}, [("basis_reviewed_already", "")]),
        ({"reason": " "}, [("basis_review_without_reason", "")]),
        ({"rests_on": ""}, [("basis_review_rests_on_nothing", "")]),
    ],
)
def test_an_entry_is_reviewed(change: dict[str, Any], refusal: list[tuple[str, str]]) -> None:
    assert told(refusals_to_review(replace(REVIEW, **change))) == refusal
