"""The rules of inspections and violations: one changed fact, one refusal; the near miss beside it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from zhengyin.supervision.policy import inspection as rules
from zhengyin.supervision.policy import violation as wrongs
from zhengyin.supervision.policy.inspection import EndFacts, FoundFacts, Plan, PlanFacts
from zhengyin.supervision.policy.violation import HandleFacts, MeasureGiven, RecordWrongFacts, WrongGiven
from zhengyin.supervision.policy.words import LONGEST
from zhengyin.supervision.topics import Topic
from zhengyin.supervision.wrongs import Measure, Source, Wrong

TODAY = date(2026, 11, 21)
DAY = timedelta(days=1)
LONG = "长" * (LONGEST + 1)
PLAN = Plan("季度检查", frozenset({UUID(int=1)}), frozenset({Topic.SEAL}), TODAY, TODAY, ("甲", "乙"))
FOUND = FoundFacts(True, Topic.SEAL, frozenset({Topic.SEAL}), "没有存根", "补齐", TODAY)
GIVEN = WrongGiven(UUID(int=1), Wrong.BLANK, Source.AUDIT, TODAY, "保管人", "赵某", "盖了空白纸")
MEASURE = MeasureGiven(Measure.CRITICISM, TODAY, "谈了话")
HANDLE = HandleFacts(MEASURE, Measure.REMINDER, TODAY)


def codes(found: Any) -> list[str]:
    return [refusal.code for refusal in found]


@pytest.mark.clause("H4.2b")
@pytest.mark.parametrize("change, refusal", [
    ({}, []),
    ({"title": " "}, ["inspection_without_title"]),
    ({"title": "查13800000117反映的事"}, ["inspection_title_tells_a_person"]),
    ({"title": "2026年第四季度检查（2）"}, []),
    ({"committees": frozenset()}, ["inspection_without_committees"]),
    ({"topics": frozenset()}, ["inspection_without_topics"]),
    ({"inspectors": ("甲", " 甲 ")}, ["inspection_needs_two_inspectors"]),
    ({"inspectors": ("", "乙")}, ["inspection_needs_two_inspectors"]),
    ({"inspectors": ("甲", "")}, ["inspection_needs_two_inspectors"]),
    ({"planned_from": TODAY + DAY}, ["inspection_days_reversed"]),
    ({"planned_from": TODAY - DAY}, []),
    ({"planned_from": TODAY - DAY, "planned_last": TODAY - DAY}, ["inspection_day_passed"]),
])  # fmt: skip
def test_a_plan(change: dict[str, Any], refusal: list[str]) -> None:
    facts = PlanFacts(replace(PLAN, **change), (), ())
    assert codes(rules.refusals_to_plan(facts, TODAY)) == refusal


def test_a_plan_names_what_is_elsewhere_and_what_is_known() -> None:
    found = list(rules.refusals_to_plan(PlanFacts(PLAN, ("王家村",), ("李家村",), ("😀",)), TODAY))
    assert [(one.code, one.about) for one in found] == [
        ("inspection_committee_elsewhere", "王家村"), ("inspection_planned_already", "李家村"),
        ("inspection_words_unprintable", "😀"),
    ]  # fmt: skip


@pytest.mark.clause("H4.2b")
@pytest.mark.parametrize("change, refusal", [
    ({}, []),
    ({"planned": False}, ["inspection_notified_already"]),
    ({"topic": Topic.PLACE}, ["finding_topic_not_planned"]),
    ({"topic": Topic.OTHER}, []),
    ({"found": " "}, ["finding_words_missing"]),
    ({"found": LONG}, ["supervision_words_too_long"]),
    ({"found": LONG[1:]}, []),
    ({"to_do": ""}, ["finding_to_do_missing"]),
    ({"due_on": TODAY - DAY}, ["finding_due_passed"]),
    ({"unprintable": ("😀",)}, ["inspection_words_unprintable"]),
])  # fmt: skip
def test_a_finding(change: dict[str, Any], refusal: list[str]) -> None:
    assert codes(rules.refusals_to_record_finding(replace(FOUND, **change), TODAY)) == refusal


@pytest.mark.parametrize("facts, notify, clean", [
    (EndFacts(1, TODAY, TODAY), [], ["inspection_has_findings"]),
    (EndFacts(0, TODAY, TODAY), ["inspection_without_findings"], []),
    (EndFacts(1, TODAY, TODAY + DAY), ["inspected_on_in_future"],
     ["inspection_has_findings", "inspected_on_in_future"]),
    (EndFacts(1, TODAY, TODAY - DAY), ["inspected_before_plan"],
     ["inspection_has_findings", "inspected_before_plan"]),
])  # fmt: skip
def test_how_an_inspection_goes_on(facts: EndFacts, notify: list[str], clean: list[str]) -> None:
    assert codes(rules.refusals_to_notify(facts, TODAY)) == notify
    assert codes(rules.refusals_to_record_clean(facts, TODAY)) == clean


def test_what_was_found_is_not_cancelled_away() -> None:
    assert codes(rules.refusals_to_cancel(0, "下雪")) == []
    assert codes(rules.refusals_to_cancel(1, "下雪")) == ["inspection_has_findings"]
    assert codes(rules.refusals_to_cancel(0, " ")) == ["reason_of_cancel_missing"]


@pytest.mark.parametrize("answer, photos, notified, refusal", [
    ("改了", 6, True, []), ("改了", 7, True, ["finding_too_many_photos"]),
    (" ", 0, True, ["finding_answer_missing"]),
    ("改了", 0, False, ["rectification_not_notified"]), (LONG, 0, True, ["supervision_words_too_long"]),
])  # fmt: skip
def test_an_answer(answer: str, photos: int, notified: bool, refusal: list[str]) -> None:
    assert codes(rules.refusals_to_answer(answer, photos, notified=notified)) == refusal


@pytest.mark.parametrize("remark, answered, notified, refusal", [
    ("", True, True, []), ("", False, True, ["finding_settle_remark_missing"]), ("当场改了", False, True, []),
    ("", True, False, ["rectification_not_notified"]), (LONG, True, True, ["supervision_words_too_long"]),
])  # fmt: skip
def test_a_settlement(remark: str, answered: bool, notified: bool, refusal: list[str]) -> None:
    assert codes(rules.refusals_to_settle(remark, answered=answered, notified=notified)) == refusal


def test_giving_back_feeding_back_and_its_answer() -> None:
    assert codes(rules.refusals_to_return("还缺")) == []
    assert codes(rules.refusals_to_return("")) == ["finding_return_reason_missing"]
    assert codes(rules.refusals_to_feed_back("没有样表", sent=False, notified=True)) == []
    assert codes(rules.refusals_to_feed_back("没有样表", sent=True, notified=True)) == [
        "feedback_sent_already"
    ]
    assert codes(rules.refusals_to_feed_back("有", sent=False, notified=False)) == [
        "rectification_not_notified"
    ]
    assert codes(rules.refusals_to_feed_back("", sent=False, notified=True)) == ["feedback_words_missing"]
    assert codes(rules.refusals_to_answer_feedback("下月发")) == []
    assert codes(rules.refusals_to_answer_feedback(" ")) == ["feedback_answer_missing"]


@pytest.mark.clause("O2.3d")
@pytest.mark.parametrize("change, given, refusal", [
    ({}, {}, []),
    ({"inside": False}, {}, ["violation_elsewhere"]),
    ({"known": True}, {}, ["violation_recorded_already"]),
    ({}, {"offices": " "}, ["violation_offices_missing"]),
    ({}, {"persons": ""}, ["violation_persons_missing"]),
    ({}, {"facts": ""}, ["violation_facts_missing"]),
    ({}, {"facts": LONG}, ["supervision_words_too_long"]),
    ({}, {"happened_on": TODAY + DAY}, ["violation_in_future"]),
])  # fmt: skip
def test_a_violation(change: dict[str, Any], given: dict[str, Any], refusal: list[str]) -> None:
    facts = replace(RecordWrongFacts(replace(GIVEN, **given), True, False), **change)
    assert codes(wrongs.refusals_to_record_wrong(facts, TODAY)) == refusal


@pytest.mark.clause("O2.3d")
@pytest.mark.parametrize("change, refusal", [
    ({}, []),
    ({"measure": Measure.REMINDER}, ["violation_measure_not_heavier"]),
    ({"measure": Measure.ORDER}, []),
    ({"measure": Measure.TRANSFER}, ["violation_transfer_incomplete"]),
    ({"measure": Measure.TRANSFER, "body": "纪委", "document": "1号"}, []),
    ({"measure": Measure.TRANSFER, "document": "1号"}, ["violation_transfer_incomplete"]),
    ({"done_on": TODAY + DAY}, ["violation_day_wrong"]),
    ({"done_on": TODAY - DAY}, ["violation_day_wrong"]),
    ({"words": ""}, ["violation_measure_words_missing"]),
])  # fmt: skip
def test_a_measure(change: dict[str, Any], refusal: list[str]) -> None:
    facts = replace(HANDLE, given=replace(MEASURE, **change))
    assert codes(wrongs.refusals_to_handle(facts, TODAY)) == refusal


def test_the_first_measure_may_be_any() -> None:
    facts = replace(HANDLE, heaviest=None, given=replace(MEASURE, measure=Measure.REMINDER))
    assert codes(wrongs.refusals_to_handle(facts, TODAY)) == []


def test_hearing_and_ends_need_their_words() -> None:
    assert codes(wrongs.refusals_to_hear("没有说明")) == codes(wrongs.refusals_to_close_wrong("好")) == []
    assert codes(wrongs.refusals_to_dismiss("不是")) == []
    assert codes(wrongs.refusals_to_hear("")) == ["violation_hearing_missing"]
    assert codes(wrongs.refusals_to_close_wrong("")) == ["violation_result_missing"]
    assert codes(wrongs.refusals_to_dismiss("")) == ["violation_dismissal_missing"]
