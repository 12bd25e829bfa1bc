"""The rules as tables: one good case, one changed fact, one refusal, the near miss beside it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from zhengyin.cleanup.facts import Closing, Found, Opening, Tasked
from zhengyin.cleanup.kinds import Verdict, Way
from zhengyin.cleanup.policy.plan import (
    refusals_to_add,
    refusals_to_drop,
    refusals_to_finish,
    refusals_to_make,
    refusals_to_note,
)
from zhengyin.cleanup.policy.review import (
    refusals_to_answer,
    refusals_to_assign,
    refusals_to_return,
    refusals_to_settle,
)
from zhengyin.cleanup.policy.round import refusals_to_cancel, refusals_to_close, refusals_to_open
from zhengyin.shared.refusal import Refusal

TODAY, DAY = date(2026, 12, 30), timedelta(days=1)
DUE, ENDS = date(2026, 12, 31), date(2027, 1, 1)
OPENING = Opening("2026年清理", DUE, ENDS, TODAY, under_way="", entries=3)
FOUND = Found(
    verdict=Verdict.KEPT, basis="示例办法第八条", reason="", instead="", answered_by="张主任",
    answered_on=TODAY, way=Way.LINK, scanned=False, opened_on=TODAY, due_on=DUE, today=TODAY,
)  # fmt: skip
NONE = replace(FOUND, verdict=Verdict.NO_BASIS, basis="", instead="到派出所查")
ENDED = replace(NONE, verdict=Verdict.ENDED, reason="能查了")
CHANGED = replace(FOUND, verdict=Verdict.CHANGED, reason="条件要改")
CLOSING = Closing(awaited=0, ending=2, ends_on=ENDS, decided_from=ENDS)


def codes(refusals: Iterable[Refusal]) -> list[str]:
    return [refusal.code for refusal in refusals]


@pytest.mark.clause("H2.1b")
@pytest.mark.parametrize(
    "change, refusals",
    [
        ({}, []),
        ({"title": "　"}, ["round_title_missing"]),
        ({"due_on": TODAY}, ["round_due_too_soon"]),
        ({"ends_on": DUE}, ["round_ends_before_due"]),
        ({"ends_on": DUE + DAY}, []),
        ({"under_way": "去年的"}, ["round_under_way"]),
        ({"entries": 0}, ["nothing_to_review"]),
        ({"entries": 1}, []),
        ({"title": "", "under_way": "去年的"}, ["round_title_missing", "round_under_way"]),
    ],
)
def test_open(change: dict[str, Any], refusals: list[str]) -> None:
    assert codes(refusals_to_open(replace(OPENING, **change))) == refusals


@pytest.mark.clause("H2.1b", "O1a", "O3.2a")
@pytest.mark.parametrize(
    "good, change, refusals",
    [
        (FOUND, {}, []),
        (FOUND, {"verdict": None}, ["verdict_missing"]),
        (FOUND, {"basis": " "}, ["review_basis_missing"]),
        (CHANGED, {}, []),
        (CHANGED, {"basis": ""}, ["review_basis_missing"]),
        (CHANGED, {"reason": " "}, ["review_reason_missing"]),
        (NONE, {}, []),
        (NONE, {"basis": "示例办法"}, ["basis_of_what_has_none"]),
        (NONE, {"instead": ""}, ["review_way_missing"]),
        (ENDED, {}, []),
        (ENDED, {"basis": "示例办法"}, []),
        (ENDED, {"reason": ""}, ["review_reason_missing"]),
        (ENDED, {"instead": " "}, ["review_way_missing"]),
        (FOUND, {"answered_by": " "}, ["review_person_missing"]),
        (FOUND, {"way": Way.PAPER}, ["review_not_scanned"]),
        (FOUND, {"way": Way.PAPER, "scanned": True}, []),
        (FOUND, {"answered_on": None}, ["review_day_missing"]),
        (FOUND, {"answered_on": TODAY - DAY}, ["review_day_wrong"]),
        (FOUND, {"answered_on": TODAY + DAY}, ["review_day_wrong"]),
        (FOUND, {"round_open": False}, ["round_over"]),
        (FOUND, {"today": ENDS, "answered_on": ENDS}, []),  # late is better than never
    ],
)
def test_answer(good: Found, change: dict[str, Any], refusals: list[str]) -> None:
    assert codes(refusals_to_answer(replace(good, **change))) == refusals


@pytest.mark.clause("H2.1b")
@pytest.mark.parametrize(
    "today, refusals", [(TODAY, ["review_still_awaited"]), (DUE, ["review_still_awaited"]), (ENDS, [])]
)
def test_settle(today: date, refusals: list[str]) -> None:
    found = replace(NONE, way=Way.LEAD, today=today, answered_on=today)
    assert codes(refusals_to_settle(found)) == refusals
    assert codes(refusals_to_settle(replace(found, instead=""))) == [*refusals, "review_way_missing"]


def test_assign() -> None:
    assert codes(refusals_to_assign("县公安局", 1, round_open=True)) == []
    assert codes(refusals_to_assign(" ", 1, round_open=True)) == ["review_unit_missing"]
    assert codes(refusals_to_assign("县公安局", 0, round_open=True)) == ["reviews_not_chosen"]
    assert codes(refusals_to_assign("县公安局", 1, round_open=False)) == ["round_over"]


def test_send_back() -> None:
    assert codes(refusals_to_return("文件废止了", round_open=True)) == []
    assert codes(refusals_to_return(" ", round_open=True)) == ["return_reason_missing"]
    assert codes(refusals_to_return("文件废止了", round_open=False)) == ["round_over"]


@pytest.mark.clause("H2.1b", "O1a")
@pytest.mark.parametrize(
    "change, refusals",
    [
        ({}, []),
        ({"awaited": 1}, ["reviews_awaited"]),
        ({"decided_from": None}, ["closing_document_missing"]),
        ({"decided_from": ENDS + DAY}, ["closing_another_day"]),
        ({"decided_from": ENDS - DAY}, ["closing_another_day"]),
        ({"ending": 0}, ["closing_without_ending"]),
        ({"ending": 0, "decided_from": None}, []),
    ],
)
def test_close(change: dict[str, Any], refusals: list[str]) -> None:
    assert codes(refusals_to_close(replace(CLOSING, **change))) == refusals


def test_cancel() -> None:
    assert codes(refusals_to_cancel("重来")) == []
    assert codes(refusals_to_cancel(" ")) == ["cancelling_reason_missing"]


@pytest.mark.clause("O3.1b")
@pytest.mark.parametrize(
    "change, refusals",
    [
        ({}, []),
        ({"what": " "}, ["task_words_missing"]),
        ({"owner": ""}, ["task_owner_missing"]),
        ({"due_on": TODAY - DAY}, ["task_due_before_plan"]),
        ({"due_on": TODAY}, []),
    ],
)
def test_add_task(change: dict[str, Any], refusals: list[str]) -> None:
    assert codes(refusals_to_add(replace(Tasked("梳理", "县教育局", DUE, TODAY), **change))) == refusals


@pytest.mark.parametrize(
    "done_on, refusals",
    [
        (TODAY, []),
        (DUE, []),
        (TODAY - DAY, ["task_done_day_wrong"]),
        (DUE + DAY, ["task_done_day_wrong"]),
    ],
)
def test_finish_task(done_on: date, refusals: list[str]) -> None:
    assert codes(refusals_to_finish(done_on, begins_on=TODAY, today=DUE)) == refusals


def test_words_of_a_plan() -> None:
    assert codes(refusals_to_make("三年方案")) == [] and codes(refusals_to_make(" ")) == [
        "plan_title_missing"
    ]
    assert codes(refusals_to_note("一半")) == [] and codes(refusals_to_note(" ")) == ["task_note_missing"]
    assert codes(refusals_to_drop("并了")) == [] and codes(refusals_to_drop(" ")) == ["task_reason_missing"]
