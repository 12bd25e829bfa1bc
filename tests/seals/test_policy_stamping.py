"""What binds every stamp: one changed fact, one refusal; beside it what is still allowed."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from tests.seals.cast import AT
from zhengyin.seals.policy.stamping import Stamping, refusals_of_the_grant, refusals_to_stamp
from zhengyin.seals.policy.whereabouts import Where, Whereabouts

ZHANG, LI, WANG = UUID(int=1), UUID(int=2), UUID(int=3)
GOOD = Stamping(
    person_id=ZHANG,
    approvers=frozenset({LI}),
    seal_name="会宁县平头川镇李家湾村民委员会",
    custodian=ZHANG,
    approved_digest="text",
    text_digest="text",
    approved_copies=2,
    copies=2,
    impressions=1,
)
OUT = Whereabouts(Where.OUT, "镇政府", AT, AT + timedelta(hours=4), UUID(int=9), ZHANG, "张建平")


@pytest.mark.clause("H3.2.2a", "H3.2.3a", "H3.2.4b", "H3.2.4c", "H3.2.4d", "H3.2.4e")
@pytest.mark.parametrize(
    "change, refusal",
    [
        ({}, []),
        ({"approvers": frozenset({LI, ZHANG})}, ["approver_may_not_seal"]),
        ({"approvers": frozenset({LI, WANG})}, []),
        ({"seal_name": "", "custodian": None}, ["no_seal_in_use"]),
        ({"custodian": WANG}, ["seal_not_in_your_custody"]),
        ({"custodian": None}, ["seal_not_in_your_custody"]),
        ({"handover_over": "2026年11月19日"}, ["handover_is_over"]),
        ({"handover_over": "2026年11月19日", "custodian": WANG}, ["seal_not_in_your_custody"]),
        ({"seal": OUT}, ["seal_is_out"]),
        ({"seal": OUT, "where": Where.OUT}, []),
        ({"seal": replace(OUT, carrier_id=WANG), "where": Where.OUT}, ["another_carries_the_seal"]),
        ({"where": Where.OUT}, ["seal_not_out"]),
        ({"text_digest": "other"}, ["text_changed_after_approval"]),
        ({"copies": 3}, ["copies_differ"]),
        ({"copies": 1}, ["copies_differ"]),
        ({"impressions": 0}, ["impressions_missing"]),
        ({"impressions": 2}, []),
    ],
)
def test_one_changed_fact_is_one_refusal(change: dict[str, object], refusal: list[str]) -> None:
    facts = replace(GOOD, **change)  # type: ignore[arg-type]
    assert [one.code for one in refusals_to_stamp(facts)] == refusal


def test_every_reason_is_told_at_once() -> None:
    facts = replace(GOOD, approvers=frozenset({ZHANG}), seal=OUT, copies=3, impressions=0)
    assert [one.code for one in refusals_to_stamp(facts)] == [
        "approver_may_not_seal", "seal_is_out", "copies_differ", "impressions_missing",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "granted, expired, refusal",
    [
        (True, False, []),
        (False, False, ["grant_missing"]),
        (True, True, ["grant_expired"]),
        (False, True, ["grant_missing"]),
    ],
)
def test_of_the_grant(granted: bool, expired: bool, refusal: list[str]) -> None:
    assert [one.code for one in refusals_of_the_grant(granted=granted, expired=expired)] == refusal
