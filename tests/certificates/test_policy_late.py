"""Pads and late entries: one changed fact, one reason; beside it the near miss that changes nothing."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.certificates.test_policy import CUSTODIAN, DIRECTOR, HANDLER, NO, SECOND, STRANGER, YES
from zhengyin.catalogue.kinds import Lock
from zhengyin.catalogue.policy import Outcome
from zhengyin.catalogue.policy.asks import PUBLIC_INTEREST
from zhengyin.certificates.policy.late import failed_checks, refusals_to_record_late
from zhengyin.certificates.policy.pads import (
    refusals_to_close_pad,
    refusals_to_issue_pad,
    refusals_to_rectify,
    refusals_to_spoil,
)
from zhengyin.certificates.slips import (
    MOST,
    PAD,
    SLIP,
    CloseFacts,
    LateFacts,
    PadAct,
    PadFacts,
    PadState,
    RecordFacts,
    Signer,
    SlipAct,
    SlipState,
    slip_number,
)
from zhengyin.people.offices import Office
from zhengyin.people.policy.deciding import Concerned
from zhengyin.shared.days import SHANGHAI
from zhengyin.shared.refusal import Refusal, Refused
from zhengyin.web.words import all_words

ISSUED = datetime(2026, 11, 20, 8, 30, 40, tzinfo=SHANGHAI)
STAMPED = datetime(2026, 11, 21, 15, 4, tzinfo=SHANGHAI)


def codes(refusals: Iterable[Refusal]) -> list[str]:
    found = list(refusals)
    assert all(refusal.code in all_words() for refusal in found)
    return [refusal.code for refusal in found]


ISSUE = PadFacts((), 20, CUSTODIAN, "李家湾村村民委员会", CUSTODIAN)


@pytest.mark.parametrize(
    "change, refused",
    [
        ({}, []),
        ({"slips": 0}, ["slips_too_many"]),
        ({"slips": MOST + 1}, ["slips_too_many"]),
        ({"slips": 1}, []),
        ({"slips": MOST}, []),
        ({"seal_name": ""}, ["no_seal_in_use"]),
        ({"custodian": None}, ["keeper_only"]),
        ({"custodian": STRANGER}, ["keeper_only"]),
        ({"blocked_after_reset": True}, ["blocked_after_reset"]),
    ],
)
def test_issue_pad(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_issue_pad(replace(ISSUE, **change))) == refused


def test_who_certifies_nothing_prints_no_pad() -> None:
    reason = Refusal("legal_name_not_confirmed")
    assert list(refusals_to_issue_pad(replace(ISSUE, not_issuing=(reason,)))) == [reason]


def test_spoil_close_and_rectify() -> None:
    assert codes(refusals_to_spoil("torn by the dog")) == ["not_spoilt_why"]
    assert codes(refusals_to_spoil("")) == ["not_spoilt_why"]
    assert codes(refusals_to_spoil("lost")) == []
    assert codes(refusals_to_close_pad(CloseFacts((2, 3), (2, 3)))) == []
    assert codes(refusals_to_close_pad(CloseFacts((2,), (2, 3)))) == ["slips_differ"]
    assert codes(refusals_to_close_pad(CloseFacts((2, 3), ()))) == ["slips_differ"]
    assert codes(refusals_to_rectify(directs_here=True, open_=True, done="补签")) == []
    assert codes(refusals_to_rectify(directs_here=True, open_=True, done="")) == ["rectified_how"]
    assert codes(refusals_to_rectify(directs_here=True, open_=False, done="补签")) == ["nothing_to_rectify"]
    elsewhere = refusals_to_rectify(directs_here=False, open_=True, done="补签")
    assert [refusal.code for refusal in elsewhere] == ["wrong_office"]


RECORD = RecordFacts(
    happened_at=STAMPED, issued_at=ISSUED, now=STAMPED + timedelta(hours=18), strangers=False,
    near_answered=True, impressions=1, has_photo=True, granted=True, grant_expired=False,
)  # fmt: skip


@pytest.mark.clause("H3.2.2a")
@pytest.mark.parametrize(
    "change, refused",
    [
        ({}, []),
        ({"now": STAMPED}, []),
        ({"now": STAMPED - timedelta(seconds=1)}, ["late_in_future"]),
        ({"happened_at": ISSUED.replace(second=0)}, []),  # people know the minute
        ({"happened_at": ISSUED.replace(second=0) - timedelta(minutes=1)}, ["late_before_pad"]),
        ({"strangers": True}, ["late_stranger"]),
        ({"near_answered": False}, ["late_kin_unsaid"]),
        ({"impressions": 0}, ["impressions_missing"]),
        ({"has_photo": False}, ["late_without_photo"]),
        ({"holes": ("住址",)}, ["field_missing"]),
        ({"wrong": (Refusal("copies_out_of_range"),)}, ["copies_out_of_range"]),
        ({"blocked_after_reset": True}, ["blocked_after_reset"]),
        ({"granted": False}, ["grant_missing"]),
        ({"grant_expired": True}, ["grant_expired"]),
        ({"granted": False, "grant_expired": True}, ["grant_missing"]),
    ],
)
def test_record_late(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_record_late(replace(RECORD, **change))) == refused


APPROVER = Signer(DIRECTOR, "李国栋", b"director", frozenset({Office.DIRECTOR}))
DEPUTY = Signer(SECOND, "陈玉莲", b"deputy", frozenset({Office.SECOND_APPROVER, Office.COMMITTEE_MEMBER}))
KEEPER = Signer(CUSTODIAN, "张建平", b"keeper", frozenset({Office.CUSTODIAN}))
SOFT = replace(YES, outcome=Outcome.YES_TRUTHFUL_EXCEPTION)
GOOD = LateFacts(
    committee=(), answer=YES, tie_missing="", unverified=(),
    concerned=Concerned(frozenset({b"resident"}), frozenset({"马桂花"})),
    approver=APPROVER, second=None, sealer=KEEPER, handler=HANDLER, may_approve_own_handling=False,
    seal_name="李家湾村村民委员会", seal_lost=False, keeper=CUSTODIAN,
)  # fmt: skip


@pytest.mark.clause("H3.2.2a", "H3.2.4c", "O2.3a", "O2.3c")
@pytest.mark.parametrize(
    "change, failed",
    [
        ({}, []),
        ({"committee": ("全称还没有确认。",)}, ["late_committee"]),
        ({"answer": NO}, ["late_may_not_be_issued"]),
        ({"answer": replace(YES, asks=(PUBLIC_INTEREST,))}, ["late_question_open"]),
        ({"answer": replace(YES, lock=Lock.SEAL)}, ["late_not_deliberated"]),
        ({"answer": replace(YES, lock=Lock.APPROVE)}, ["late_not_deliberated"]),
        ({"tie_missing": "户籍在本村（社区）"}, ["late_tie_missing"]),
        ({"unverified": ("住址", "姓名")}, ["late_unverified", "late_unverified"]),
        ({"approver": None}, ["late_unapproved"]),
        ({"approver": replace(APPROVER, offices=frozenset())}, ["late_no_approver"]),
        ({"approver": replace(APPROVER, offices=frozenset({Office.SECOND_APPROVER}))}, ["late_no_approver"]),
        ({"approver": replace(APPROVER, identity=b"resident")}, ["late_own_case"]),
        ({"approver": replace(APPROVER, name="马桂花")}, ["late_own_case"]),
        ({"approver": replace(APPROVER, near_relative=True)}, ["late_near_relative"]),
        ({"sealer": replace(KEEPER, identity=b"resident")}, ["late_own_case"]),
        ({"sealer": replace(KEEPER, near_relative=True)}, ["late_near_relative"]),
        ({"handler": DIRECTOR}, ["late_handler_approved"]),
        ({"handler": DIRECTOR, "may_approve_own_handling": True}, []),
        ({"handler": SECOND, "second": DEPUTY}, ["late_handler_approved"]),
        (
            {"handler": SECOND, "second": DEPUTY, "may_approve_own_handling": True},
            ["late_handler_approved"],  # the setting speaks of the director
        ),
        ({"handler": HANDLER, "second": DEPUTY}, []),
        ({"handler": None}, []),
        ({"handler": CUSTODIAN}, []),  # the clerk may keep the seal
        ({"answer": SOFT}, ["late_second_missing"]),
        ({"answer": SOFT, "second": DEPUTY}, []),
        ({"second": DEPUTY}, []),
        ({"second": replace(DEPUTY, offices=frozenset({Office.COMMITTEE_MEMBER}))}, ["late_no_second"]),
        (
            {"second": replace(APPROVER, offices=frozenset({Office.SECOND_APPROVER, Office.DIRECTOR})),
             "approver": replace(APPROVER, offices=frozenset({Office.SECOND_APPROVER, Office.DIRECTOR}))},
            ["late_two_must_be_two"],
        ),
        ({"sealer": APPROVER, "keeper": DIRECTOR}, ["late_approver_sealed"]),
        ({"answer": SOFT, "second": DEPUTY, "sealer": DEPUTY, "keeper": SECOND}, ["late_approver_sealed"]),
        ({"seal_name": "", "keeper": None}, ["late_no_seal"]),
        ({"seal_lost": True}, ["late_seal_lost"]),
        ({"seal_still": "已经收缴"}, ["late_seal_still"]),
        ({"carrier": STRANGER}, ["late_seal_was_away"]),
        ({"carrier": CUSTODIAN}, []),  # the custodian had it along
        ({"keeper": None}, ["late_not_keeper"]),
        ({"keeper": STRANGER}, ["late_not_keeper"]),
        ({"handover_over": True}, ["late_handover_over"]),
    ],
)  # fmt: skip
def test_failed_checks(change: dict[str, Any], failed: list[str]) -> None:
    assert codes(failed_checks(replace(GOOD, **change))) == failed


ALLOWED = {
    (PAD, None, PadAct.ISSUE): PadState.OPEN,
    (PAD, PadState.OPEN, PadAct.CLOSE): PadState.CLOSED,
    (SLIP, None, SlipAct.PRINT): SlipState.ISSUED,
    (SLIP, SlipState.ISSUED, SlipAct.ENTER): SlipState.ENTERED,
    (SLIP, SlipState.ISSUED, SlipAct.SPOIL): SlipState.SPOILED,
    (SLIP, SlipState.ISSUED, SlipAct.COLLECT): SlipState.UNUSED,
}


@pytest.mark.parametrize("table, states, acts", [(PAD, PadState, PadAct), (SLIP, SlipState, SlipAct)])
def test_every_cell(table: Any, states: Any, acts: Any) -> None:
    assert table.faults() == []
    assert {*states, *acts} <= set(all_words())
    for before in (None, *states):
        for act in acts:
            for office in Office:
                expected = ALLOWED.get((table, before, act)) if office is Office.CUSTODIAN else None
                if expected is None:
                    with pytest.raises(Refused):
                        table.step(before, act, {office})
                else:
                    assert table.step(before, act, {office}).after == expected


def test_a_number_is_as_printed() -> None:
    assert [slip_number(no) for no in (1, 19, 9999, 10000)] == [
        "应急0001",
        "应急0019",
        "应急9999",
        "应急10000",
    ]
