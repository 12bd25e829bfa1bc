"""Whether public interest is touched: asked on every yes, at the counter or when a 预约 is taken in."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from tests.certificates import cast
from tests.certificates.attempts import last_line, refused
from tests.world import World
from zhengyin.catalogue.kinds import Lock, Said, Tie
from zhengyin.certificates import actions
from zhengyin.certificates.actions import CheckGiven
from zhengyin.certificates.asked import Application, Channel, IdentityMethod
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.workflow import State
from zhengyin.people.actor import Actor
from zhengyin.registers.queries import now

CHECKS = (
    CheckGiven("person", "document_seen", "居民身份证", True),
    CheckGiven("none", "ledger", "2025年宅基地台账", True),
)


def homestead(**question: Any) -> Application:
    """无宅基地证明: its entry leaves the question to the case."""
    usual = cast.application("ISS-XY-01", "government", household="李家湾村三社", ledger_year="2025")
    asked = replace(usual.question, asked_for="无宅基地证明", demanding_unit="平头川镇人民政府", **question)
    return replace(usual, question=asked, purpose="申请宅基地")


def appointed(village: str) -> UUID:
    """The same as a resident sends it from the telephone: nobody there can answer it."""
    wanted = replace(homestead(), channel=Channel.ONLINE)
    done = actions.apply(organization_id=cast.VILLAGES[village], application=wanted, actor=None, at=now())
    return done.certificate_id


def accept(case: UUID, clerk: Actor, interest: Said = Said.NOT_ASKED, reason: str = "") -> None:
    actions.accept(
        certificate_id=case, identity_method=IdentityMethod.DOCUMENT, identity_note="", ties=[Tie.REGISTERED],
        public_interest=interest, public_interest_reason=reason, actor=clerk, at=now(),
    )  # fmt: skip


@pytest.mark.clause("O2.1d", "H3.2.2b")
def test_an_appointment_is_not_taken_in_before_the_handler_has_answered(world: World) -> None:
    case, clerk = appointed("hn.ljw"), cast.officer("hn.ljw.clerk")
    refused(lambda: accept(case, clerk), "question_open")
    refused(lambda: accept(case, clerk, Said.YES), "interest_reason_missing")
    refused(lambda: accept(case, clerk, Said.YES, " 　"), "interest_reason_missing")
    accept(case, clerk, Said.YES, "要占村里的公用地")
    line = last_line(case)
    assert line.columns["public_interest"] == "涉及"
    assert line.personal and line.personal["public_interest_reason"] == "要占村里的公用地"
    assert Certificate.objects.get(pk=case).lock == Lock.SEAL  # 会宁: locks the seal


@pytest.mark.clause("O2.1d")
def test_a_no_opens_the_way_to_the_seal(world: World) -> None:
    case, clerk = appointed("hn.ljw"), cast.officer("hn.ljw.clerk")
    accept(case, clerk, Said.NO)
    assert last_line(case).columns["public_interest"] == "不涉及"
    assert sealed_through(case, "hn.ljw").state == State.SEALED


@pytest.mark.clause("H3.2.2b")
def test_what_touches_everybody_waits_before_the_seal(world: World) -> None:
    case = appointed("hn.ljw")
    accept(case, cast.officer("hn.ljw.clerk"), Said.YES, "要占村里的公用地")
    approve(case, "hn.ljw")
    custodian = cast.officer("hn.ljw.custodian")
    grant = actions.grant(certificate_ids=[case], actor=custodian, at=now())
    refused(lambda: cast.seal_with(case, grant.id, custodian), "deliberation_missing")


@pytest.mark.clause("O2.1d")
def test_in_ordos_it_waits_before_the_approval(world: World) -> None:
    case = appointed("od.hrgt")
    accept(case, cast.officer("od.hrgt.clerk"), Said.YES, "要占嘎查的公用地")
    verify(case, cast.officer("od.hrgt.clerk"))
    director = cast.officer("od.hrgt.director")
    refused(lambda: agree(case, director), "deliberation_missing")


@pytest.mark.clause("O2.1d")
def test_the_counter_answers_before_it_takes_the_application(world: World) -> None:
    refused(lambda: cast.applied(wanted=homestead()), "question_open")
    refused(lambda: cast.applied(wanted=homestead(public_interest=Said.YES)), "interest_reason_missing")
    said = homestead(public_interest=Said.YES, public_interest_reason="要占村里的公用地")
    assert Certificate.objects.get(pk=cast.applied(wanted=said)).lock == Lock.SEAL


def verify(case: UUID, clerk: Actor) -> None:
    actions.start_verifying(certificate_id=case, actor=clerk, at=now())
    actions.record_checks(certificate_id=case, checks=CHECKS, actor=clerk, at=now())
    actions.verify(certificate_id=case, actor=clerk, at=now())


def agree(case: UUID, director: Actor) -> None:
    actions.approve(certificate_id=case, near_relative=False, actor=director, at=now())


def approve(case: UUID, village: str) -> None:
    verify(case, cast.officer(f"{village}.clerk"))
    agree(case, cast.officer(f"{village}.director"))


def sealed_through(case: UUID, village: str) -> Certificate:
    approve(case, village)
    cast.seal(case, cast.officer(cast.keeper(village)))
    return Certificate.objects.get(pk=case)
