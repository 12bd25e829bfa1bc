"""Above every post of the owner; and what a fresh reset of the actor's own log-in stops."""

from dataclasses import replace
from uuid import UUID

import pytest

from tests.people.test_policy_delegate_and_reset import CLERK, GOOD, KEEPER, codes
from tests.people.values import (
    ADMINISTRATION,
    COUNTY,
    DIRECTOR,
    LI,
    MA,
    OTHER_TOWNSHIP,
    OTHER_VILLAGE,
    SEATS_OF_VILLAGE,
    TODAY,
    TOWNSHIP,
    TOWNSHIP_OFFICER,
    YANG,
    ZHANG,
    actor,
    term,
)
from tests.people.values import GOOD as APPOINTING
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.people.policy.above import OwnerFacts, Post, office_above
from zhengyin.people.policy.appoint import refusals_to_appoint
from zhengyin.people.policy.delegate import refusals_to_delegate
from zhengyin.people.policy.reset import (
    refusals_to_confirm,
    refusals_to_manage,
    refusals_to_open,
    refusals_to_reset,
)
from zhengyin.people.who_appoints import Seat

HIGH = {Seat.COUNTY: frozenset({COUNTY}), Seat.ADMINISTRATION: frozenset({ADMINISTRATION})}
COUNTY_OFFICER = actor(ZHANG, (Office.COUNTY_LEAD, COUNTY))
ADMINISTRATOR = actor(ZHANG, (Office.SECURITY_ADMINISTRATOR, ADMINISTRATION))
OTHER_TOWNSHIP_S = {**SEATS_OF_VILLAGE, Seat.TOWNSHIP: frozenset({OTHER_TOWNSHIP})}


def post(office: Office, at: UUID, seats: dict[Seat, frozenset[UUID]]) -> Post:
    return Post(replace(term(MA, office), organization_id=at), seats)


HANDLER = CLERK.posts[0]
MEMBER = Post(term(MA, Office.COMMITTEE_MEMBER), SEATS_OF_VILLAGE)
OFFICER = post(Office.TOWNSHIP, TOWNSHIP, HIGH)
LEAD = post(Office.COUNTY_LEAD, COUNTY, HIGH)
ELSEWHERE = post(Office.HANDLER, OTHER_VILLAGE, OTHER_TOWNSHIP_S)


@pytest.mark.parametrize(
    ("posts", "by", "office"),
    [
        ((HANDLER,), DIRECTOR, Office.DIRECTOR),
        ((HANDLER, MEMBER), DIRECTOR, None),
        ((HANDLER, MEMBER), TOWNSHIP_OFFICER, Office.TOWNSHIP),
        ((HANDLER, OFFICER), DIRECTOR, None),
        ((HANDLER, OFFICER), TOWNSHIP_OFFICER, None),
        ((HANDLER, OFFICER), COUNTY_OFFICER, Office.COUNTY_LEAD),
        ((HANDLER, LEAD), COUNTY_OFFICER, None),
        ((HANDLER, LEAD), DIRECTOR, None),
        ((HANDLER, LEAD), ADMINISTRATOR, Office.SECURITY_ADMINISTRATOR),
        ((HANDLER, ELSEWHERE), TOWNSHIP_OFFICER, None),
        ((HANDLER, ELSEWHERE), COUNTY_OFFICER, Office.COUNTY_LEAD),
        ((HANDLER,), COUNTY_OFFICER, None),
        ((HANDLER,), ADMINISTRATOR, None),
        ((), TOWNSHIP_OFFICER, None),
    ],
)
@pytest.mark.clause("H1a")
def test_above_every_post(posts: tuple[Post, ...], by: Actor, office: Office | None) -> None:
    facts = OwnerFacts(MA, posts)
    expected = [] if office else ["not_above_the_owner"]
    assert office_above(facts, by) is office
    assert codes(refusals_to_reset(facts, by, "忘了")) == expected
    assert codes(refusals_to_open(facts, by)) == expected
    assert codes(refusals_to_manage(facts, by)) == expected


@pytest.mark.parametrize(
    ("posts", "by", "refusals"),
    [
        ((HANDLER, MEMBER), TOWNSHIP_OFFICER, []),
        ((HANDLER, OFFICER), actor(YANG, (Office.TOWNSHIP, TOWNSHIP)), ["not_above_the_owner"]),
        ((OFFICER,), COUNTY_OFFICER, []),
        ((HANDLER, LEAD), COUNTY_OFFICER, ["not_above_the_owner"]),
        ((LEAD,), ADMINISTRATOR, []),
    ],
)
def test_who_confirms_stands_above_every_post(
    posts: tuple[Post, ...], by: Actor, refusals: list[str]
) -> None:
    assert codes(refusals_to_confirm(OwnerFacts(MA, posts), by, LI, confirmed=False)) == refusals


def test_a_fresh_reset_of_the_own_log_in_stops_what_reaches_others() -> None:
    blocked = replace(CLERK, actor_blocked=True)
    assert codes(refusals_to_reset(blocked, DIRECTOR, "忘了")) == ["recently_reset"]
    assert codes(refusals_to_open(blocked, DIRECTOR)) == ["recently_reset"]
    assert codes(refusals_to_confirm(blocked, TOWNSHIP_OFFICER, LI, confirmed=False)) == ["recently_reset"]
    assert codes(refusals_to_delegate(replace(GOOD, blocked=True), DIRECTOR, TODAY)) == ["recently_reset"]
    assert codes(refusals_to_appoint(APPOINTING, DIRECTOR, None, TODAY)) == []
    appointing = replace(APPOINTING, blocked=True)
    assert codes(refusals_to_appoint(appointing, DIRECTOR, None, TODAY)) == ["recently_reset"]


def test_one_open_account_a_person() -> None:
    assert codes(refusals_to_open(CLERK, DIRECTOR)) == []
    assert codes(refusals_to_open(replace(CLERK, has_account=True), DIRECTOR)) == ["account_there_already"]


@pytest.mark.clause("H3.2.4c")
def test_who_approves_opens_no_account_for_who_keeps_the_seal() -> None:
    """The first password passes through the hands of whoever opens it."""
    assert codes(refusals_to_open(KEEPER, DIRECTOR)) == ["approver_may_not_open_keeper"]
    assert codes(refusals_to_open(KEEPER, TOWNSHIP_OFFICER)) == []
