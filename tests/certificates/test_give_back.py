"""Return, take back, withdraw: each with its reason, and what was approved counts no more."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from tests.certificates import cast
from tests.certificates.attempts import last_line, refused
from tests.world import World
from zhengyin.certificates import actions, secrets
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.case import case_page
from zhengyin.certificates.workflow import CERTIFICATE, State
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.registers.actions import erase_personal
from zhengyin.registers.queries import RegisterLine, lines_of, now

REASON = "住址和户籍册对不上，请再核实"
Act = Callable[..., None]
STRANGERS = ("hn.ljw.supervisor", "hn.ljw.secretary", "hn.ptc.director", "hn.ptc.clerk", "hn.pt.officer",
             "hn.lead", "od.hrgt.director")  # fmt: skip


def give(act: Act, case: UUID, actor: Actor | None, reason: str = REASON) -> None:
    act(certificate_id=case, reason=reason, actor=actor, at=now())


def nobody_else(act: Act, case: UUID, *names: str) -> None:
    """The strangers and these officers of the village may not."""
    for name in (*names, *STRANGERS):
        officer = cast.officer(name)
        refused(lambda officer=officer: give(act, case, officer), "wrong_office")  # type: ignore[misc]


def reason_of(line: RegisterLine) -> str:
    """In the erasable part alone: what stands in the columns stands for ever, readable."""
    assert line.personal and "reason" not in line.columns and REASON not in repr(line.columns)
    return line.personal["reason"]


def nothing_approved(case: UUID) -> None:
    row = Certificate.objects.get(pk=case)
    assert (row.approved_by, row.countersigned_by, row.approved_at, row.approved_digest, row.valid_until) == (
        None, None, None, "", None,
    )  # fmt: skip
    assert bytes(row.frozen_encrypted) == b""


@pytest.mark.clause("H1a")
def test_the_director_returns_it(world: World) -> None:
    case, director = cast.verified(), cast.officer("hn.ljw.director")
    act = actions.return_to_verifying
    nobody_else(act, case, "hn.ljw.clerk", "hn.ljw.custodian", "hn.ljw.deputy")
    refused(lambda: give(act, case, director, " 　"), "reason_missing")
    give(act, case, director, f" {REASON}　")
    line = last_line(case)
    assert (cast.state_of(case), line.kind) == (State.RETURNED, "certificate.returned")
    assert (line.person_name, line.office, reason_of(line)) == ("李国栋", "director", REASON)
    nothing_approved(case)
    refused(lambda: give(act, case, director), "wrong_state")
    again(case, director)


def test_the_reason_is_shown_until_it_is_erased(world: World) -> None:
    """It stands beside the line alone, so that erasing it leaves no copy."""
    case, director = cast.verified(), cast.officer("hn.ljw.director")
    give(actions.return_to_verifying, case, director)
    line = last_line(case)
    row = Certificate.objects.get(pk=case)
    assert case_page(row, director, now()).return_reason == REASON
    erase_personal(
        owner=line.owner, county_code=line.county_code, book=line.book, year=line.year, no=line.no,
        reason="本人申请", signature=director.signature(Office.DIRECTOR), happened_at=now(),
    )  # fmt: skip
    assert "已依法删除" in case_page(row, director, now()).return_reason


def again(case: UUID, director: Actor) -> None:
    """From 退回核实 the handler goes round once more; the checks recorded before still stand."""
    clerk = cast.officer("hn.ljw.clerk")
    actions.start_verifying(certificate_id=case, actor=clerk, at=now())
    actions.verify(certificate_id=case, actor=clerk, at=now())
    cast.agree(certificate_id=case, near_relative=False, actor=director, at=now())
    kinds = [line.kind for line in lines_of(case)]
    assert CERTIFICATE.replay(kinds) is State.APPROVED


def test_the_second_approver_returns_what_the_director_approved(world: World) -> None:
    case = cast.verified(wanted=cast.soft(), checks=cast.SOFT_CHECKS)
    director, second = cast.officer("hn.ljw.director"), cast.officer("hn.ljw.deputy")
    cast.agree(certificate_id=case, near_relative=False, actor=director, at=now())
    act = actions.return_to_verifying
    nobody_else(act, case, "hn.ljw.director", "hn.ljw.clerk", "hn.ljw.custodian")
    give(act, case, second)
    assert last_line(case).office == "second_approver"
    nothing_approved(case)


@pytest.mark.parametrize("who, office", [("director", "director"), ("custodian", "custodian")])
def test_an_approval_is_taken_back_before_the_seal(world: World, who: str, office: str) -> None:
    case, officer = cast.approved(), cast.officer(f"hn.ljw.{who}")
    nobody_else(actions.take_back, case, "hn.ljw.clerk", "hn.ljw.deputy")
    refused(lambda: give(actions.return_to_verifying, case, officer), "wrong_state")
    refused(lambda: give(actions.take_back, case, officer, ""), "reason_missing")
    give(actions.take_back, case, officer, f" {REASON}　")
    line = last_line(case)
    assert (line.kind, line.office, reason_of(line)) == ("certificate.taken_back", office, REASON)
    nothing_approved(case)
    refused(lambda: give(actions.take_back, case, officer), "wrong_state")
    again(case, cast.officer("hn.ljw.director"))


@pytest.mark.clause("H3.2.2a")
def test_the_line_of_an_approval_taken_back_seals_no_other_text(world: World) -> None:
    """Re-approved with another address: the seal rests on the later line, the old digest is gone."""
    case, director = cast.approved(), cast.officer("hn.ljw.director")
    first = Certificate.objects.get(pk=case)
    give(actions.take_back, case, director)
    fields = secrets.opened_fields(case, first.fields_encrypted)
    moved = secrets.sealed_fields(case, {**fields, "residence": "五社3号"})
    Certificate.objects.filter(pk=case).update(fields_encrypted=moved)
    again(case, director)
    second = Certificate.objects.get(pk=case)
    assert second.approved_digest not in ("", first.approved_digest)
    Certificate.objects.filter(pk=case).update(frozen_encrypted=first.frozen_encrypted)
    custodian = cast.officer("hn.ljw.custodian")
    grant = actions.grant(certificate_ids=[case], actor=custodian, at=now()).id
    refused(lambda: seal(case, custodian, grant), "text_changed_after_approval")
    Certificate.objects.filter(pk=case).update(frozen_encrypted=second.frozen_encrypted)
    seal(case, custodian, grant)


def seal(case: UUID, custodian: Actor, grant: UUID) -> Any:
    return actions.seal(
        certificate_id=case, grant_id=grant, copies=1, impressions=1, near_relative=False, actor=custodian,
        at=now(),
    )  # fmt: skip


def test_withdrawn_by_the_handler_or_the_resident(world: World) -> None:
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    nobody_else(actions.withdraw, case, "hn.ljw.director", "hn.ljw.custodian", "hn.ljw.deputy")
    refused(lambda: give(actions.withdraw, case, clerk, " "), "reason_missing")
    refused(lambda: give(actions.withdraw, case, None, ""), "reason_missing")
    give(actions.withdraw, case, clerk)
    line = last_line(case)
    assert (cast.state_of(case), line.kind, line.office) == (
        State.WITHDRAWN,
        "certificate.withdrawn",
        "handler",
    )
    for actor in (clerk, None):
        for reason in (REASON, ""):  # the state is the first that is said, as of every act
            refused(lambda a=actor, r=reason: give(actions.withdraw, case, a, r), "wrong_state")  # type: ignore[misc]
    own = cast.applied()
    refused(lambda: give(actions.withdraw, own, cast.officer("hn.ptc.clerk"), ""), "wrong_office")
    give(actions.withdraw, own, None, f" {REASON}　")
    line = last_line(own)
    assert (line.office, line.session_id, reason_of(line)) == ("resident", None, REASON)
    assert "马桂花" not in repr(line)


def test_the_resident_is_the_same_person_in_every_line(world: World) -> None:
    done = actions.apply(organization_id=cast.LIJIAWAN, application=cast.application(), actor=None, at=now())
    give(actions.withdraw, done.certificate_id, None)
    first, last = lines_of(done.certificate_id)
    assert (first.person_id, first.office) == (last.person_id, last.office)


def test_until_the_approval_and_no_later(world: World) -> None:
    clerk = cast.officer("hn.ljw.clerk")
    waiting = cast.verified(wanted=cast.soft(), checks=cast.SOFT_CHECKS)
    cast.agree(certificate_id=waiting, near_relative=False, actor=cast.officer("hn.ljw.director"), at=now())
    done, paper = cast.approved(), cast.delivered()
    for late in (done, paper):
        for actor in (clerk, None):
            refused(lambda late=late, actor=actor: give(actions.withdraw, late, actor), "wrong_state")  # type: ignore[misc]
        refused(lambda late=late: give(actions.return_to_verifying, late, clerk), "wrong_state")  # type: ignore[misc]
    refused(lambda: give(actions.take_back, paper, cast.officer("hn.ljw.director")), "wrong_state")
    give(actions.withdraw, waiting, None)
