"""Lending the director's office; resetting a log-in."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.people.values import (
    DIRECTOR,
    LI,
    MA,
    OTHER_TOWNSHIP,
    SEATS_OF_VILLAGE,
    TODAY,
    TOWNSHIP,
    TOWNSHIP_OFFICER,
    VILLAGE,
    WANG,
    YANG,
    ZHANG,
    actor,
    term,
)
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Nature, Office
from zhengyin.people.policy.above import OwnerFacts, Post
from zhengyin.people.policy.appoint import Over
from zhengyin.people.policy.delegate import DelegateFacts, refusals_to_delegate
from zhengyin.people.policy.end import EndFacts, refusals_to_end
from zhengyin.people.policy.entry import Entered, refusals_to_enter_again
from zhengyin.people.policy.reset import (
    PhoneChange,
    refusals_to_change_phone,
    refusals_to_confirm,
    refusals_to_reset,
)
from zhengyin.shared.refusal import Refusal

LENT = term(LI, Office.DIRECTOR)
WANTED = replace(
    term(WANG, Office.DIRECTOR), nature=Nature.DELEGATED, since=TODAY, until=TODAY + timedelta(days=30)
)
GOOD = DelegateFacts(wanted=WANTED, lent=LENT, held=(LENT, term(WANG, Office.COMMITTEE_MEMBER)))


def codes(refusals: Iterable[Refusal]) -> list[str]:
    return [one.code for one in refusals]


def test_a_director_lends_the_office_to_a_member_for_30_days() -> None:
    assert codes(refusals_to_delegate(GOOD, DIRECTOR, TODAY)) == []


@pytest.mark.clause("H3.2.4c")
@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        (replace(GOOD, wanted=replace(WANTED, until=TODAY + timedelta(days=31))), "loan_is_too_long"),
        (replace(GOOD, lent=replace(LENT, nature=Nature.DELEGATED)), "loan_is_not_passed_on"),
        (replace(GOOD, lent=replace(LENT, office=Office.HANDLER)), "office_is_not_lent"),
        (replace(GOOD, lent=replace(LENT, until=TODAY + timedelta(days=29))), "loan_outlives_the_office"),
        (replace(GOOD, held=(LENT,)), "borrower_is_no_member"),
        (replace(GOOD, over=Over(TODAY, "2026年11月21日撤销")), "committee_appoints_no_more"),
        (replace(GOOD, held=(*GOOD.held, term(WANG, Office.CUSTODIAN))), "approver_may_not_keep"),
        (replace(GOOD, held=(*GOOD.held, term(WANG, Office.DIRECTOR))), "office_already_held"),
        (replace(GOOD, wanted=replace(WANTED, since=TODAY - timedelta(days=1), until=TODAY)),
         "loan_begins_in_the_past"),
    ],
)  # fmt: skip
def test_one_changed_fact_is_one_refusal(facts: DelegateFacts, refusal: str) -> None:
    assert codes(refusals_to_delegate(facts, DIRECTOR, TODAY)) == [refusal]


def test_nobody_lends_what_another_holds() -> None:
    other = actor(ZHANG, (Office.DIRECTOR, VILLAGE))
    assert codes(refusals_to_delegate(GOOD, other, TODAY)) == ["not_your_office_to_lend"]


def test_nobody_lends_to_himself() -> None:
    """Not even who is a member too; the near miss is the same loan to another member."""
    own = replace(GOOD, wanted=replace(WANTED, person_id=LI), held=(term(LI, Office.COMMITTEE_MEMBER),))
    assert codes(refusals_to_delegate(own, DIRECTOR, TODAY)) == ["nobody_appoints_himself"]
    other = replace(GOOD, held=(term(WANG, Office.COMMITTEE_MEMBER),))
    assert codes(refusals_to_delegate(other, DIRECTOR, TODAY)) == []


ENDING = EndFacts(term(MA, Office.HANDLER), SEATS_OF_VILLAGE, None, TODAY, "调离")
KEEPING = replace(ENDING, term=term(MA, Office.CUSTODIAN))


@pytest.mark.parametrize(
    ("facts", "by", "refusals"),
    [
        (ENDING, DIRECTOR, []),
        (ENDING, TOWNSHIP_OFFICER, ["not_yours_to_end"]),
        (ENDING, actor(MA, (Office.DIRECTOR, VILLAGE)), ["not_yours_to_end"]),
        (replace(ENDING, on=TODAY - timedelta(days=1)), DIRECTOR, ["past_is_not_taken_back"]),
        (replace(ENDING, reason=" "), DIRECTOR, ["reason_missing"]),
        (replace(ENDING, term=replace(ENDING.term, until=TODAY)), DIRECTOR, ["office_ends_sooner"]),
        (EndFacts(WANTED, SEATS_OF_VILLAGE, LI, TODAY, "回来了"), DIRECTOR, []),
        (EndFacts(WANTED, SEATS_OF_VILLAGE, LI, TODAY, "停"), TOWNSHIP_OFFICER, []),
        (KEEPING, DIRECTOR, ["custody_ends_first"]),
        (KEEPING, TOWNSHIP_OFFICER, ["custody_ends_first", "not_yours_to_end"]),
        (replace(KEEPING, with_custody=True), DIRECTOR, []),
        (replace(ENDING, with_custody=True), DIRECTOR, []),
    ],
)
def test_who_gives_an_office_ends_it(facts: EndFacts, by: Actor, refusals: list[str]) -> None:
    assert codes(refusals_to_end(facts, by, TODAY)) == refusals


CLERK = OwnerFacts(MA, (Post(term(MA, Office.HANDLER), SEATS_OF_VILLAGE),))
KEEPER = OwnerFacts(MA, (Post(term(MA, Office.CUSTODIAN), SEATS_OF_VILLAGE),))


@pytest.mark.clause("H3.2.4c")
@pytest.mark.parametrize(
    ("owner", "by", "refusals"),
    [
        (CLERK, DIRECTOR, []),
        (CLERK, TOWNSHIP_OFFICER, []),
        (CLERK, actor(YANG, (Office.TOWNSHIP, OTHER_TOWNSHIP)), ["not_above_the_owner"]),
        (CLERK, actor(ZHANG, (Office.HANDLER, VILLAGE)), ["not_above_the_owner"]),
        (CLERK, actor(MA, (Office.DIRECTOR, VILLAGE)), ["nobody_resets_himself"]),
        (KEEPER, DIRECTOR, ["approver_may_not_reset_keeper"]),
        (KEEPER, TOWNSHIP_OFFICER, []),
    ],
)
def test_a_reset_needs_somebody_above(owner: OwnerFacts, by: Actor, refusals: list[str]) -> None:
    assert codes(refusals_to_reset(owner, by, "忘了密码")) == refusals


def test_a_reset_needs_a_reason() -> None:
    assert codes(refusals_to_reset(CLERK, DIRECTOR, "")) == ["reason_missing"]


CHANGE = PhoneChange("13800000001", "13800000002", "换了号")


@pytest.mark.parametrize(
    ("owner", "by", "change", "refusals"),
    [
        (CLERK, DIRECTOR, CHANGE, []),
        (CLERK, TOWNSHIP_OFFICER, replace(CHANGE, known=""), []),
        (CLERK, actor(MA, (Office.DIRECTOR, VILLAGE)), CHANGE, ["nobody_resets_himself"]),
        (CLERK, actor(ZHANG, (Office.HANDLER, VILLAGE)), CHANGE, ["not_above_the_owner"]),
        (KEEPER, DIRECTOR, CHANGE, ["approver_may_not_reset_keeper"]),
        (KEEPER, TOWNSHIP_OFFICER, CHANGE, []),
        (replace(CLERK, actor_blocked=True), DIRECTOR, CHANGE, ["recently_reset"]),
        (CLERK, DIRECTOR, replace(CHANGE, reason=" "), ["reason_missing"]),
        (CLERK, DIRECTOR, replace(CHANGE, wanted="138-1"), ["phone_is_wrong"]),
        (CLERK, DIRECTOR, replace(CHANGE, wanted=""), ["phone_is_wrong"]),
        (CLERK, DIRECTOR, replace(CHANGE, wanted=CHANGE.known), ["phone_is_the_same"]),
    ],
)
def test_a_telephone_is_changed_by_whoever_may_reset(
    owner: OwnerFacts, by: Actor, change: PhoneChange, refusals: list[str]
) -> None:
    assert codes(refusals_to_change_phone(owner, by, change)) == refusals
    assert "13800000002" not in repr(CHANGE)


KNOWN = Entered("马秀兰", "13800000001")


@pytest.mark.parametrize(
    ("known", "said", "refusals"),
    [
        (KNOWN, KNOWN, []),
        (KNOWN, replace(KNOWN, phone=""), []),
        (KNOWN, replace(KNOWN, phone="13800000002"), ["phone_is_changed_elsewhere"]),
        (replace(KNOWN, phone=""), KNOWN, ["phone_is_changed_elsewhere"]),
        (KNOWN, replace(KNOWN, name="马秀英"), ["identity_belongs_to_another_name"]),
    ],
)
def test_whoever_is_known_is_entered_as_known(known: Entered, said: Entered, refusals: list[str]) -> None:
    assert codes(refusals_to_enter_again(known, said)) == refusals


@pytest.mark.parametrize(
    ("by", "refusals"),
    [
        (TOWNSHIP_OFFICER, []),
        (DIRECTOR, ["a_third_person_confirms", "not_above_the_owner"]),
        (actor(ZHANG, (Office.DIRECTOR, VILLAGE)), ["not_above_the_owner"]),
        (actor(MA, (Office.TOWNSHIP, TOWNSHIP)), ["a_third_person_confirms"]),
    ],
)
def test_the_township_confirms_a_reset(by: Actor, refusals: list[str]) -> None:
    assert codes(refusals_to_confirm(CLERK, by, LI, confirmed=False)) == refusals


def test_a_reset_is_confirmed_once() -> None:
    found = codes(refusals_to_confirm(CLERK, TOWNSHIP_OFFICER, LI, confirmed=True))
    assert found == ["already_confirmed"]
