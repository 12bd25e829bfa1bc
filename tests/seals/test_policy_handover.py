"""The rules of a handover: one changed fact, one refusal; the near misses beside it."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from zhengyin.seals.kinds import HandoverReason
from zhengyin.seals.policy.handover import (
    CancelFacts,
    Change,
    CompleteFacts,
    Listing,
    NameFacts,
    OpenFacts,
    Period,
    ReappointFacts,
    Signed,
    first_change,
    refusals_to_act,
    refusals_to_cancel,
    refusals_to_complete,
    refusals_to_list,
    refusals_to_name,
    refusals_to_open_handover,
    refusals_to_reappoint,
)
from zhengyin.seals.workflow import SealState

TODAY = date(2026, 11, 20)
CHANGED = date(2026, 11, 11)
OLD, NEXT, WATCHING, OTHER = (UUID(int=n) for n in (1, 2, 3, 4))
OPENING = OpenFacts("李家湾村村民委员会", SealState.IN_USE, date(2026, 3, 10), False, CHANGED)
SIGNED = Signed(TODAY, OLD, "", WATCHING, UUID(int=9))
WHOLE = CompleteFacts(True, CHANGED, frozenset({OLD}), OLD, NEXT, SIGNED, True, "刘德福", TODAY)


@pytest.mark.clause("H3.2.4e")
@pytest.mark.parametrize(
    "change, refusals",
    [
        ({}, []),
        ({"seal_state": SealState.STOPPED}, ["seal_not_in_use"]),
        ({"open_already": True}, ["handover_open_already"]),
        ({"kept_since": None}, ["nobody_hands_over"]),
        ({"changed_on": None}, ["change_day_wrong"]),
        ({"changed_on": date(2026, 3, 9)}, ["change_day_wrong"]),
        ({"changed_on": date(2026, 3, 10)}, []),
        ({"changed_on": TODAY}, []),
        ({"changed_on": TODAY + timedelta(days=1)}, ["change_day_wrong"]),
    ],
)
def test_open(change: dict[str, object], refusals: list[str]) -> None:
    facts = replace(OPENING, **change)  # type: ignore[arg-type]
    assert [one.code for one in refusals_to_open_handover(facts, TODAY)] == refusals


@pytest.mark.clause("H3.2.4c", "O2.3c")
@pytest.mark.parametrize(
    "facts, refusals",
    [
        (NameFacts("周文斌", keeps_it=False, may_approve=False), []),
        (NameFacts("周文斌", keeps_it=True, may_approve=False), ["successor_keeps_it_now"]),
        (NameFacts("周文斌", keeps_it=False, may_approve=True), ["successor_may_approve"]),
        (NameFacts("周文斌", keeps_it=False, may_approve=False, watches=True), ["custodian_watches"]),
    ],
)
def test_name(facts: NameFacts, refusals: list[str]) -> None:
    assert [one.code for one in refusals_to_name(facts)] == refusals


@pytest.mark.parametrize("missing", ["condition", "keys", "archives"])
def test_list(missing: str) -> None:
    whole = Listing("完好", "钥匙两把", "登记簿5本", "", "", "")
    assert list(refusals_to_list(whole)) == []
    assert [one.code for one in refusals_to_list(replace(whole, **{missing: "　"}))] == [
        "listing_piece_missing"
    ]
    told = replace(whole, **{missing: "马桂花13800000117"})
    assert [one.code for one in refusals_to_list(told)] == ["words_tell_a_number"]
    assert list(refusals_to_list(replace(whole, **{missing: "2021年至2025年5本"}))) == []


@pytest.mark.clause("H3.2.4e")
@pytest.mark.parametrize(
    "change, signed, refusals",
    [
        ({}, {}, []),
        ({"listed": False}, {}, ["handover_not_listed"]),
        ({"out": "三社活动室"}, {}, ["seal_out_at_handover"]),
        ({}, {"scan": None}, ["handover_scan_missing"]),
        ({}, {"signed_on": None}, ["signed_day_wrong"]),
        ({}, {"signed_on": CHANGED}, []),
        ({}, {"signed_on": CHANGED - timedelta(days=1)}, ["signed_day_wrong"]),
        ({}, {"signed_on": TODAY + timedelta(days=1)}, ["signed_day_wrong"]),
        ({}, {"supervised_by": OLD}, ["three_people_sign"]),
        ({"received_by": WATCHING}, {}, ["three_people_sign"]),
        ({"received_by": OLD}, {}, ["three_people_sign", "successor_keeps_it_now"]),
        ({}, {"handed_by": OTHER}, ["handed_reason_missing"]),
        ({}, {"handed_by": OTHER, "handed_reason": "原保管人去世"}, []),
        ({"hands_over": frozenset({OLD, OTHER})}, {"handed_by": OTHER}, []),
        ({"received_by": OTHER, "regular_keeper": None, "hands_over": frozenset({OLD, OTHER})}, {}, []),
        ({"named": NEXT, "named_name": "柳小青"}, {}, []),
        ({"named": OTHER, "named_name": "柳小青"}, {}, ["another_was_named"]),
        ({"supervises": False}, {}, ["not_of_the_supervision_committee"]),
        ({"since": TODAY + timedelta(days=1)}, {}, ["passes_on_today"]),
        ({"since": TODAY - timedelta(days=1)}, {}, ["passes_on_today"]),
    ],
)
def test_complete(change: dict[str, object], signed: dict[str, object], refusals: list[str]) -> None:
    facts = replace(WHOLE, signed=replace(SIGNED, **signed), **change)  # type: ignore[arg-type]
    assert [one.code for one in refusals_to_complete(facts, TODAY)] == refusals


@pytest.mark.parametrize(
    "facts, refusals",
    [
        (CancelFacts(by_itself=False, kept=True, reason="不换了"), []),
        (CancelFacts(by_itself=True, kept=True, reason="不换了"), ["handover_came_by_itself"]),
        (CancelFacts(by_itself=False, kept=False, reason="不换了"), ["handover_without_keeper"]),
        (CancelFacts(by_itself=False, kept=True, reason=" "), ["reason_missing"]),
    ],
)
def test_cancel(facts: CancelFacts, refusals: list[str]) -> None:
    assert [one.code for one in refusals_to_cancel(facts)] == refusals


@pytest.mark.clause("H3.2.4e")
@pytest.mark.parametrize(
    "change, refusals",
    [
        ({}, []),
        ({"keeper": None, "keeper_name": ""}, ["nobody_to_reappoint"]),
        ({"person": NEXT}, ["reappointed_is_another"]),
        ({"since": TODAY + timedelta(days=20)}, ["passes_on_today"]),
        ({"since": CHANGED}, ["passes_on_today"]),
    ],
)
def test_reappoint(change: dict[str, object], refusals: list[str]) -> None:
    facts = replace(ReappointFacts(OLD, "张建平", OLD, TODAY), **change)  # type: ignore[arg-type]
    assert [one.code for one in refusals_to_reappoint(facts, TODAY)] == refusals


def test_act() -> None:
    assert list(refusals_to_act(gone="住院", acted_before="")) == []
    assert [one.code for one in refusals_to_act(gone="", acted_before="马秀兰")] == [
        "gone_reason_missing",
        "acting_not_prolonged",
    ]


def test_the_earliest_change_counts() -> None:
    late, early = Change(HandoverReason.CHANGE, TODAY), Change(HandoverReason.ELECTION, CHANGED)
    assert first_change(iter([late, None, early])) == early
    assert first_change(iter([None])) is None


def period(day: date, *, acting: bool = False) -> Period:
    due = date(2026, 11, 23)
    return Period(None, HandoverReason.ELECTION, CHANGED, due, day, "张建平", acting, "", None, listed=False)


@pytest.mark.clause("H3.2.4e")
def test_after_the_last_day_the_old_custodian_stops_and_an_acting_one_goes_on() -> None:
    last, after = period(date(2026, 11, 23)), period(date(2026, 11, 24))
    assert (last.days, last.over, last.stops) == (0, False, False)
    assert (after.days, after.over, after.stops) == (-1, True, True)
    assert not period(date(2026, 11, 24), acting=True).stops
    assert last.remark == "2026年11月11日起，原保管人张建平盖章"
