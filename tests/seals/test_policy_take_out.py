"""The rules of a take-out: one changed fact, one refusal; the near miss beside it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from uuid import UUID

import pytest

from zhengyin.people.actor import Actor
from zhengyin.seals.policy import take_out as rules
from zhengyin.seals.policy.take_out import (
    AskFacts,
    Carrier,
    DecideFacts,
    ExtendFacts,
    LeaveFacts,
    ReturnFacts,
)
from zhengyin.seals.policy.whereabouts import AT_OFFICE, Where, Whereabouts, refusals_of_where
from zhengyin.shared.refusal import Refusal

KEEPER, ASKER, DIRECTOR, OTHER = (UUID(int=number) for number in range(1, 5))
AT = datetime(2026, 11, 20, 2, 0, tzinfo=timezone.utc)
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)
TODAY, TOMORROW = date(2026, 11, 20), date(2026, 11, 21)
CARRIER = Carrier(KEEPER, "张秀英", None)


def actor(person: UUID) -> Actor:
    return Actor(person, "李国栋", None, frozenset())


def codes(found: Iterator[Refusal]) -> list[str]:
    return [refusal.code for refusal in found]


ASK = AskFacts(
    seal_name="公章", seal_in_use=True, open=False, carrier=CARRIER, reason="集中登记", place="三社活动室",
    from_at=AT + HOUR, until_at=AT + 3 * HOUR, last_day=TODAY, longest_days=30, at=AT,
)  # fmt: skip


@pytest.mark.clause("H3.2.4b")
@pytest.mark.parametrize("change, found", [
    ({}, []),
    ({"seal_in_use": False}, ["seal_not_in_use"]),
    ({"open": True}, ["take_out_there_already"]),
    ({"reason": " "}, ["take_out_reason_missing"]),
    ({"place": ""}, ["take_out_place_missing"]),
    ({"place": "三社文化广场"}, []),
    ({"until_at": AT + HOUR + timedelta(days=30)}, []),
    ({"until_at": AT + 2 * HOUR + timedelta(days=30)}, ["take_out_too_long"]),
    ({"reason": "给620422196805120003盖章"}, ["words_tell_a_number"]),
    ({"reason": "给６２０４２２１９６８０５１２０００３盖章"}, ["words_tell_a_number"]),
    ({"reason": "老人的电话13812345678"}, ["words_tell_a_number"]),
    ({"reason": "2026年11月20日集中登记第123456789批"}, []),  # nine digits, a day: nobody's
    ({"place": "三社，0943-7654321"}, ["words_tell_a_number"]),
    ({"until_at": AT + HOUR}, ["back_before_it_leaves"]),
    ({"until_at": AT + HOUR + SECOND}, []),
    ({"from_at": AT - HOUR, "until_at": AT}, ["take_out_lies_behind"]),
    ({"from_at": AT - HOUR, "until_at": AT + SECOND}, []),  # asked for a little late
    ({"carrier": Carrier(None, "", None)}, ["nobody_keeps_it_then"]),
    ({"carrier": replace(CARRIER, kept_until=TODAY)}, ["custody_ends_before_return"]),
    ({"carrier": replace(CARRIER, kept_until=TOMORROW)}, []),
    ({"handover_over": "2026年11月19日"}, ["handover_is_over"]),
])  # fmt: skip
def test_asking(change: dict[str, object], found: list[str]) -> None:
    assert codes(rules.refusals_to_ask(replace(ASK, **change))) == found  # type: ignore[arg-type]


DECIDE = DecideFacts(
    seal_name="公章", seal_in_use=True, named=CARRIER, carrier=CARRIER, asked_by=ASKER,
    until_at=AT + HOUR, last_day=TODAY, at=AT,
)  # fmt: skip


@pytest.mark.clause("H3.2.4b")
@pytest.mark.parametrize("who, change, found", [
    (DIRECTOR, {}, []),
    (KEEPER, {}, ["carrier_may_not_approve"]),
    (ASKER, {}, ["asker_may_not_approve"]),
    (DIRECTOR, {"seal_in_use": False}, ["seal_not_in_use"]),
    (DIRECTOR, {"until_at": AT}, ["take_out_lies_behind"]),
    (DIRECTOR, {"until_at": AT + SECOND}, []),
    (DIRECTOR, {"carrier": replace(CARRIER, person_id=OTHER)}, ["carrier_keeps_it_no_more"]),
    (DIRECTOR, {"carrier": Carrier(None, "", None)}, ["carrier_keeps_it_no_more"]),
    (DIRECTOR, {"carrier": replace(CARRIER, kept_until=TODAY)}, ["custody_ends_before_return"]),
    (DIRECTOR, {"carrier": replace(CARRIER, kept_until=TOMORROW)}, []),
])  # fmt: skip
def test_approving(who: UUID, change: dict[str, object], found: list[str]) -> None:
    facts = replace(DECIDE, **change)  # type: ignore[arg-type]
    assert codes(rules.refusals_to_approve_take_out(facts, actor(who))) == found


@pytest.mark.parametrize("who, why, found", [
    (DIRECTOR, "人来办就行", []),
    (DIRECTOR, " ", ["reason_missing"]),
    (KEEPER, "不去了", ["carrier_may_not_approve"]),
    (ASKER, "不去了", ["asker_may_not_approve"]),  # who asked withdraws instead
])  # fmt: skip
def test_declining(who: UUID, why: str, found: list[str]) -> None:
    assert codes(rules.refusals_to_decline(DECIDE, why, actor(who))) == found


def test_withdrawing_says_why() -> None:
    assert codes(rules.refusals_to_withdraw(" ")) == ["reason_missing"]
    assert codes(rules.refusals_to_withdraw("不去了")) == []
    assert codes(rules.refusals_to_withdraw("打13812345678说不去了")) == ["words_tell_a_number"]


LEAVE = LeaveFacts(
    seal_name="公章", seal_in_use=True, named=CARRIER, carrier=CARRIER, from_at=AT, until_at=AT + HOUR, at=AT
)


@pytest.mark.clause("H3.2.4b")
@pytest.mark.parametrize("who, change, found", [
    (KEEPER, {}, []),
    (OTHER, {}, ["another_carries_it"]),
    (KEEPER, {"seal_in_use": False}, ["seal_not_in_use"]),
    (KEEPER, {"carrier": replace(CARRIER, person_id=OTHER)}, ["carrier_keeps_it_no_more"]),
    (KEEPER, {"at": AT - SECOND}, ["take_out_not_yet"]),
    (KEEPER, {"at": AT + HOUR}, ["take_out_lies_behind"]),
    (KEEPER, {"at": AT + HOUR - SECOND}, []),
])  # fmt: skip
def test_leaving(who: UUID, change: dict[str, object], found: list[str]) -> None:
    facts = replace(LEAVE, **change)  # type: ignore[arg-type]
    assert codes(rules.refusals_to_leave(facts, actor(who))) == found


EXTEND = ExtendFacts(
    named=CARRIER, carrier=CARRIER, asked_by=ASKER, left_at=AT - HOUR, due_at=AT + HOUR,
    until_at=AT + 2 * HOUR, last_day=TODAY, longest_days=30, why="还没盖完", at=AT,
)  # fmt: skip


@pytest.mark.clause("H3.2.4b")
@pytest.mark.parametrize("who, change, found", [
    (DIRECTOR, {}, []),
    (KEEPER, {}, ["carrier_may_not_approve"]),
    (ASKER, {}, ["asker_may_not_approve"]),
    (DIRECTOR, {"until_at": AT + HOUR}, ["extension_is_none"]),
    (DIRECTOR, {"until_at": AT + HOUR + SECOND}, []),
    (DIRECTOR, {"at": AT + 2 * HOUR}, ["extension_is_none"]),  # overdue: later than now too
    (DIRECTOR, {"until_at": AT - HOUR + timedelta(days=30)}, []),
    (DIRECTOR, {"until_at": AT - HOUR + timedelta(days=30) + SECOND}, ["extended_too_long"]),  # since it left
    (DIRECTOR, {"handover_over": "2026年11月19日"}, ["handover_is_over"]),
    (DIRECTOR, {"why": ""}, ["reason_missing"]),
    (DIRECTOR, {"carrier": replace(CARRIER, person_id=OTHER)}, ["carrier_keeps_it_no_more"]),
    (DIRECTOR, {"carrier": replace(CARRIER, kept_until=TODAY)}, ["custody_ends_before_return"]),
])  # fmt: skip
def test_extending(who: UUID, change: dict[str, object], found: list[str]) -> None:
    facts = replace(EXTEND, **change)  # type: ignore[arg-type]
    assert codes(rules.refusals_to_extend(facts, actor(who))) == found


RETURN = ReturnFacts(left_at=AT, back_at=AT + HOUR, last_used_at=AT + HOUR, at=AT + 2 * HOUR)


@pytest.mark.clause("H3.2.4b")
@pytest.mark.parametrize("change, found", [
    ({}, []),
    ({"last_used_at": None, "back_at": AT}, []),
    ({"back_at": AT + 2 * HOUR + SECOND}, ["back_lies_ahead"]),
    ({"back_at": AT - SECOND}, ["back_before_it_left"]),
    ({"back_at": AT + HOUR - SECOND}, ["used_after_it_was_back"]),
])  # fmt: skip
def test_returning(change: dict[str, object], found: list[str]) -> None:
    assert codes(rules.refusals_to_return(replace(RETURN, **change))) == found  # type: ignore[arg-type]


AWAY = Whereabouts(Where.OUT, "三社活动室", AT, AT + HOUR, carrier_id=KEEPER, carrier="张秀英")


@pytest.mark.clause("H3.2.4b")
@pytest.mark.parametrize("seal, said, found", [
    (AT_OFFICE, Where.OFFICE, []),
    (AWAY, Where.OUT, []),
    (AWAY, Where.OFFICE, ["seal_is_out"]),
    (AT_OFFICE, Where.OUT, ["seal_not_out"]),
])  # fmt: skip
def test_a_seal_stamps_where_it_is(seal: Whereabouts, said: Where, found: list[str]) -> None:
    assert codes(refusals_of_where(seal, said, KEEPER)) == found


@pytest.mark.clause("H3.2.4b")
@pytest.mark.parametrize("seal, said, found", [
    (AWAY, Where.OUT, ["another_carries_the_seal"]),  # an acting custodian, say
    (AWAY, Where.OFFICE, ["seal_is_out"]),
    (AT_OFFICE, Where.OFFICE, []),
])  # fmt: skip
def test_outside_it_stamps_in_its_carriers_hand_alone(
    seal: Whereabouts, said: Where, found: list[str]
) -> None:
    assert codes(refusals_of_where(seal, said, OTHER)) == found


@pytest.mark.clause("H3.2.4b", "H3.2.4e")
@pytest.mark.parametrize("change, found", [
    ({"handover_over": "2026年11月19日"}, ["handover_is_over"]),
    ({"blocked": True}, ["blocked_after_reset"]),
    ({}, []),
])  # fmt: skip
def test_after_a_reset_nobody_lets_it_go_and_after_the_ten_days_it_does_not_leave(
    change: dict[str, object], found: list[str]
) -> None:
    decide = replace(DECIDE, **change)  # type: ignore[arg-type]
    assert codes(rules.refusals_to_approve_take_out(decide, actor(DIRECTOR))) == found
    leave = replace(LEAVE, **change)  # type: ignore[arg-type]
    assert codes(rules.refusals_to_leave(leave, actor(KEEPER))) == found


def test_after_a_reset_nobody_gives_more_time() -> None:
    extend = replace(EXTEND, blocked=True)
    assert codes(rules.refusals_to_extend(extend, actor(DIRECTOR))) == ["blocked_after_reset"]
