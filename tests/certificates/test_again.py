"""Correction and 再开一份: the whole table again; the seal makes both papers name each other."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.db import connections, transaction

from tests.certificates import cast
from tests.certificates.attempts import last_line, refused
from tests.certificates.test_void import remarks, today
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.changes import Change
from zhengyin.certificates.facts.afterwards import AgainFacts
from zhengyin.certificates.facts.deciding import Earlier
from zhengyin.certificates.kinds import Again
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.policy.again import refusals_of_the_earlier, refusals_to_ask_again
from zhengyin.certificates.queries.again import followed, following
from zhengyin.certificates.workflow import State
from zhengyin.registers.queries import lines_of, now
from zhengyin.shared.refusal import Refused

CORRECTION = AgainFacts(Again.CORRECTION, "姓名写错", differs=("被证明人姓名",))
REISSUE = AgainFacts(Again.REISSUE, "丢了")


@pytest.mark.parametrize("facts, changed, codes", [
    (CORRECTION, {}, []),
    (CORRECTION, {"reason": ""}, ["reason_missing"]),
    (CORRECTION, {"open_correction": "核实中"}, ["correction_open"]),
    (CORRECTION, {"differs": ()}, ["nothing_changed"]),
    (CORRECTION, {"problems": ("太长",)}, ["field_wrong"]),
    (REISSUE, {}, []),
    (REISSUE, {"differs": ("份数",)}, []),
    (REISSUE, {"reason": ""}, ["reason_missing"]),
    (REISSUE, {"open_correction": "核实中"}, ["correction_open"]),
])  # fmt: skip
def test_one_changed_fact_is_one_refusal(
    facts: AgainFacts, changed: dict[str, Any], codes: list[str]
) -> None:
    assert [one.code for one in refusals_to_ask_again(replace(facts, **changed))] == codes


def test_what_a_new_paper_rests_on_holds() -> None:
    assert list(refusals_of_the_earlier(None)) == list(refusals_of_the_earlier(Earlier("1号", True))) == []
    (gone,) = refusals_of_the_earlier(Earlier("1号", False))
    assert (gone.code, gone.about) == ("earlier_not_in_force", "1号")


def row(case: UUID) -> Certificate:
    return Certificate.objects.get(pk=case)


@pytest.mark.clause("H1a")
def test_a_correction_begins_as_an_application_of_its_own(world: World) -> None:
    old, clerk = cast.delivered(), cast.officer("hn.ljw.clerk")
    new = cast.begin_correction(old, clerk, "住址写错了", residence="四社7号")
    assert (cast.state_of(old), cast.state_of(new)) == (State.DELIVERED, State.APPLIED)
    assert (row(new).corrects_id, row(new).reissues_id, row(new).number) == (old, None, "")
    first, begun = lines_of(new)[0], last_line(old)
    assert (first.kind, first.office, first.columns["again"]) == (
        "certificate.applied_again", "handler", "更正",
    )  # fmt: skip
    assert first.columns["old_number"] == row(old).number
    assert first.personal == {"applicant": "马桂花", "reason": "住址写错了"}
    assert (begun.kind, begun.columns["number"]) == ("certificate.correction_begun", row(old).number)
    told = followed(row(new), lines_of(new))
    assert told is not None
    assert (told.id, told.again, told.reason, told.in_force) == (old, Again.CORRECTION, "住址写错了", True)
    assert told.changes == (Change("现在住哪里（到门牌）", "三社12号", "四社7号"),)
    (later,) = following(row(old))
    assert (later.id, later.words) == (new, "更正：已申请")


def test_what_changed_is_said_masked(world: World) -> None:
    """A number whose masked digits alone differ says so; dates stand in words."""
    old, clerk = cast.delivered(), cast.officer("hn.ljw.clerk")
    new = cast.begin_correction(
        old, clerk, subject_identity="62042219680512002X", lived_since="2009-04-01", subject_name="马桂芳"
    )
    told = followed(row(new), lines_of(new))
    assert told is not None
    assert told.changes == (
        Change("被证明人姓名", "马桂花", "马桂芳"),
        Change("被证明人公民身份号码", "6204**********0003", "6204**********002X"),
        Change("从什么时候起住", "2009年3月1日", "2009年4月1日"),
    )
    other = cast.begin_correction(cast.delivered(), clerk, subject_identity="620422196805130003")
    told = followed(row(other), lines_of(other))
    assert told is not None
    (hidden,) = told.changes
    assert hidden.hidden and hidden.before == hidden.after == "6204**********0003"


@pytest.mark.clause("H1a", "H3.2.2a", "H3.2.3c")
def test_the_seal_of_the_new_one_ends_the_old_one(world: World) -> None:
    old, new = cast.corrected()
    assert (cast.state_of(old), cast.state_of(new)) == (State.CORRECTED, State.SEALED)
    end = last_line(old)
    assert (end.kind, end.office) == ("certificate.corrected", "custodian")
    assert end.columns == {"item": "居住证明", "number": row(old).number, "new_number": row(new).number}
    begin = last_line(new)
    assert (begin.kind, begin.columns["old_number"]) == ("certificate.corrects", row(old).number)
    assert remarks(old)[-1] == ("已更正", f"{today()}更正，见{row(new).number}", True)
    assert remarks(new) == [("更正", f"代替{row(old).number}", False)]
    approvals = [line.kind for line in lines_of(new) if line.kind == "certificate.approved"]
    assert approvals == ["certificate.approved"]  # nothing of the old approval counts for the new text


@pytest.mark.clause("H1a", "H3.2.3c")
def test_a_further_paper_leaves_the_old_one_as_it_is(world: World) -> None:
    old, clerk = cast.delivered(), cast.officer("hn.ljw.clerk")
    new = cast.reissue(old, clerk, copies=3)
    assert (row(new).reissues_id, row(new).corrects_id, row(new).copies) == (old, None, 3)
    cast.seal(cast.approve(new), cast.officer("hn.ljw.custodian"))
    assert (cast.state_of(old), cast.state_of(new)) == (State.DELIVERED, State.SEALED)
    assert row(new).no == 2 and row(new).number != row(old).number
    assert remarks(old)[-1] == ("", f"{today()}再开一份，见{row(new).number}", False)
    assert remarks(new) == [("再开一份", f"内容同{row(old).number}", False)]


def test_a_further_paper_says_the_same(world: World) -> None:
    old, clerk, director = cast.delivered(), cast.officer("hn.ljw.clerk"), cast.officer("hn.ljw.director")
    new = cast.reissue(old, clerk)
    actions.ask_to_complete(certificate_id=new, missing=["户口簿"], actor=clerk, at=now())
    actions.complete(
        certificate_id=new, said="带来了", values={"residence": "四社7号"}, actor=clerk, at=now()
    )
    cast.verify(new, clerk)
    approve = {"certificate_id": new, "near_relative": False, "actor": director}
    refused(lambda: cast.agree(**approve, at=now()), "reissue_differs")  # type: ignore[arg-type]


def test_whose_act_it_is(world: World) -> None:
    old, _ = cast.sealed()
    for name in ("hn.ljw.director", "hn.ljw.custodian", "hn.ljw.supervisor", "hn.ptc.clerk", "od.hrgt.clerk"):
        officer = cast.officer(name)
        refused(lambda officer=officer: cast.begin_correction(old, officer), "wrong_office")  # type: ignore[misc]
        refused(lambda officer=officer: cast.reissue(old, officer), "wrong_office")  # type: ignore[misc]


def test_refusals_write_nothing(world: World) -> None:
    (old, _), clerk = cast.sealed(), cast.officer("hn.ljw.clerk")
    same = {"residence": "三社12号"}
    refused(lambda: cast.begin_correction(old, clerk, **same), "nothing_changed")
    refused(lambda: cast.begin_correction(old, clerk, " "), "reason_missing")
    refused(lambda: cast.begin_correction(old, clerk, "字" * 201), "field_wrong")
    refused(lambda: cast.begin_correction(old, clerk, residence=""), "field_missing", "field_wrong")
    refused(lambda: cast.reissue(old, clerk, reason=""), "reason_missing")
    refused(lambda: cast.reissue(old, clerk, copies=0), "copies_out_of_range")
    approved = cast.approved()
    refused(lambda: cast.begin_correction(approved, clerk), "wrong_state")
    refused(lambda: cast.reissue(approved, clerk), "wrong_state")


def test_one_correction_at_a_time(world: World) -> None:
    (old, _), clerk = cast.sealed(), cast.officer("hn.ljw.clerk")
    first = cast.begin_correction(old, clerk)
    refused(lambda: cast.begin_correction(old, clerk), "correction_open")
    refused(lambda: cast.reissue(old, clerk), "correction_open")
    actions.withdraw(certificate_id=first, reason="不改了", actor=clerk, at=now())
    assert following(row(old)) == ()
    cast.begin_correction(old, clerk)


def test_what_no_longer_holds_is_neither_corrected_nor_doubled(world: World) -> None:
    clerk, void = cast.officer("hn.ljw.clerk"), cast.delivered()
    cast.void(void, cast.officer("hn.ljw.director"))
    old, new = cast.corrected()
    for gone in (void, old):
        refused(lambda gone=gone: cast.begin_correction(gone, clerk), "wrong_state")  # type: ignore[misc]
        refused(lambda gone=gone: cast.reissue(gone, clerk), "wrong_state")  # type: ignore[misc]
    cast.begin_correction(new, clerk, residence="五社1号")  # the new one may itself be corrected


@pytest.mark.parametrize("again", [cast.begin_correction, cast.reissue])
def test_void_meanwhile_refuses_approval_and_seal(world: World, again: Any) -> None:
    clerk, director = cast.officer("hn.ljw.clerk"), cast.officer("hn.ljw.director")
    first, second = cast.delivered(), cast.delivered()
    waiting, approved = cast.verify(again(first, clerk), clerk), cast.approve(again(second, clerk))
    cast.void(first, director), cast.void(second, director)
    approve = {"certificate_id": waiting, "near_relative": False, "actor": director}
    refused(lambda: cast.agree(**approve, at=now()), "earlier_not_in_force")  # type: ignore[arg-type]
    custodian = cast.officer("hn.ljw.custodian")
    grant = actions.grant(certificate_ids=[approved], actor=custodian, at=now()).id
    refused(lambda: cast.seal_with(approved, grant, custodian), "earlier_not_in_force")


def test_the_grant_sent_again_gets_the_same_receipt(world: World) -> None:
    old, clerk, custodian = cast.delivered(), cast.officer("hn.ljw.clerk"), cast.officer("hn.ljw.custodian")
    new = cast.approve(cast.begin_correction(old, clerk))
    grant = actions.grant(certificate_ids=[new], actor=custodian, at=now()).id
    first = cast.seal_with(new, grant, custodian)
    lines = len(lines_of(old)), len(lines_of(new))
    assert cast.seal_with(new, grant, custodian) == first
    assert (len(lines_of(old)), len(lines_of(new))) == lines


def at_once(*acts: Any) -> list[str]:
    """Each act in a thread and a transaction of its own; what it was refused for, or its word."""

    def one(act: Any) -> str:
        try:
            act()
        except Refused as refusal:
            return ",".join(one.code for one in refusal.refusals)
        finally:
            connections.close_all()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(one, acts))


def test_two_tabs_open_one_correction(demo_world: World) -> None:
    (old, _), clerk = cast.sealed(), cast.officer("hn.ljw.clerk")
    wanted = [cast.same_as(old, residence=home) for home in ("四社7号", "五社8号", "六社9号")]
    acts = [
        lambda one=one: actions.begin_correction(
            certificate_id=old, application=one, reason="写错", actor=clerk, at=now()
        )
        for one in wanted
    ]
    assert at_once(*acts) == ["correction_open", "correction_open", "done"]
    assert len(following(row(old))) == 1


def test_a_void_and_the_seal_of_the_correction_do_not_both_happen(demo_world: World) -> None:
    """Whichever comes first, the other is refused; the void is held up until the seal is through."""
    clerk, director = cast.officer("hn.ljw.clerk"), cast.officer("hn.ljw.director")
    custodian = cast.officer("hn.ljw.custodian")
    for _ in range(3):
        old, _ = cast.sealed()
        new = cast.approve(cast.begin_correction(old, clerk))
        grant = actions.grant(certificate_ids=[new], actor=custodian, at=now()).id
        told = at_once(
            lambda new=new, grant=grant: cast.seal_with(new, grant, custodian),
            lambda old=old: cast.void(old, director),
        )
        ends = {
            ("corrected", "sealed"): ["done", "wrong_state"],
            ("voided", "approved"): ["done", "earlier_not_in_force"],
        }
        assert told == ends[(cast.state_of(old).value, cast.state_of(new).value)]


def test_a_seal_that_fails_leaves_the_old_one_in_force(world: World) -> None:
    """Everything or nothing: the old paper does not end for a new one that is not there."""
    old, clerk, custodian = cast.delivered(), cast.officer("hn.ljw.clerk"), cast.officer("hn.ljw.custodian")
    new = cast.approve(cast.begin_correction(old, clerk))
    with pytest.raises(RuntimeError), transaction.atomic():
        cast.seal(new, custodian)
        assert cast.state_of(old) is State.CORRECTED
        raise RuntimeError
    assert (cast.state_of(old), cast.state_of(new)) == (State.DELIVERED, State.APPROVED)
