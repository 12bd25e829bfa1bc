"""Whether public interest is touched: asked on every yes, at the counter or when a 预约 is taken in."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from tests.certificates import cast
from tests.certificates.attempts import last_line, refused
from tests.deliberation import cast as held
from tests.world import World
from zhengyin.catalogue.kinds import Lock, Said, Tie
from zhengyin.certificates import actions
from zhengyin.certificates.actions import CheckGiven
from zhengyin.certificates.asked import Application, Channel, IdentityMethod
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.workflow import State
from zhengyin.deliberation.kinds import MeetingKind
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


def touching_everybody(village: str) -> UUID:
    """Taken in, public interest touched, all verified."""
    case, clerk = appointed(village), cast.officer(f"{village}.clerk")
    accept(case, clerk, Said.YES, "要占公用地")
    verify(case, clerk)
    return case


def locked_before_the_seal(case: UUID, village: str = "hn.ljw") -> None:
    custodian = cast.officer(cast.keeper(village))
    grant = actions.grant(certificate_ids=[case], actor=custodian, at=now())
    refused(lambda: cast.seal_with(case, grant.id, custodian), "deliberation_missing")


def sealed_now(case: UUID, village: str = "hn.ljw") -> State:
    cast.seal(case, cast.officer(cast.keeper(village)))
    return cast.state_of(case)


@pytest.mark.clause("H3.2.2b")
def test_a_notice_that_ran_out_opens_the_seal(world: World) -> None:
    case = touching_everybody("hn.ljw")
    agree(case, cast.officer("hn.ljw.director"))
    notice = held.ran_out(case)
    locked_before_the_seal(case)  # nobody has confirmed it
    held.confirm(notice)
    assert sealed_now(case) is State.SEALED


@pytest.mark.clause("H3.2.2b")
def test_a_vote_opens_the_seal(world: World) -> None:
    case = touching_everybody("hn.ljw")
    agree(case, cast.officer("hn.ljw.director"))
    meeting = held.count(held.convene(case))
    locked_before_the_seal(case)
    held.agree(meeting)
    assert sealed_now(case) is State.SEALED


@pytest.mark.clause("H3.2.2b")
def test_the_last_day_of_the_notice_still_locks_the_seal(world: World) -> None:
    case = touching_everybody("hn.ljw")
    agree(case, cast.officer("hn.ljw.director"))
    last_day = held.post(case, began=6)  # until today
    with held.refused("notice_not_over"):
        held.confirm(last_day)
    locked_before_the_seal(case)


@pytest.mark.clause("O2.1d")
def test_in_ordos_too_an_objection_after_the_approval_locks_the_seal(world: World) -> None:
    """Near miss: answered and confirmed anew it is sealed."""
    case = touching_everybody("od.hrgt")
    held.passed(case, "od.hrgt")
    agree(case, cast.officer("od.hrgt.director"))
    notice = held.ran_out(case, "od.hrgt")
    objection = held.object_to(notice, "od.hrgt.clerk")
    locked_before_the_seal(case, "od.hrgt")
    held.answer(objection, "od.hrgt.clerk")
    held.confirm(notice, "od.hrgt.director")
    assert sealed_now(case, "od.hrgt") is State.SEALED


@pytest.mark.clause("H3.2.2b")
def test_an_extension_or_an_objection_after_the_approval_locks_the_seal_again(world: World) -> None:
    case = touching_everybody("hn.ljw")
    notice = held.confirmed(case)
    agree(case, cast.officer("hn.ljw.director"))
    objection = held.object_to(notice)
    locked_before_the_seal(case)
    held.answer(objection)
    locked_before_the_seal(case)  # answered, and nobody has confirmed it again
    held.confirm(notice)
    held.extend(notice)
    locked_before_the_seal(case)


@pytest.mark.clause("H3.2.2b")
def test_a_vote_that_failed_and_a_notice_about_something_else_open_nothing(world: World) -> None:
    case = touching_everybody("hn.ljw")
    agree(case, cast.officer("hn.ljw.director"))
    held.confirmed()  # another matter of the same village
    meeting = held.count(held.convene(case), votes_for=4, votes_against=20)
    locked_before_the_seal(case)
    held.fail(meeting)
    locked_before_the_seal(case)


@pytest.mark.clause("O2.1d")
def test_in_ordos_a_vote_opens_the_approval_and_a_notice_alone_does_not(world: World) -> None:
    case, director = touching_everybody("od.hrgt"), cast.officer("od.hrgt.director")
    held.confirmed(case, "od.hrgt")
    refused(lambda: agree(case, director), "deliberation_missing")
    meeting = held.count(held.convene(case, village="od.hrgt"), "od.hrgt")
    refused(lambda: agree(case, director), "deliberation_missing")
    held.agree(meeting, "od.hrgt")
    agree(case, director)
    assert sealed_now(case, "od.hrgt") is State.SEALED


@pytest.mark.clause("O2.1d")
def test_the_two_committees_alone_are_not_the_residents(world: World) -> None:
    case, director = touching_everybody("od.hrgt"), cast.officer("od.hrgt.director")
    held.passed(case, "od.hrgt", kind=MeetingKind.JOINT_COMMITTEES)
    refused(lambda: agree(case, director), "deliberation_missing")


@pytest.mark.clause("O2.1d")
def test_a_deliberation_opened_again_locks_the_approval_again(world: World) -> None:
    case, director = touching_everybody("od.hrgt"), cast.officer("od.hrgt.director")
    held.passed(case, "od.hrgt")
    held.post(case, village="od.hrgt")  # and it hangs on the wall besides
    refused(lambda: agree(case, director), "deliberation_missing")


def verify(case: UUID, clerk: Actor) -> None:
    actions.start_verifying(certificate_id=case, actor=clerk, at=now())
    actions.record_checks(certificate_id=case, checks=CHECKS, actor=clerk, at=now())
    actions.verify(certificate_id=case, actor=clerk, at=now())


def agree(case: UUID, director: Actor) -> None:
    cast.agree(certificate_id=case, near_relative=False, actor=director, at=now())


def approve(case: UUID, village: str) -> None:
    verify(case, cast.officer(f"{village}.clerk"))
    agree(case, cast.officer(f"{village}.director"))


def sealed_through(case: UUID, village: str) -> Certificate:
    approve(case, village)
    cast.seal(case, cast.officer(cast.keeper(village)))
    return Certificate.objects.get(pk=case)
