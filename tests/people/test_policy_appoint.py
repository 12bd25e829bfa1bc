"""One changed fact, one refusal; the near miss beside it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.people.values import (
    ADMINISTRATION,
    BY_ELECTION,
    COUNTY,
    DIRECTOR,
    GOOD,
    HANDLER,
    LI,
    MA,
    OTHER_TOWNSHIP,
    OTHER_VILLAGE,
    TODAY,
    TOWNSHIP_OFFICER,
    VILLAGE,
    WANG,
    YANG,
    YEAR_START,
    ZHANG,
    actor,
    term,
)
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Nature, Office, Standing
from zhengyin.people.policy.appoint import AppointFacts, Over, Paper, refusals_to_appoint
from zhengyin.people.policy.terms import Term
from zhengyin.people.who_appoints import Basis, Seat


def codes(facts: AppointFacts, by: Actor = DIRECTOR, second: Actor | None = None) -> list[str]:
    return [one.code for one in refusals_to_appoint(facts, by, second, TODAY)]


def wanting(**changes: Any) -> AppointFacts:
    return replace(GOOD, wanted=replace(HANDLER, **changes))


def test_a_director_appoints_a_handler() -> None:
    assert codes(GOOD) == []


@pytest.mark.clause("H1a")
@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        (replace(GOOD, organization_kind="township"), "organization_has_no_such_office"),
        (replace(GOOD, paper=Paper(Basis.DIRECTOR, "  ")), "basis_document_missing"),
        (replace(GOOD, paper=Paper(Basis.DOCUMENT, "文件")), "basis_does_not_fit"),
        (wanting(person_id=LI), "nobody_appoints_himself"),
        (wanting(until=TODAY), "term_is_empty"),
        (replace(GOOD, held=(term(MA, Office.HANDLER),)), "office_already_held"),
        (replace(GOOD, over=Over(TODAY, "2026年11月21日撤销")), "committee_appoints_no_more"),
        (wanting(office=Office.RESIDENT), "office_is_not_appointed"),
        (wanting(office=Office.SECOND_APPROVER), "second_approver_is_no_member"),
    ],
)
def test_one_changed_fact_is_one_refusal(facts: AppointFacts, refusal: str) -> None:
    assert codes(facts) == [refusal]


@pytest.mark.parametrize(
    "facts",
    [
        wanting(until=TODAY + timedelta(days=1)),
        replace(GOOD, held=(term(MA, Office.HANDLER, until=TODAY),)),
        replace(GOOD, wanted=replace(HANDLER, since=YEAR_START, until=TODAY), over=Over(TODAY, "撤销")),
        replace(GOOD, held=(term(WANG, Office.HANDLER),)),
        replace(GOOD, wanted=replace(HANDLER, office=Office.SECOND_APPROVER),
                held=(term(MA, Office.COMMITTEE_MEMBER),)),
    ],
)  # fmt: skip
def test_near_misses_pass(facts: AppointFacts) -> None:
    assert codes(facts) == []


@pytest.mark.clause("H1a")
@pytest.mark.parametrize(
    "stranger",
    [
        actor(ZHANG),
        actor(ZHANG, (Office.DIRECTOR, OTHER_VILLAGE)),
        actor(ZHANG, (Office.HANDLER, VILLAGE)),
        TOWNSHIP_OFFICER,
    ],
)
def test_only_this_village_s_director_appoints_its_handler(stranger: Actor) -> None:
    assert codes(GOOD, stranger) == ["not_yours_to_appoint"]


NEW_DIRECTOR = replace(GOOD, wanted=replace(HANDLER, office=Office.DIRECTOR), paper=BY_ELECTION)


@pytest.mark.parametrize(
    ("elected_on", "refusals"),
    [
        (None, ["election_day_missing"]),
        (TODAY + timedelta(days=1), ["election_lies_ahead"]),
        (TODAY, []),
    ],
)
def test_a_director_comes_from_the_recorded_election(elected_on: date | None, refusals: list[str]) -> None:
    paper = replace(BY_ELECTION, elected_on=elected_on)
    assert codes(replace(NEW_DIRECTOR, paper=paper), TOWNSHIP_OFFICER) == refusals


def test_another_township_does_not_appoint_the_director() -> None:
    other = actor(YANG, (Office.TOWNSHIP, OTHER_TOWNSHIP))
    assert codes(NEW_DIRECTOR, other) == ["not_yours_to_appoint"]


def test_a_presiding_deputy_rests_on_a_township_document() -> None:
    wanted = replace(NEW_DIRECTOR.wanted, nature=Nature.PRESIDING)
    facts = replace(NEW_DIRECTOR, wanted=wanted, paper=Paper(Basis.DOCUMENT, "镇党委文件"))
    assert codes(facts, TOWNSHIP_OFFICER) == []
    assert codes(replace(facts, paper=BY_ELECTION), TOWNSHIP_OFFICER) == ["basis_does_not_fit"]


@pytest.mark.parametrize("nature", [Nature.APPOINTED, Nature.PRESIDING])
def test_one_director_at_a_time(nature: Nature) -> None:
    sitting = replace(term(LI, Office.DIRECTOR), nature=nature)
    facts = replace(NEW_DIRECTOR, held=(sitting,))
    assert codes(facts, TOWNSHIP_OFFICER) == ["seat_is_taken"]
    gone = replace(sitting, until=TODAY)
    assert codes(replace(NEW_DIRECTOR, held=(gone,)), TOWNSHIP_OFFICER) == []


KEEPER = replace(GOOD, wanted=replace(HANDLER, office=Office.CUSTODIAN))


@pytest.mark.clause("H3.2.4c", "O2.3c")
@pytest.mark.parametrize("approving", [Office.DIRECTOR, Office.SECOND_APPROVER])
def test_who_approves_does_not_keep(approving: Office) -> None:
    assert codes(replace(KEEPER, held=(term(MA, approving),))) == ["approver_may_not_keep"]
    lent = replace(term(MA, approving), nature=Nature.DELEGATED)
    assert codes(replace(KEEPER, held=(lent,))) == ["approver_may_not_keep"]


@pytest.mark.clause("H3.2.4c", "O2.3c")
@pytest.mark.parametrize(
    "held",
    [
        term(MA, Office.DIRECTOR, until=TODAY),
        term(WANG, Office.DIRECTOR),
        replace(term(MA, Office.DIRECTOR), organization_id=OTHER_VILLAGE),
        term(MA, Office.HANDLER),
        term(MA, Office.COMMITTEE_MEMBER),
    ],
)
def test_but_may_keep_the_day_after_elsewhere_or_in_another_office(held: Term) -> None:
    assert codes(replace(KEEPER, held=(held,))) == []


@pytest.mark.clause("H3.2.4c", "O2.3c")
def test_who_approved_this_morning_keeps_nothing_this_afternoon() -> None:
    """Ended today by somebody, so held until that hour. Near misses: by itself; tomorrow; before it began."""
    loan = term(MA, Office.DIRECTOR, since=TODAY, until=TODAY)
    for held in (term(MA, Office.SECOND_APPROVER, until=TODAY), loan):
        ended = replace(held, ended_on=TODAY)
        assert codes(replace(KEEPER, held=(ended,))) == ["approver_may_not_keep"]
        for near in (
            held,
            replace(ended, until=TODAY - timedelta(days=1), ended_on=TODAY - timedelta(days=1)),
            replace(ended, organization_id=OTHER_VILLAGE),
            replace(ended, person_id=WANG),
        ):
            assert codes(replace(KEEPER, held=(near,))) == []
        tomorrow = replace(KEEPER.wanted, since=TODAY + timedelta(days=1))
        assert codes(replace(KEEPER, wanted=tomorrow, held=(ended,))) == []
    next_week = TODAY + timedelta(days=7)
    taken_back = replace(loan, since=next_week, until=next_week, ended_on=TODAY)
    assert codes(replace(KEEPER, held=(taken_back,))) == []


@pytest.mark.clause("H3.2.4c", "O2.3c")
def test_who_kept_the_seal_this_morning_approves_nothing_this_afternoon() -> None:
    wanted = replace(HANDLER, office=Office.SECOND_APPROVER)
    member, kept = term(MA, Office.COMMITTEE_MEMBER), term(MA, Office.CUSTODIAN, until=TODAY)
    facts = replace(GOOD, wanted=wanted, held=(member, replace(kept, ended_on=TODAY)))
    assert codes(facts) == ["approver_may_not_keep"]
    assert codes(replace(facts, held=(member, kept))) == []
    assert codes(replace(facts, wanted=replace(wanted, since=TODAY + timedelta(days=1)))) == []


@pytest.mark.clause("H3.2.4c", "O2.3c")
def test_who_keeps_is_not_made_approver() -> None:
    wanted = replace(HANDLER, office=Office.SECOND_APPROVER)
    held = (term(MA, Office.COMMITTEE_MEMBER), term(MA, Office.CUSTODIAN))
    assert codes(replace(GOOD, wanted=wanted, held=held)) == ["approver_may_not_keep"]


@pytest.mark.clause("H3.2.4c")
@pytest.mark.parametrize("other", [Office.DIRECTOR, Office.SECOND_APPROVER, Office.CUSTODIAN])
def test_who_watches_neither_approves_nor_keeps(other: Office) -> None:
    """Near misses: another village, the day after, an office that decides nothing."""
    wanted = replace(HANDLER, office=Office.SUPERVISION_COMMITTEE)
    watching = replace(GOOD, wanted=wanted)
    held = term(MA, other)
    assert "who_watches_only_watches" in codes(replace(watching, held=(held,)))
    for near in (replace(held, organization_id=OTHER_VILLAGE), term(MA, other, until=TODAY)):
        assert "who_watches_only_watches" not in codes(replace(watching, held=(near,)))
    assert "who_watches_only_watches" not in codes(replace(watching, held=(term(MA, Office.HANDLER),)))
    assert "who_watches_only_watches" in codes(
        replace(KEEPER, held=(term(MA, Office.SUPERVISION_COMMITTEE),))
    )


def _by_whom(office: Office) -> tuple[AppointFacts, Actor]:
    """The facts that let this office be given, and who gives it."""
    facts = replace(GOOD, wanted=replace(HANDLER, office=office))
    if office is Office.DIRECTOR:
        return replace(facts, paper=BY_ELECTION), TOWNSHIP_OFFICER
    return facts, DIRECTOR


@pytest.mark.clause("H4.2b")
@pytest.mark.parametrize("above", [Office.TOWNSHIP, Office.COUNTY_LEAD, Office.CITY])
@pytest.mark.parametrize("doing", [Office.HANDLER, Office.DIRECTOR, Office.CUSTODIAN])
def test_who_is_above_does_no_village_work(above: Office, doing: Office) -> None:
    """Whichever village. Near misses: somebody else; from the day on which the office above is over."""
    facts, by = _by_whom(doing)
    held = replace(term(MA, above), organization_id=OTHER_TOWNSHIP)
    assert codes(replace(facts, held=(held,)), by) == ["above_does_no_village_work"]
    for near in (replace(held, person_id=WANG), replace(held, until=TODAY)):
        assert codes(replace(facts, held=(near,)), by) == []


@pytest.mark.clause("H4.2b")
@pytest.mark.parametrize("doing", [Office.HANDLER, Office.DIRECTOR, Office.SECOND_APPROVER, Office.CUSTODIAN])
def test_who_works_in_a_village_is_not_put_above_it(doing: Office) -> None:
    """Near misses: whoever only sits in a committee, or watches there."""
    facts = replace(
        GOOD,
        wanted=replace(HANDLER, office=Office.TOWNSHIP, organization_id=OTHER_TOWNSHIP),
        organization_kind="township",
        paper=Paper(Basis.DOCUMENT, "任职文件"),
    )
    county = actor(UUID(int=303), (Office.COUNTY_LEAD, COUNTY))
    assert codes(replace(facts, held=(term(MA, doing),)), county) == ["above_does_no_village_work"]
    near = (term(MA, Office.COMMITTEE_MEMBER), term(MA, Office.SUPERVISION_COMMITTEE))
    assert codes(replace(facts, held=near), county) == []


@pytest.mark.clause("H3.2.4c")
@pytest.mark.parametrize("days, refusals", [(30, []), (31, ["loan_is_too_long"])])
def test_acting_custody_lasts_at_most_30_days(days: int, refusals: list[str]) -> None:
    wanted = replace(KEEPER.wanted, nature=Nature.ACTING, until=TODAY + timedelta(days=days))
    assert codes(replace(KEEPER, wanted=wanted)) == refusals
    held = (term(MA, Office.DIRECTOR),)
    assert "approver_may_not_keep" in codes(replace(KEEPER, wanted=wanted, held=held))


def test_the_keeper_of_one_seal_may_act_for_the_keeper_of_another() -> None:
    """Near miss: each of the two is held once."""
    acting = replace(KEEPER.wanted, nature=Nature.ACTING, until=TODAY + timedelta(days=5))
    keeps = term(MA, Office.CUSTODIAN)
    assert codes(replace(KEEPER, wanted=acting, held=(keeps,))) == []
    assert codes(replace(KEEPER, held=(acting,))) == []
    assert codes(replace(KEEPER, wanted=acting, held=(acting,))) == ["office_already_held"]
    assert codes(replace(KEEPER, held=(keeps,))) == ["office_already_held"]


def test_acting_custody_has_an_end() -> None:
    wanted = replace(KEEPER.wanted, nature=Nature.ACTING)
    assert codes(replace(KEEPER, wanted=wanted)) == ["loan_is_too_long"]


@pytest.mark.parametrize("standing", [one for one in Standing if one is not Standing.REGULAR])
def test_temporary_people_never_approve_nor_keep(standing: Standing) -> None:
    keeper = replace(KEEPER, wanted=replace(KEEPER.wanted, standing=standing))
    assert codes(keeper) == ["never_approves_nor_keeps"]
    handler_by_trade = replace(term(MA, Office.HANDLER), standing=standing)
    assert codes(replace(KEEPER, held=(handler_by_trade,))) == ["never_approves_nor_keeps"]
    assert codes(wanting(standing=standing)) == []


ADMINISTRATOR = actor(UUID(int=301), (Office.SYSTEM_ADMINISTRATOR, ADMINISTRATION))
ANOTHER = actor(UUID(int=302), (Office.AUDIT_ADMINISTRATOR, ADMINISTRATION))
OFFICER = actor(UUID(int=303), (Office.COUNTY_LEAD, COUNTY))
NEW_LEAD = replace(
    GOOD,
    wanted=replace(HANDLER, office=Office.COUNTY_LEAD, organization_id=COUNTY),
    organization_kind="county_lead",
    seats={Seat.SAME: frozenset({COUNTY}), Seat.ADMINISTRATION: frozenset({ADMINISTRATION})},
    paper=Paper(Basis.DOCUMENT, "任职文件"),
)


@pytest.mark.clause("H1a")
@pytest.mark.parametrize(
    ("second", "refusals"),
    [
        (OFFICER, []),
        (None, ["second_person_missing"]),
        (ADMINISTRATOR, ["second_person_missing"]),
        (ANOTHER, ["second_person_lacks_office"]),
        (replace(OFFICER, person_id=MA), ["nobody_appoints_himself"]),
    ],
)
def test_a_county_officer_needs_a_second_person(second: Actor | None, refusals: list[str]) -> None:
    assert codes(NEW_LEAD, ADMINISTRATOR, second) == refusals


def test_the_first_county_officer_comes_from_two_administrators() -> None:
    assert codes(replace(NEW_LEAD, first_officer=True), ADMINISTRATOR, ANOTHER) == []


NEW_ADMINISTRATOR = replace(
    NEW_LEAD,
    wanted=replace(HANDLER, office=Office.SECURITY_ADMINISTRATOR, organization_id=ADMINISTRATION),
    organization_kind="administration",
    seats={Seat.SAME: frozenset({ADMINISTRATION})},
)


def test_an_administrator_comes_from_the_other_two_and_sees_no_cases() -> None:
    assert codes(NEW_ADMINISTRATOR, ADMINISTRATOR, ANOTHER) == []
    assert codes(NEW_ADMINISTRATOR, ADMINISTRATOR) == ["second_person_missing"]
    busy = replace(NEW_ADMINISTRATOR, held=(term(MA, Office.HANDLER),))
    assert codes(busy, ADMINISTRATOR, ANOTHER) == ["administrator_sees_no_cases"]
    double = replace(NEW_ADMINISTRATOR, held=(term(MA, Office.AUDIT_ADMINISTRATOR),))
    assert codes(double, ADMINISTRATOR, ANOTHER) == ["administrators_are_three_people"]
