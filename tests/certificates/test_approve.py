"""Approve and countersign: one director for ordinary papers, two people for what the pack lets through."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from tests.certificates import cast, lists
from tests.certificates.attempts import last_line, refused
from tests.certificates.offices import appoint, elected, end, lend
from tests.world import World
from zhengyin.catalogue.kinds import Ground, Said
from zhengyin.catalogue.policy import Path as Rule
from zhengyin.certificates import actions, secrets
from zhengyin.certificates.asked import Application
from zhengyin.certificates.kinds import Purpose
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.wording import current_text
from zhengyin.certificates.workflow import State
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.registers.queries import lines_of, now
from zhengyin.shared.days import day_of

OTHERS = ("hn.ljw.clerk", "hn.ljw.deputy", "hn.ljw.custodian", "hn.ljw.supervisor", "hn.ljw.secretary",
          "hn.ptc.director", "hn.pt.officer", "hn.lead", "od.hrgt.director", "hn.system")  # fmt: skip


def approve(case: UUID, actor: Actor, near_relative: bool | None = False) -> Certificate:
    return cast.agree(certificate_id=case, near_relative=near_relative, actor=actor, at=now())


def countersign(case: UUID, actor: Actor, near_relative: bool | None = False) -> Certificate:
    return cast.second(certificate_id=case, near_relative=near_relative, actor=actor, at=now())


def soft(village: str = "hn.ljw") -> UUID:
    return cast.verified(village, cast.soft(), cast.SOFT_CHECKS)


@pytest.mark.clause("H1a", "O2.3a")
def test_it_freezes_text_and_copies(world: World) -> None:
    case, director = cast.verified(), cast.officer("hn.ljw.director")
    shown = current_text(Certificate.objects.get(pk=case), day_of(now()))
    approve(case, director)
    row, line = Certificate.objects.get(pk=case), last_line(case)
    assert (row.state, row.approved_by_id, row.countersigned_by_id) == (
        State.APPROVED, director.person_id, None,
    )  # fmt: skip
    assert row.approved_at and row.valid_until == day_of(row.approved_at) + timedelta(days=90)
    text = secrets.opened_text(case, row.frozen_encrypted)
    assert text == shown  # word for word what lay before the director, the last day included
    assert row.approved_digest == text.digest(row.text_salt)
    assert (line.kind, line.text_digest) == ("certificate.approved", row.approved_digest)
    assert (line.person_name, line.office, line.session_id) == ("李国栋", "director", director.session_id)
    assert line.columns == {"item": "居住证明", "copies": "1", "near_relative": "不是"}
    assert line.personal == {}


@pytest.mark.clause("H3.2.2a")
def test_a_frozen_text_that_no_longer_opens_is_not_sealed(world: World) -> None:
    """Bytes damaged, or put in from another case: they fit no approval."""
    case, other, custodian = cast.approved(), cast.approved(), cast.officer("hn.ljw.custodian")
    kept, foreign = (bytes(Certificate.objects.get(pk=one).frozen_encrypted) for one in (case, other))
    for forged in (b"", b"x", kept[:-1], foreign):
        Certificate.objects.filter(pk=case).update(frozen_encrypted=forged)
        refused_after_grant(case, custodian)
    Certificate.objects.filter(pk=case).update(frozen_encrypted=kept)
    cast.seal(case, custodian)


def refused_after_grant(case: UUID, custodian: Actor) -> None:
    grant = actions.grant(certificate_ids=[case], actor=custodian, at=now()).id

    def seal() -> None:
        actions.seal(
            certificate_id=case, grant_id=grant, copies=1, impressions=1, near_relative=False,
            actor=custodian, at=now(),
        )  # fmt: skip

    refused(seal, "text_changed_after_approval")


@pytest.mark.clause("H1a", "O2.3a")
def test_only_the_director_of_the_village_and_once(world: World) -> None:
    case, director = cast.verified(), cast.officer("hn.ljw.director")
    for name in OTHERS:
        officer = cast.officer(name)
        refused(lambda officer=officer: approve(case, officer), "wrong_office")  # type: ignore[misc]
    refused(lambda: approve(case, director, None), "near_relative_not_answered")
    refused(lambda: approve(case, director, True), "near_relative")
    refused(lambda: countersign(case, cast.officer("hn.ljw.deputy")), "wrong_state")
    approve(case, director)
    refused(lambda: approve(case, director), "wrong_state")
    early = cast.applied()
    refused(lambda: approve(early, director), "wrong_state")


@pytest.mark.clause("H3.2.2a")
def test_only_the_text_that_was_seen_is_approved(world: World) -> None:
    """Two tabs: in one it goes back and is changed, in the other the old text still stands."""
    case, director = soft(), cast.officer("hn.ljw.director")
    second, old = cast.officer("hn.ljw.deputy"), cast.seen_in(case)

    def send(act: Callable[..., object], who: Actor, seen: str) -> None:
        act(certificate_id=case, near_relative=False, seen=seen, actor=who, at=now())

    def change(who: Actor, name: str) -> None:
        actions.return_to_verifying(certificate_id=case, reason="名字不对", actor=who, at=now())
        row = Certificate.objects.get(pk=case)
        values = secrets.opened_fields(case, row.fields_encrypted)
        fields = secrets.sealed_fields(case, {**values, "spouse_name": name})
        Certificate.objects.filter(pk=case).update(fields_encrypted=fields)
        actions.start_verifying(certificate_id=case, actor=cast.officer("hn.ljw.clerk"), at=now())
        actions.verify(certificate_id=case, actor=cast.officer("hn.ljw.clerk"), at=now())

    change(director, "李德详")
    for stale in (old, ""):
        refused(lambda stale=stale: send(actions.approve, director, stale), "changed_since_seen")  # type: ignore[misc]
    send(actions.approve, director, cast.seen_in(case))
    first = cast.seen_in(case)
    change(second, "李德祥")
    send(actions.approve, director, cast.seen_in(case))
    refused(lambda: send(actions.countersign, second, first), "changed_since_seen")
    send(actions.countersign, second, cast.seen_in(case))


@pytest.mark.clause("H2.1a", "H2.1c")
def test_what_left_the_list_since_is_not_approved(world: World, tmp_path: Path) -> None:
    """Judged on the day: the question as it was kept is put to the lists in force."""
    case, director = cast.verified(), cast.officer("hn.ljw.director")
    lists.publish(tmp_path, 2, without="ISS-ZQ-01")
    refused(lambda: approve(case, director), "may_not_be_issued")


def own_and_verifiable() -> Application:
    """On the positive list; taken off it, a private party's demand that 会宁 lets two people approve."""
    usual = cast.application()
    said = {"own_duty": Said.YES, "verifiable": Said.YES, "public_interest": Said.NO}
    return replace(usual, question=replace(usual.question, **said))  # type: ignore[arg-type]


@pytest.mark.clause("H2.1c", "H3.1c")
def test_what_became_discretionary_since_goes_back_and_is_approved_by_two(
    world: World, tmp_path: Path
) -> None:
    case, director = cast.verified(wanted=own_and_verifiable()), cast.officer("hn.ljw.director")
    clerk, second = cast.officer("hn.ljw.clerk"), cast.officer("hn.ljw.deputy")
    before = Certificate.objects.get(pk=case)
    lists.publish(tmp_path, 2, as_route="ISS-ZQ-01")
    refused(lambda: approve(case, director), "rule_changed_since")
    actions.return_to_verifying(certificate_id=case, reason="清单变了", actor=director, at=now())
    actions.start_verifying(certificate_id=case, actor=clerk, at=now())
    actions.verify(certificate_id=case, actor=clerk, at=now())
    row, line = Certificate.objects.get(pk=case), last_line(case)
    assert (before.path, row.path, row.needs_second) == ("positive_list", "residents_need", True)
    assert row.basis != before.basis and row.list_version != before.list_version
    assert (line.columns["path"], line.columns["list_version"]) == (Rule(row.path).words, row.list_version)
    approve(case, director)
    assert cast.state_of(case) is State.AWAITING_SECOND
    countersign(case, second)
    assert cast.state_of(case) is State.APPROVED


@pytest.mark.clause("H2.1c")
def test_acceptance_goes_by_the_lists_of_its_day(world: World, tmp_path: Path) -> None:
    case, clerk = cast.applied(wanted=own_and_verifiable()), cast.officer("hn.ljw.clerk")
    lists.publish(tmp_path, 2, as_route="ISS-ZQ-01")
    cast.accept(case, clerk)
    row, line = Certificate.objects.get(pk=case), last_line(case)
    assert (row.path, row.needs_second, row.class_of_use) == ("residents_need", True, "residents_need")
    assert line.columns["path"] == Rule.RESIDENTS_NEED.words


@pytest.mark.clause("H2.1c", "H3.1c")
def test_a_rule_that_changed_between_the_two_approvals_goes_back(world: World, tmp_path: Path) -> None:
    """Not on the positive list when the director approved, on it when the second is asked."""
    lists.publish(tmp_path, 2, as_route="ISS-ZQ-01")
    words = {"title": "居住证明", "subject_name": "马桂花", "words_1": "马桂花现住三社12号"}
    wanted = replace(own_and_verifiable(), values=words)
    checks = (cast.CHECKS[0], replace(cast.CHECKS[1], key="words_1"))
    case = cast.verified(wanted=wanted, checks=checks)
    approve(case, cast.officer("hn.ljw.director"))
    lists.publish(tmp_path, 3)
    second, clerk = cast.officer("hn.ljw.deputy"), cast.officer("hn.ljw.clerk")
    refused(lambda: countersign(case, second), "rule_changed_since")
    actions.return_to_verifying(certificate_id=case, reason="清单变了", actor=second, at=now())
    actions.start_verifying(certificate_id=case, actor=clerk, at=now())
    actions.verify(certificate_id=case, actor=clerk, at=now())
    approve(case, cast.officer("hn.ljw.director"))  # by the positive list, and still by two: free words
    assert cast.state_of(case) is State.AWAITING_SECOND
    countersign(case, second)


@pytest.mark.clause("H3.2.4d")
def test_a_text_with_a_hole_is_not_approved(world: World) -> None:
    """Somebody emptied a field behind the form's back."""
    case, director = cast.verified(), cast.officer("hn.ljw.director")
    row = Certificate.objects.get(pk=case)
    fields = secrets.opened_fields(case, row.fields_encrypted)
    holed = secrets.sealed_fields(case, {**fields, "residence": ""})
    Certificate.objects.filter(pk=case).update(fields_encrypted=holed)
    refused(lambda: approve(case, director), "field_missing")
    Certificate.objects.filter(pk=case).update(fields_encrypted=secrets.sealed_fields(case, fields))
    approve(case, director)


@pytest.mark.parametrize("helped", ["accepted", "checked", "verified"])
def test_nobody_approves_what_he_helped_handle(world: World, helped: str) -> None:
    """A member who also serves as handler did one step, the clerk the rest; then he is the stand-in."""
    appoint("hn.ljw.deputy", Office.HANDLER, by=cast.officer("hn.ljw.director"))
    both, clerk = lend("hn.ljw.director", "hn.ljw.deputy"), cast.officer("hn.ljw.clerk")
    who = {step: both if step == helped else clerk for step in ("accepted", "checked", "verified")}
    case = cast.applied()
    cast.accept(case, who["accepted"])
    actions.start_verifying(certificate_id=case, actor=clerk, at=now())
    actions.record_checks(certificate_id=case, checks=cast.CHECKS[:2], actor=clerk, at=now())
    actions.record_checks(certificate_id=case, checks=cast.CHECKS[2:], actor=who["checked"], at=now())
    actions.verify(certificate_id=case, actor=who["verified"], at=now())
    refused(lambda: approve(case, both), "handler_may_not_approve")
    approve(cast.verified(), both)  # handled by the clerk alone


def test_a_look_at_the_numbers_is_no_handling(world: World) -> None:
    appoint("hn.ljw.deputy", Office.HANDLER, by=cast.officer("hn.ljw.director"))
    both, case = lend("hn.ljw.director", "hn.ljw.deputy"), cast.verified()
    actions.reveal(certificate_id=case, purpose=Purpose.CALL, actor=both, at=now())
    approve(case, both)


def test_who_stands_in_for_the_director_does_not_countersign_himself(world: World) -> None:
    case, stand_in = soft(), lend("hn.ljw.director", "hn.ljw.deputy")
    refused(lambda: approve(case, stand_in), "second_approver_missing")  # he is the only one
    elected("hn.ljw.secretary")
    appoint("hn.ljw.secretary", Office.SECOND_APPROVER, by=cast.officer("hn.ljw.director"))
    approve(case, stand_in)
    refused(lambda: countersign(case, stand_in), "two_approvers_must_be_two")
    countersign(case, cast.officer("hn.ljw.secretary"))


def test_two_people_approve_what_the_pack_lets_through(world: World) -> None:
    """会宁, 据实出具: director, then the second approver; sealed on the second's line; counted apart."""
    case, director, second = soft(), cast.officer("hn.ljw.director"), cast.officer("hn.ljw.deputy")
    row = Certificate.objects.get(pk=case)
    assert (row.needs_second, row.path) == (True, "truthful_exception")
    custodian = cast.officer("hn.ljw.custodian")
    approve(case, director)
    row.refresh_from_db()
    assert (row.state, row.countersigned_by_id) == (State.AWAITING_SECOND, None)
    assert last_line(case).kind == "certificate.approved_first"
    refused(lambda: actions.grant(certificate_ids=[case], actor=custodian, at=now()), "wrong_state")
    refused(lambda: approve(case, director), "wrong_state")
    for name in ("hn.ljw.director", "hn.ljw.clerk", "hn.ljw.custodian", "hn.ptc.deputy", "hn.pt.officer"):
        officer = cast.officer(name)
        refused(lambda officer=officer: countersign(case, officer), "wrong_office")  # type: ignore[misc]
    refused(lambda: countersign(case, second, None), "near_relative_not_answered")
    refused(lambda: countersign(case, second, True), "near_relative")
    countersign(case, second)
    row.refresh_from_db()
    line = last_line(case)
    assert (row.state, row.approved_by_id, row.countersigned_by_id) == (
        State.APPROVED, director.person_id, second.person_id,
    )  # fmt: skip
    assert (line.kind, line.person_name, line.office) == (
        "certificate.countersigned",
        "王桂芳",
        "second_approver",
    )
    assert line.text_digest == row.approved_digest
    refused(lambda: countersign(case, second), "wrong_state")
    receipt = cast.seal(case, custodian)
    registered = next(line for line in lines_of(case) if line.kind == "register.certificate")
    assert receipt.number == registered.columns["number"]
    assert registered.columns["approver"] == "李国栋、王桂芳"
    assert registered.columns["path"] == "据实出具（特殊情形）"


def test_the_conditions_of_the_exception_are_all_asked_for(world: World) -> None:
    """A prohibited matter passes only with ground, reason, own duty and verifiable."""
    clerk, wanted = cast.officer("hn.ljw.clerk"), cast.soft()
    for missing in (
        {"ground": Ground.NONE}, {"ground": Ground.NOT_SAID}, {"ground_reason": " "}, {"own_duty": Said.NO},
        {"verifiable": Said.NO}, {"verifiable": Said.NOT_ASKED},
        {"ground": Ground.EXPRESS_DEMAND}, {"ground": Ground.EXPRESS_DEMAND, "unit_class": "government"},
    ):  # fmt: skip
        less = replace(wanted, question=replace(wanted.question, **missing))
        refused(lambda less=less: cast.apply(less, clerk), "may_not_be_issued")  # type: ignore[misc]
    cast.apply(wanted, clerk)


def test_the_same_application_stops_in_ordos(world: World) -> None:
    """鄂尔多斯 stopped the prohibited items; what it does issue passes by the same hands."""
    refused(lambda: cast.applied("od.hrgt", cast.soft()), "may_not_be_issued")
    case = cast.approved("od.hrgt")
    assert cast.state_of(case) is State.APPROVED


def test_without_a_second_approver_nobody_begins(world: World) -> None:
    case, director = soft(), cast.officer("hn.ljw.director")
    ordinary = cast.verified()
    end("hn.ljw.deputy", Office.SECOND_APPROVER, by=director)
    refused(lambda: approve(case, director), "second_approver_missing")
    approve(ordinary, director)
    elected("hn.ljw.secretary")
    appoint("hn.ljw.secretary", Office.SECOND_APPROVER, by=director)
    approve(case, director)


def test_the_second_approver_is_a_third_person(world: World) -> None:
    """Who handled the case is no second approver for it."""
    director = cast.officer("hn.ljw.director")
    appoint("hn.ljw.deputy", Office.HANDLER, by=director)
    both = cast.officer("hn.ljw.deputy")
    case = cast.applied(wanted=cast.soft())
    cast.accept(case, cast.officer("hn.ljw.clerk"))
    actions.start_verifying(certificate_id=case, actor=both, at=now())
    actions.record_checks(certificate_id=case, checks=cast.SOFT_CHECKS, actor=both, at=now())
    actions.verify(certificate_id=case, actor=both, at=now())
    refused(lambda: approve(case, director), "second_approver_missing")
    elected("hn.ljw.secretary")
    appoint("hn.ljw.secretary", Office.SECOND_APPROVER, by=director)
    approve(case, director)
    refused(lambda: countersign(case, both), "handler_may_not_approve")
    countersign(case, cast.officer("hn.ljw.secretary"))
