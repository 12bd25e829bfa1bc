"""The rules as tables: one good case, one changed fact, one refusal, the near miss beside it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from zhengyin.admission.kinds import Way
from zhengyin.consultation import deadline
from zhengyin.consultation.clauses import Clause
from zhengyin.consultation.facts import Answering, Drafted, Row, Said, Sending
from zhengyin.consultation.kinds import Part, Stance
from zhengyin.consultation.policy.answering import is_late, refusals_to_answer
from zhengyin.consultation.policy.closing import (
    refusals_to_close,
    refusals_to_publish,
    refusals_to_take_up,
    refusals_to_weigh,
)
from zhengyin.consultation.policy.sending import (
    refusals_to_cancel,
    refusals_to_draft,
    refusals_to_enclose,
    refusals_to_send,
)
from zhengyin.shared.days import SHANGHAI
from zhengyin.shared.refusal import Refusal

DAY, SECOND = date(2026, 11, 26), timedelta(seconds=1)
NOON = datetime(2026, 11, 26, 12, tzinfo=SHANGHAI)
MIDNIGHT = datetime(2026, 11, 27, tzinfo=SHANGHAI)
FOUR, AT_FOUR = time(16), datetime(2026, 11, 26, 16, tzinfo=SHANGHAI)
CLAUSE = Clause("一、", "目标", "话")
DRAFTED = Drafted("意见（征求意见稿）", "乌兰", "0477-0000327", (CLAUSE,))
SENDING = Sending(NOON, DAY, FOUR, ("甲局", "乙局"))


def codes(refusals: Iterable[Refusal]) -> list[str]:
    return [refusal.code for refusal in refusals]


@pytest.mark.clause("O0a")
@pytest.mark.parametrize(
    "change, refusals",
    [
        ({}, []),
        ({"title": " "}, ["consultation_title_missing"]),
        ({"contact": ""}, ["consultation_contact_missing"]),
        ({"telephone": " "}, ["consultation_contact_missing"]),
        ({"clauses": ()}, ["draft_text_missing"]),
        ({"clauses": (CLAUSE,) * 100}, []),
        ({"clauses": (CLAUSE,) * 101}, ["too_many_clauses"]),
        ({"clauses": (replace(CLAUSE, words="字" * 1498),)}, []),
        ({"clauses": (replace(CLAUSE, words="字" * 1499),)}, ["clause_too_long"]),
    ],
)
def test_draft(change: dict[str, Any], refusals: list[str]) -> None:
    assert codes(refusals_to_draft(replace(DRAFTED, **change))) == refusals


@pytest.mark.parametrize(
    "title, scanned, there, refusals",
    [
        ("清单", True, (), []),
        (" ", True, (), ["enclosure_missing"]),
        ("清单", False, (), ["enclosure_missing"]),
        (" 清单 ", True, ("清单",), ["enclosure_named_twice"]),
        ("清单", True, tuple("123456789"), []),
        ("清单", True, tuple("1234567890"), ["too_many_enclosures"]),
    ],
)
def test_enclose(title: str, scanned: bool, there: tuple[str, ...], refusals: list[str]) -> None:
    assert codes(refusals_to_enclose(title, scanned, there)) == refusals


@pytest.mark.clause("O0a")
@pytest.mark.parametrize(
    "change, refusals",
    [
        ({}, []),
        ({"at": AT_FOUR - SECOND}, []),
        ({"at": AT_FOUR}, ["answer_time_past"]),
        ({"due_time": None, "at": MIDNIGHT - SECOND}, []),
        ({"due_time": None, "at": MIDNIGHT}, ["answer_time_past"]),
        ({"names": ()}, ["nobody_asked"]),
        ({"names": ("甲局", "乙局", "甲局")}, ["unit_asked_twice"]),
        ({"names": tuple(map(str, range(100)))}, []),
        ({"names": tuple(map(str, range(101)))}, ["too_many_units"]),
    ],
)
def test_send(change: dict[str, Any], refusals: list[str]) -> None:
    assert codes(refusals_to_send(replace(SENDING, **change))) == refusals


@pytest.mark.parametrize("reason, refusals", [("不办了", []), (" ", ["cancelling_reason_missing"])])
def test_cancel(reason: str, refusals: list[str]) -> None:
    assert codes(refusals_to_cancel(reason)) == refusals


NONE = Said(answered_by="张主任", answered_on=DAY, stance=Stance.NONE)
OPINION = replace(NONE, stance=Stance.GIVEN, opinions=((1, "写明由谁"),))
ITEMS = replace(NONE, stance=None, listing=Stance.GIVEN, items=(Row("甲说明"), Row("乙说明")))
LIAISON = replace(NONE, stance=None, liaison=("李联络", "0477-0000555"))
ANSWERING = Answering(NONE, Way.LINK, NOON, DAY, DAY - timedelta(days=6), DAY, FOUR, clauses=2)
PAPER = replace(ANSWERING, way=Way.PAPER, said=replace(NONE, scanned=True))


def said(one: Said, **change: Any) -> Answering:
    return replace(ANSWERING, said=replace(one, **change))


@pytest.mark.clause("O0a")
@pytest.mark.parametrize(
    "facts, refusals",
    [
        (said(NONE), []),
        (said(OPINION), []),
        (said(ITEMS), []),
        (said(LIAISON), []),
        (said(ITEMS, listing=Stance.NONE, items=()), []),
        (said(OPINION, listing=Stance.NONE, liaison=("李联络", "0477")), []),
        (said(NONE, stance=None), ["nothing_returned"]),
        (said(NONE, answered_by=" "), ["unit_answerer_missing"]),
        (said(OPINION, opinions=()), ["clause_opinions_missing"]),
        (said(OPINION, opinions=((1, " "),)), ["clause_opinions_missing"]),
        (said(OPINION, opinions=((0, "分两步走"), (2, "改"))), []),
        (said(OPINION, opinions=((3, "改"),)), ["no_such_clause"]),
        (said(OPINION, opinions=((-1, "改"),)), ["no_such_clause"]),
        (said(ITEMS, items=()), ["listed_items_missing"]),
        (said(ITEMS, items=(Row("甲"), Row(" ", "依据"))), ["listed_item_unnamed"]),
        (said(ITEMS, items=(Row("甲"), Row(" 甲 "))), ["listed_item_twice"]),
        (said(LIAISON, liaison=("李联络", " ")), ["unit_liaison_missing"]),
        (said(LIAISON, liaison=("", "0477")), ["unit_liaison_missing"]),
        (replace(ANSWERING, closed=True), ["answers_closed"]),
        (PAPER, []),
        (replace(PAPER, said=NONE), ["unit_paper_not_scanned"]),
        (replace(PAPER, said=replace(PAPER.said, answered_on=None)), ["unit_answer_day_missing"]),
        (replace(PAPER, today=DAY - timedelta(days=1)), ["unit_answer_day_wrong"]),
        (replace(PAPER, sent_on=DAY), []),
        (replace(PAPER, sent_on=DAY + timedelta(days=1)), ["unit_answer_day_wrong"]),
    ],
)
def test_each_part_is_there_or_missing_by_itself(facts: Answering, refusals: list[str]) -> None:
    assert codes(refusals_to_answer(facts)) == refusals


@pytest.mark.clause("O0a")
@pytest.mark.parametrize(
    "change, late",
    [
        ({"at": AT_FOUR - SECOND}, False),
        ({"at": AT_FOUR}, True),
        ({"due_time": None, "at": MIDNIGHT - SECOND}, False),
        ({"due_time": None, "at": MIDNIGHT}, True),
        ({"due_time": time(0), "at": MIDNIGHT - timedelta(days=1)}, True),
        ({"due_time": time(0), "at": MIDNIGHT - timedelta(days=1) - SECOND}, False),
        # a paper says no hour: the day it came in counts, whenever it is entered
        ({"way": Way.PAPER, "at": MIDNIGHT + timedelta(days=3)}, False),
    ],
)
def test_late_begins_with_the_hour_or_the_midnight_after_the_day(change: dict[str, Any], late: bool) -> None:
    assert is_late(replace(ANSWERING, **change), DAY) is late


def test_a_paper_of_the_day_after_is_late() -> None:
    assert is_late(PAPER, DAY + timedelta(days=1)) and not is_late(PAPER, DAY)


@pytest.mark.clause("O0a")
@pytest.mark.parametrize(
    "change, refusals",
    [
        ({"given": {Part.OPINIONS}}, []),
        ({"given": {Part.OPINIONS}, "at": AT_FOUR - SECOND}, []),
        ({"given": {Part.OPINIONS}, "at": AT_FOUR}, ["answer_stays"]),
        ({"given": {Part.ITEMS}, "at": AT_FOUR}, []),  # another part, late, and taken
        ({"at": AT_FOUR}, []),
    ],
)
def test_what_was_given_is_replaced_until_the_deadline(change: dict[str, Any], refusals: list[str]) -> None:
    assert codes(refusals_to_answer(replace(ANSWERING, **change))) == refusals


@pytest.mark.clause("O0a")
@pytest.mark.parametrize(
    "due_time, at, refusals",
    [
        (FOUR, AT_FOUR - SECOND, ["answers_still_come"]),
        (FOUR, AT_FOUR, []),
        (None, MIDNIGHT - SECOND, ["answers_still_come"]),
        (None, MIDNIGHT, []),
    ],
)
def test_close(due_time: time | None, at: datetime, refusals: list[str]) -> None:
    assert codes(refusals_to_close(DAY, due_time, at)) == refusals


@pytest.mark.clause("O0b")
@pytest.mark.parametrize(
    "because, change, refusals",
    [
        ("有道理", {}, []),
        (" ", {}, ["weighing_reason_missing"]),
        ("有道理", {"weighing": False}, ["not_weighing_now"]),
        ("有道理", {"latest": False}, ["opinion_given_anew"]),
    ],
)
def test_weigh(because: str, change: dict[str, bool], refusals: list[str]) -> None:
    assert codes(refusals_to_weigh(because, **{"weighing": True, "latest": True, **change})) == refusals


@pytest.mark.clause("O0b")
@pytest.mark.parametrize("unweighed, refusals", [(0, []), (1, ["opinions_unanswered"])])
def test_publish(unweighed: int, refusals: list[str]) -> None:
    assert codes(refusals_to_publish(unweighed)) == refusals


@pytest.mark.parametrize(
    "final, latest, refusals",
    [(True, True, []), (False, True, ["lists_still_change"]), (True, False, ["list_given_anew"])],
)
def test_take_up(final: bool, latest: bool, refusals: list[str]) -> None:
    assert codes(refusals_to_take_up(final=final, latest=latest)) == refusals


def test_a_deadline_in_words() -> None:
    assert deadline.in_words(date(2020, 10, 20), FOUR) == "2020年10月20日16:00以前"
    assert deadline.in_words(date(2020, 10, 20), None) == "2020年10月20日以前（含当天）"
    assert deadline.over_at(date(2026, 12, 31), None) == datetime(2027, 1, 1, tzinfo=SHANGHAI)
