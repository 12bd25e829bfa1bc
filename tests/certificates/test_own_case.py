"""Nobody approves or seals the own case: applicant, certified or proxy, whatever the name looks like."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from tests.certificates import cast
from tests.certificates.attempts import refused
from tests.certificates.offices import appoint, lend
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.actions import CheckGiven
from zhengyin.certificates.asked import Application, PersonGiven
from zhengyin.certificates.told import RefusalGiven
from zhengyin.people.actor import Actor
from zhengyin.people.models import Account, Person
from zhengyin.people.offices import Office
from zhengyin.registers.queries import now

DIRECTOR, CUSTODIAN = "620422197306040003", "620422199409130000"  # 李国栋, 张建平
STRANGER = "620422196805120003"

As = Callable[[PersonGiven], Application]


def as_applicant(person: PersonGiven) -> Application:
    return replace(cast.application(), applicant=person, certified=(cast.RESIDENT,))


def as_certified(person: PersonGiven) -> Application:
    return replace(cast.application(), certified=(cast.RESIDENT, person))


def as_proxy(person: PersonGiven) -> Application:
    return replace(cast.application(), proxy=person)


def approve(case: UUID, director: Actor) -> None:
    cast.agree(certificate_id=case, near_relative=False, actor=director, at=now())


def seal(case: UUID, custodian: Actor) -> None:
    cast.seal(case, custodian)


ROLES = pytest.mark.parametrize("role", [as_applicant, as_certified, as_proxy])
HIDDEN: list[tuple[str, str, dict[str, Any]]] = [
    ("李国栋", DIRECTOR, {}),
    ("李·国栋", f" {DIRECTOR[:6]} {DIRECTOR[6:]} ", {}),  # another spelling of the name
    ("李国栋", "", {}),  # the bare name is taken as the same person
    ("李 国 栋", "", {}),
    ("李国栋", "G12345678", {"identity_kind": "护照"}),  # another document says nothing of the number
    ("李国栋", "620422197306040004", {"identity_note": "证件上就是这样写的"}),  # nor does a doubtful one
]


KIN_CHECKS = (
    CheckGiven("person", "document_seen", "居民身份证", True),
    CheckGiven("relation", "household_book", "户口簿", True),
)


@pytest.mark.clause("H3.2.4c")
@pytest.mark.parametrize(
    "relative, codes", [("李国栋", ["own_case"]), ("李 国 栋", ["own_case"]), ("李国梁", [])]
)
def test_the_director_does_not_certify_the_own_kinship(world: World, relative: str, codes: list[str]) -> None:
    """A relative on the paper is no party with a number, yet the paper speaks of them."""
    kin = cast.kinship()
    wanted = replace(kin, values={**kin.values, "relative_name": relative})
    case, director = cast.verified(wanted=wanted, checks=KIN_CHECKS), cast.officer("hn.ljw.director")
    if codes:
        refused(lambda: approve(case, director), *codes)
    else:
        approve(case, director)


@ROLES
@pytest.mark.parametrize("name, number, more", HIDDEN)
def test_the_director_does_not_approve_the_own_case(
    world: World, role: As, name: str, number: str, more: dict[str, Any]
) -> None:
    case, director = (
        cast.verified(wanted=role(PersonGiven(name, number, **more))),
        cast.officer("hn.ljw.director"),
    )
    refused(lambda: approve(case, director), "own_case")
    stand_in = lend("hn.ljw.director", "hn.ljw.deputy")
    approve(case, stand_in)


@ROLES
@pytest.mark.parametrize(
    "name, number", [("李国栋", STRANGER), ("李国梁", "")], ids=["a namesake", "a bare other name"]
)
def test_a_namesake_with_another_number_is_another_person(
    world: World, role: As, name: str, number: str
) -> None:
    case = cast.verified(wanted=role(PersonGiven(name, number)))
    approve(case, cast.officer("hn.ljw.director"))


@pytest.mark.clause("H3.2.4c", "O2.3c")
@ROLES
def test_the_custodian_does_not_seal_the_own_case(world: World, role: As) -> None:
    """And who approved does not seal either: the near miss is anybody else's paper."""
    person = PersonGiven("张·建平", CUSTODIAN)
    case, director = cast.verified(wanted=role(person)), cast.officer("hn.ljw.director")
    approve(case, director)
    custodian = cast.officer("hn.ljw.custodian")
    grant = actions.grant(certificate_ids=[case], actor=custodian, at=now())
    refused(lambda: again(case, grant.pk, custodian), "own_case")
    refused(lambda: again(case, grant.pk, director), "wrong_office")
    other = cast.approved()
    seal(other, custodian)


def again(case: UUID, grant: UUID, actor: Actor) -> None:
    actions.seal(
        certificate_id=case,
        grant_id=grant,
        copies=1,
        impressions=1,
        near_relative=False,
        actor=actor,
        at=now(),
    )


def test_the_second_approver_does_not_countersign_the_own_case(world: World) -> None:
    deputy = PersonGiven("王·桂芳", "620422198011070007")
    wanted = replace(cast.soft(), applicant=deputy, certified=(cast.RESIDENT,))
    case = cast.verified(wanted=wanted, checks=cast.SOFT_CHECKS)
    approve(case, cast.officer("hn.ljw.director"))
    second = cast.officer("hn.ljw.deputy")
    refused(
        lambda: cast.second(certificate_id=case, near_relative=False, actor=second, at=now()),
        "own_case",
    )


def give_back(case: UUID, actor: Actor) -> None:
    actions.return_to_verifying(certificate_id=case, reason="住址写错了", actor=actor, at=now())


def decline(case: UUID, actor: Actor) -> None:
    given = RefusalGiven("not_true", "人已搬走多年", "现住的社区")
    actions.decline(certificate_id=case, given=given, actor=actor, at=now())


@pytest.mark.parametrize("act", [give_back, decline])
def test_nobody_gives_back_or_declines_the_own_case(world: World, act: Callable[[UUID, Actor], None]) -> None:
    case = cast.verified(wanted=as_applicant(PersonGiven("李国栋", DIRECTOR)))
    director = cast.officer("hn.ljw.director")
    refused(lambda: act(case, director), "own_case")
    act(case, lend("hn.ljw.director", "hn.ljw.deputy"))


@pytest.mark.parametrize("act", [give_back, decline])
def test_who_stepped_aside_gives_back_and_declines_nothing(
    world: World, act: Callable[[UUID, Actor], None]
) -> None:
    """Director and second approver alike; another's case they still send back."""
    soft = cast.verified(wanted=cast.soft(), checks=cast.SOFT_CHECKS)
    approve(soft, cast.officer("hn.ljw.director"))
    for case, name in ((cast.verified(), "hn.ljw.director"), (soft, "hn.ljw.deputy")):
        officer = cast.officer(name)
        actions.recuse(certificate_id=case, actor=officer, at=now())
        refused(lambda: act(case, officer), "recused")  # noqa: B023
    act(cast.verified(), cast.officer("hn.ljw.director"))


def second_account(username: str, of: str) -> None:
    """The same human gets another log-in; offices hang on the person."""
    person = Person.objects.get(accounts__username=of)
    Account.objects.create(username=username, person=person, password="!", created_at=now())


def test_two_accounts_are_one_person(world: World) -> None:
    """The clerk's second log-in may not approve what the first one handled, nor get round the own case."""
    second_account("hn.ljw.other", "hn.ljw.deputy")
    appoint("hn.ljw.deputy", Office.HANDLER, by=cast.officer("hn.ljw.director"))
    lend("hn.ljw.director", "hn.ljw.deputy")
    first, other = cast.officer("hn.ljw.deputy"), cast.officer("hn.ljw.other")
    assert (first.person_id, first.holds) == (other.person_id, other.holds)
    assert first.session_id != other.session_id
    handled = cast.applied()
    cast.accept(handled, first)
    clerk = cast.officer("hn.ljw.clerk")
    actions.start_verifying(certificate_id=handled, actor=clerk, at=now())
    actions.record_checks(certificate_id=handled, checks=cast.CHECKS, actor=clerk, at=now())
    actions.verify(certificate_id=handled, actor=clerk, at=now())
    refused(lambda: approve(handled, other), "handler_may_not_approve")
    approve(cast.verified(), other)


def test_a_grant_of_one_log_in_is_none_of_the_other(world: World) -> None:
    second_account("hn.ljw.keeper", "hn.ljw.custodian")
    case, first, other = cast.approved(), cast.officer("hn.ljw.custodian"), cast.officer("hn.ljw.keeper")
    grant = actions.grant(certificate_ids=[case], actor=first, at=now())
    refused(lambda: again(case, grant.pk, other), "grant_missing")
    again(case, grant.pk, first)
