"""Stop, restore, collect, destroy, a lost key: one changed fact, one refusal; the near misses beside it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.seals.test_policy_seal import (
    COMMITTEE,
    NAME,
    NOW,
    OFFICER,
    OTHER_TOWN,
    TODAY,
    TOMORROW,
    UNCONFIRMED,
    YESTERDAY,
    codes,
)
from zhengyin.seals.kinds import SealKind, StopReason
from zhengyin.seals.policy.certificates import KeyLossFacts, refusals_to_report_key_loss
from zhengyin.seals.policy.returning import (
    CollectFacts,
    DestroyFacts,
    ReasonFacts,
    RestoreFacts,
    refusals_to_call_off,
    refusals_to_collect,
    refusals_to_destroy,
    refusals_to_restore,
    refusals_to_stop,
)
from zhengyin.seals.policy.seal import OrderFacts, Predecessor, refusals_to_issue, refusals_to_order
from zhengyin.seals.workflow import SealAct, SealState
from zhengyin.shared.refusal import Refusal

ELSEWHERE = {"committee": replace(COMMITTEE, township_id=OTHER_TOWN)}
RESTORE = RestoreFacts(COMMITTEE, StopReason.LOST, "", "在抽屉里找到了")
COLLECT = CollectFacts(COMMITTEE, SealState.STOPPED, YESTERDAY, False, TODAY, "李国栋")
DESTROY = DestroyFacts(COMMITTEE, YESTERDAY, TODAY, "镇政府", "锯断", ("赵大有", "钱进"), "杨振华")
KEY = KeyLossFacts(COMMITTEE, NOW - timedelta(days=9), NOW, "电脑被盗", NOW)
ENDED = Refusal("committee_ended", "2026年11月20日撤销", "H3.2.1d")


@pytest.mark.parametrize("rule", [refusals_to_stop, refusals_to_call_off])
def test_stop_and_call_off(rule: Any) -> None:
    good = ReasonFacts(COMMITTEE, "两届都说归自己保管")
    assert codes(rule(good, OFFICER, TODAY)) == []
    assert codes(rule(replace(good, reason=" "), OFFICER, TODAY)) == ["stop_reason_missing"]
    assert codes(rule(replace(good, **ELSEWHERE), OFFICER, TODAY)) == ["another_township"]


@pytest.mark.clause("H3.2.1c")
def test_an_order_for_which_the_old_seal_was_given_up_stands() -> None:
    owed = ReasonFacts(COMMITTEE, "不刻了", NAME)
    assert codes(refusals_to_call_off(owed, OFFICER, TODAY)) == ["successor_is_owed"]
    assert codes(refusals_to_call_off(replace(owed, collected_for_it=""), OFFICER, TODAY)) == []


@pytest.mark.parametrize(
    "change, refusal",
    [
        ({}, []),
        ({"stopped_for": StopReason.DISPUTE}, []),
        ({"stopped_for": StopReason.COMMITTEE_ENDED}, ["stopped_for_good"]),
        ({"newer": NAME}, ["seal_already_followed"]),  # found after a new one was ordered
        ({"reason": ""}, ["restore_reason_missing"]),
        ({"committee": replace(COMMITTEE, reasons=(ENDED,))}, ["committee_ended"]),
        (ELSEWHERE, ["another_township"]),
    ],
)
@pytest.mark.clause("H3.2.1b", "H3.2.1d")
def test_restore(change: dict[str, Any], refusal: list[str]) -> None:
    assert codes(refusals_to_restore(replace(RESTORE, **change), OFFICER, TODAY)) == refusal


@pytest.mark.parametrize(
    "change, refusal",
    [
        ({}, []),
        ({"state": SealState.IN_USE}, ["nothing_to_collect_for"]),  # 村章乡管
        ({"disputed": True}, ["nothing_to_collect_for"]),  # the same, by way of a dispute
        ({"disputed": True, "successor_ordered": True}, []),
        ({"state": SealState.IN_USE, "successor_ordered": True}, []),
        ({"handed_in_by": "　"}, ["hander_missing"]),
        ({"collected_on": YESTERDAY}, []),
        ({"collected_on": YESTERDAY - timedelta(days=1)}, ["collected_on_another_day"]),
        ({"collected_on": TOMORROW}, ["collected_on_another_day"]),
        ({"used_on": TODAY, "out_on": TODAY}, []),
        ({"collected_on": YESTERDAY, "used_on": TODAY}, ["collected_before_its_last_use"]),
        ({"collected_on": YESTERDAY, "out_on": TODAY}, ["collected_before_it_was_back"]),
        ({"collected_on": YESTERDAY, "used_on": YESTERDAY, "out_on": YESTERDAY}, []),
        (ELSEWHERE, ["another_township"]),
    ],
)
@pytest.mark.clause("H3.2.1c", "H3.2.1d")
def test_collect(change: dict[str, Any], refusal: list[str]) -> None:
    assert codes(refusals_to_collect(replace(COLLECT, **change), OFFICER, TODAY)) == refusal


@pytest.mark.parametrize(
    "change, refusal",
    [
        ({}, []),
        ({"witnesses": ("赵大有", "")}, ["two_witnesses_missing"]),
        ({"witnesses": ("赵大有", "赵 大有 ")}, ["two_witnesses_missing"]),
        ({"witnesses": ("赵大有", "赵大友")}, []),
        ({"witnesses": ("赵大有", "杨振华")}, ["officer_is_no_witness"]),
        ({"witnesses": (" 杨振华", "钱进")}, ["officer_is_no_witness"]),
        ({"destroyed_on": YESTERDAY}, []),  # the day it was handed in
        ({"destroyed_on": YESTERDAY - timedelta(days=1)}, ["destroyed_on_another_day"]),
        ({"destroyed_on": TOMORROW}, ["destroyed_on_another_day"]),
        ({"place": ""}, ["destroyed_where"]),
        ({"how": ""}, ["destroyed_how"]),
        ({"how": "锯断，620422195801012345"}, ["words_tell_a_number"]),
        ({"place": "13800000117"}, ["words_tell_a_number"]),
        ({"how": "2026年锯断"}, []),
        (ELSEWHERE, ["another_township"]),
    ],
)
def test_destroy(change: dict[str, Any], refusal: list[str]) -> None:
    assert codes(refusals_to_destroy(replace(DESTROY, **change), OFFICER, TODAY)) == refusal


@pytest.mark.parametrize(
    "change, refusal",
    [
        ({}, []),
        ({"lost_at": NOW + timedelta(seconds=1)}, ["loss_lies_ahead"]),
        ({"lost_at": KEY.valid_from}, []),
        ({"lost_at": KEY.valid_from - timedelta(seconds=1)}, ["key_lost_before_issued"]),
        ({"circumstances": ""}, ["circumstances_missing"]),
        (ELSEWHERE, ["another_township"]),
    ],
)
def test_a_lost_key(change: dict[str, Any], refusal: list[str]) -> None:
    assert codes(refusals_to_report_key_loss(replace(KEY, **change), OFFICER, TODAY)) == refusal


@pytest.mark.parametrize(
    "before, act, refusal",
    [
        (None, SealAct.ORDER, []),
        (Predecessor(NAME, SealState.IN_USE), SealAct.REPLACE, ["replacement_reason_missing"]),
        (
            Predecessor(NAME, SealState.STOPPED, StopReason.DISPUTE),
            SealAct.REPLACE,
            ["replacement_reason_missing"],
        ),
        (Predecessor(NAME, SealState.STOPPED, StopReason.LOST), SealAct.REISSUE, []),
    ],
)
@pytest.mark.clause("H3.2.1b", "H3.2.1c")
def test_what_an_order_is(before: Predecessor | None, act: SealAct, refusal: list[str]) -> None:
    facts = OrderFacts(COMMITTEE, "", predecessor=before)
    assert facts.act is act
    assert codes(refusals_to_order(facts, OFFICER, TODAY)) == refusal
    assert codes(refusals_to_order(replace(facts, reason="磨损"), OFFICER, TODAY)) == []


@pytest.mark.parametrize(
    "change, refusal",
    [
        ({"police_number": " "}, ["police_number_missing"]),
        ({"receipt_filed": False}, ["receipt_missing"]),
        ({"police_number": "", "receipt_filed": False, "demonstration": True}, []),
    ],
)
@pytest.mark.clause("H3.2.1a")
def test_what_is_handed_over_is_signed_for(change: dict[str, Any], refusal: list[str]) -> None:
    from tests.seals.test_policy_seal import ISSUE

    assert codes(refusals_to_issue(replace(ISSUE, **change), OFFICER, TODAY)) == refusal


def test_an_unconfirmed_name_orders_no_special_seal_either() -> None:
    committee = replace(COMMITTEE, reasons=(UNCONFIRMED,))
    facts = OrderFacts(committee, "", SealKind.SPECIAL, "档案专用章")
    assert codes(refusals_to_order(facts, OFFICER, TODAY)) == ["legal_name_not_confirmed"]
