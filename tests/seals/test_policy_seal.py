"""Order, issue, loss: one changed fact, one refusal; the near misses beside it."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from uuid import UUID

import pytest

from zhengyin.people.actor import Actor, Held
from zhengyin.people.offices import Office
from zhengyin.seals.kinds import StopReason
from zhengyin.seals.policy.seal import (
    CommitteeFacts,
    IssueFacts,
    LossFacts,
    OrderFacts,
    refusals_of_impression,
    refusals_to_issue,
    refusals_to_order,
    refusals_to_report_loss,
)
from zhengyin.shared.refusal import Refusal

VILLAGE, TOWN, OTHER_TOWN = UUID(int=1), UUID(int=2), UUID(int=3)
TODAY, YESTERDAY, TOMORROW = date(2026, 11, 20), date(2026, 11, 19), date(2026, 11, 21)
NOW = datetime(2026, 11, 20, 2, 0, tzinfo=timezone.utc)
NAME = "会宁县平头川镇李家湾村村民委员会"
UNCONFIRMED = Refusal("legal_name_not_confirmed", NAME, "H3.2.1a")
VIRTUAL = Refusal("virtual_community_never_issues", NAME, "H3.2.1a")


def officer(*towns: UUID, office: Office = Office.TOWNSHIP) -> Actor:
    return Actor(UUID(int=9), "杨振华", None, frozenset(Held(office, town) for town in towns))


OFFICER = officer(TOWN)
COMMITTEE = CommitteeFacts(VILLAGE, TOWN, NAME, ())
ORDER = OrderFacts(COMMITTEE, "")
ISSUE = IssueFacts(COMMITTEE, NAME, NAME, "", YESTERDAY, TODAY, "李国栋", True, "6204220001234", True, False)
LOSS = LossFacts(NAME, None, YESTERDAY, NOW, TODAY, "办公室被盗", NOW)


def codes(refusals: object) -> list[str]:
    return [refusal.code for refusal in refusals]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "facts, refusal",
    [
        (ORDER, []),
        (replace(ORDER, pending=NAME), ["seal_already_there"]),
        (replace(ORDER, committee=replace(COMMITTEE, reasons=(UNCONFIRMED,))), ["legal_name_not_confirmed"]),
        (
            replace(ORDER, committee=replace(COMMITTEE, reasons=(VIRTUAL,))),
            ["virtual_community_never_issues"],
        ),
        (replace(ORDER, committee=replace(COMMITTEE, township_id=OTHER_TOWN)), ["another_township"]),
    ],
)
@pytest.mark.clause("H3.2.1a")
def test_order(facts: OrderFacts, refusal: list[str]) -> None:
    assert codes(refusals_to_order(facts, OFFICER, TODAY)) == refusal


@pytest.mark.parametrize(
    "actor, refusal",
    [
        (officer(TOWN, OTHER_TOWN), []),  # serves two townships, this one among them
        (officer(OTHER_TOWN), ["another_township"]),
        (officer(VILLAGE, office=Office.DIRECTOR), []),  # no township at all: the table says wrong_office
    ],
)
@pytest.mark.clause("H3.2.1a")
def test_only_the_own_township(actor: Actor, refusal: list[str]) -> None:
    assert codes(refusals_to_issue(ISSUE, actor, TODAY)) == refusal


@pytest.mark.parametrize(
    "change, refusal",
    [
        ({}, []),
        ({"made_on": TODAY}, []),  # made and handed over on one day
        ({"made_on": TOMORROW}, ["issue_days_out_of_order"]),
        ({"issued_on": TOMORROW}, ["issue_days_out_of_order"]),
        ({"made_on": TODAY, "issued_on": YESTERDAY}, ["issue_days_out_of_order"]),
        ({"ordered_on": TODAY}, []),
        ({"old_gone_on": TODAY}, []),
        ({"issued_on": YESTERDAY, "ordered_on": TODAY}, ["issued_before_the_old_was_gone"]),
        ({"issued_on": YESTERDAY, "old_gone_on": TODAY}, ["issued_before_the_old_was_gone"]),
        ({"issued_on": YESTERDAY, "ordered_on": YESTERDAY, "old_gone_on": YESTERDAY}, []),
        ({"engraved": NAME[:-1]}, ["seal_has_another_name"]),
        ({"not_collected": NAME}, ["old_seal_not_collected"]),
        ({"received_by": "　"}, ["receiver_missing"]),
        ({"can_certify": False}, ["county_authority_missing"]),
        ({"committee": replace(COMMITTEE, reasons=(UNCONFIRMED,))}, ["legal_name_not_confirmed"]),
        ({"committee": replace(COMMITTEE, reasons=(VIRTUAL,))}, ["virtual_community_never_issues"]),
    ],
)
@pytest.mark.clause("H3.2.1a")
def test_issue(change: dict[str, object], refusal: list[str]) -> None:
    assert codes(refusals_to_issue(replace(ISSUE, **change), OFFICER, TODAY)) == refusal  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change, refusal",
    [
        ({}, []),
        ({"lost_at": NOW + timedelta(seconds=1)}, ["loss_lies_ahead"]),
        ({"lost_on": YESTERDAY}, []),  # lost on the day it was issued
        ({"lost_on": YESTERDAY - timedelta(days=1)}, ["lost_before_issued"]),
        ({"circumstances": " "}, ["circumstances_missing"]),
        ({"stopped_for": StopReason.DISPUTE}, []),
        ({"stopped_for": StopReason.COMMITTEE_ENDED}, []),
        ({"stopped_for": StopReason.LOST}, ["lost_already"]),
        ({"stopped_for": StopReason.VOID}, ["lost_already"]),
    ],
)
def test_report_loss(change: dict[str, object], refusal: list[str]) -> None:
    facts = replace(LOSS, **change)  # type: ignore[arg-type]
    assert codes(refusals_to_report_loss(facts, OFFICER, TODAY)) == refusal


@pytest.mark.parametrize(
    "measured, anyway, refusal",
    [
        (True, "", []),
        (False, "采集纸用完了", []),
        (False, "", ["impression_not_measured"]),
        (False, "　", ["impression_not_measured"]),
    ],
)
def test_a_picture_in_which_nothing_was_measured(measured: bool, anyway: str, refusal: list[str]) -> None:
    assert codes(refusals_of_impression(measured=measured, anyway=anyway)) == refusal
