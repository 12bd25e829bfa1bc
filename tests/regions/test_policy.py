"""One changed fact, one refusal; the near miss beside it."""

from dataclasses import replace
from uuid import UUID

import pytest

from zhengyin.regions.names import CommitteeKind
from zhengyin.regions.policy import (
    CounterFacts,
    IssuerFacts,
    NameFacts,
    Signer,
    refusals_to_confirm_legal_name,
    refusals_to_issue,
    refusals_to_set_counter,
)

TOWN, OTHER, OWN = UUID(int=1), UUID(int=2), UUID(int=3)
BY_TOWN = Signer("township", TOWN)
NAME = NameFacts(
    kind=CommitteeKind.VILLAGE,
    display_name="平头川镇李家湾村民委员会",
    township_id=TOWN,
    standing_name="",
    standing_uscc="",
    uscc_taken_by="",
    legal_name="会宁县平头川镇李家湾村村民委员会",
    uscc="54620422DEM0000018",
    certificate_filed=True,
    demonstration=False,
)
ISSUER = IssuerFacts(CommitteeKind.VILLAGE, "平头川镇李家湾村", True, False)
COUNTER = CounterFacts(OWN, TOWN, "township", "director", "0943-0000101")


def codes(refusals):
    return [refusal.code for refusal in refusals]


def right_code(base: str) -> str:
    from stdnum.cn import uscc

    return base + uscc.calc_check_digit(base + "0")


GOOD = replace(NAME, uscc=right_code("54620422DEM000001"))


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"kind": CommitteeKind.VIRTUAL}, "virtual_community_never_issues"),
        ({"township_id": OTHER}, "only_its_township_confirms_the_name"),
        ({"legal_name": "李家湾村"}, "legal_name_not_full"),
        ({"legal_name": "李家湾村委会"}, "legal_name_not_full"),
        ({"uscc": right_code("91620422DEM000001")}, "uscc_wrong"),
        ({"uscc": GOOD.uscc[:-1] + ("0" if GOOD.uscc[-1] != "0" else "1")}, "uscc_wrong"),
        ({"uscc": ""}, "uscc_wrong"),
        ({"uscc_taken_by": "八里湾乡李家湾村民委员会"}, "uscc_belongs_to_another"),
        ({"certificate_filed": False}, "uscc_certificate_missing"),
        ({"ended": "2026年11月1日撤销"}, "ended_stays_as_it_was"),
        ({"name_taken_by": "八里湾乡李家湾村"}, "legal_name_belongs_to_another"),
        ({"own_part": "三道湾"}, "legal_name_lacks_its_own"),
        ({"standing_name": GOOD.legal_name, "standing_uscc": GOOD.uscc}, "legal_name_stands_already"),
    ],
)
def test_one_changed_fact_is_one_refusal(change, refusal):
    assert codes(refusals_to_confirm_legal_name(replace(GOOD, **change), BY_TOWN)) == [refusal]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"kind": CommitteeKind.RESIDENTS, "legal_name": "会师门社区居民委员会"},
        {"certificate_filed": False, "demonstration": True},
        {"own_part": "李家湾"},
        {"own_part": "三道湾", "why_without": "2019年更名，统计名称还没有改"},
        {"standing_name": GOOD.legal_name, "standing_uscc": right_code("54620422DEM000002")},
    ],
)
def test_the_near_miss_passes(change):
    assert codes(refusals_to_confirm_legal_name(replace(GOOD, **change), BY_TOWN)) == []


@pytest.mark.parametrize("office", ["director", "county_lead", "system_administrator", "custodian"])
def test_no_other_office_confirms_a_name(office):
    refused = codes(refusals_to_confirm_legal_name(GOOD, Signer(office, TOWN)))
    assert refused == ["only_its_township_confirms_the_name"]


@pytest.mark.parametrize(
    ("change", "refusals"),
    [
        ({}, []),
        ({"legal_name_confirmed": False}, ["legal_name_not_confirmed"]),
        ({"legal_name_confirmed": False, "demonstration": True}, []),
        ({"kind": CommitteeKind.VIRTUAL}, ["virtual_community_never_issues"]),
        ({"kind": CommitteeKind.VIRTUAL, "demonstration": True}, ["virtual_community_never_issues"]),
    ],
)
def test_who_may_issue(change, refusals):
    assert codes(refusals_to_issue(replace(ISSUER, **change))) == refusals


@pytest.mark.parametrize(
    ("signer", "refusals"),
    [
        (Signer("director", OWN), []),
        (Signer("township", TOWN), []),
        (Signer("director", OTHER), ["not_your_counter"]),
        (Signer("township", OTHER), ["not_your_counter"]),
        (Signer("handler", OWN), ["not_your_counter"]),
        (Signer("county_lead", TOWN), ["not_your_counter"]),
    ],
)
def test_who_sets_a_counter(signer, refusals):
    assert codes(refusals_to_set_counter(COUNTER, signer)) == refusals


def test_a_counter_has_a_telephone():
    blank = replace(COUNTER, telephone="  ")
    assert codes(refusals_to_set_counter(blank, Signer("director", OWN))) == ["telephone_missing"]


def test_the_door_of_a_committee_that_ended_stays_as_it_was():
    gone = replace(COUNTER, ended="2026年11月1日撤销")
    assert codes(refusals_to_set_counter(gone, BY_TOWN)) == ["ended_stays_as_it_was"]
