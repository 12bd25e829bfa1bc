"""Void in its three kinds: whose act it is, what must be said, and that the register tells of it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.certificates import cast, pads
from tests.certificates.attempts import last_line, refused
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.actions import VoidGiven
from zhengyin.certificates.facts.afterwards import VoidFacts
from zhengyin.certificates.kinds import Voiding, Why
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.policy.void import refusals_to_void
from zhengyin.certificates.queries.voiding import gone_in, gone_numbers
from zhengyin.certificates.workflow import State
from zhengyin.registers import queries as registers
from zhengyin.registers.queries import now
from zhengyin.registers.remarks import remarks_on
from zhengyin.shared.days import day_of

SEALED, TODAY = date(2026, 11, 12), date(2026, 11, 18)
COLLECTED = VoidFacts(Voiding.COLLECTED, Why.WRONG, "", 2, SEALED, TODAY, collected=2)
ANNOUNCED = replace(
    COLLECTED, kind=Voiding.ANNOUNCED, collected=0, announced_where="村务公开栏", announced_on=TODAY
)
UNSTAMPED = replace(COLLECTED, kind=Voiding.UNSTAMPED, collected=0)


@pytest.mark.parametrize("facts, changed, codes", [
    (COLLECTED, {}, []),
    (COLLECTED, {"kind": None}, ["void_kind_missing"]),
    (COLLECTED, {"why": None}, ["why_void_missing"]),
    (COLLECTED, {"why": Why.OTHER}, ["void_note_missing"]),
    (COLLECTED, {"why": Why.OTHER, "note": "和另一份弄混了"}, []),
    (COLLECTED, {"collected": 1}, ["not_all_collected"]),
    (COLLECTED, {"collected": 3}, ["not_all_collected"]),
    (COLLECTED, {"problems": ("太长",)}, ["field_wrong"]),
    (ANNOUNCED, {}, []),
    (ANNOUNCED, {"collected": 1}, []),
    (ANNOUNCED, {"announced_where": ""}, ["announcement_missing"]),
    (ANNOUNCED, {"announced_on": None}, ["announcement_missing"]),
    (ANNOUNCED, {"announced_on": SEALED}, []),
    (ANNOUNCED, {"announced_on": SEALED - timedelta(days=1)}, ["announced_before_seal"]),
    (ANNOUNCED, {"announced_on": TODAY + timedelta(days=1)}, ["announced_in_future"]),
    (UNSTAMPED, {}, []),
    (UNSTAMPED, {"why": None}, ["why_void_missing"]),
    (UNSTAMPED, {"stamped_on_paper": True}, ["late_paper_is_stamped"]),
    (COLLECTED, {"stamped_on_paper": True}, []),
    (ANNOUNCED, {"stamped_on_paper": True}, []),
])  # fmt: skip
def test_one_changed_fact_is_one_refusal(facts: VoidFacts, changed: dict[str, Any], codes: list[str]) -> None:
    assert [one.code for one in refusals_to_void(replace(facts, **changed))] == codes


def remarks(case: object) -> list[tuple[str, str, bool]]:
    """What the register's line of a case says in 备注."""
    row = Certificate.objects.get(pk=case)
    line = registers.line(owner=row.organization_id, book="certificates", year=row.year, no=row.no)
    assert line is not None
    return [(said.mark, said.words, said.void) for said in remarks_on([line])[line.hash]]


def today() -> str:
    day = day_of(now())
    return f"{day.month}月{day.day}日"


@pytest.mark.clause("H1a", "H3.2.3c")
def test_the_custodian_voids_what_was_never_stamped(world: World) -> None:
    (case, receipt), custodian = cast.sealed(), cast.officer("hn.ljw.custodian")
    cast.void_unstamped(case, custodian, note="打印机卡纸")
    line = last_line(case)
    assert (cast.state_of(case), Certificate.objects.get(pk=case).void_kind) == (State.VOIDED, "unstamped")
    assert (line.kind, line.office) == ("certificate.voided_unstamped", "custodian")
    assert line.columns == {"item": "居住证明", "number": receipt.number, "why": "纸弄坏了或者章没盖好"}
    assert line.personal == {"note": "打印机卡纸"}
    assert remarks(case) == [("作废（未盖章）", f"纸弄坏了或者章没盖好，{today()}", True)]


@pytest.mark.clause("H1a", "H3.2.3c")
def test_the_director_voids_what_came_back(world: World) -> None:
    case, director = cast.delivered(), cast.officer("hn.ljw.director")
    cast.void(case, director, note="马桂花说人数不对")
    line = last_line(case)
    assert (cast.state_of(case), Certificate.objects.get(pk=case).void_kind) == (State.VOIDED, "collected")
    assert (line.kind, line.office, line.columns["kind"]) == ("certificate.voided", "director", "已收回")
    assert line.columns["number"].endswith("1号") and line.personal == {"note": "马桂花说人数不对"}
    assert remarks(case)[-1] == ("作废（已收回）", f"共1份；内容写错了，{today()}", True)


@pytest.mark.clause("H1a", "H3.2.3c")
def test_what_did_not_come_back_is_announced(world: World) -> None:
    (case, _), director, at = cast.sealed(), cast.officer("hn.ljw.director"), day_of(now())
    cast.void(case, director, kind=Voiding.ANNOUNCED, announced_where=" 在村务公开栏", announced_on=at)
    assert Certificate.objects.get(pk=case).void_kind == "announced"
    papers = f"{at.year}年{today()}在村务公开栏公告"
    assert last_line(case).columns["papers"] == papers
    assert remarks(case) == [("作废（未收回，已公告）", f"{papers}；内容写错了，{today()}", True)]


@pytest.mark.clause("H3.2.4c")
def test_what_was_stamped_first_is_the_directors_to_void(world: World) -> None:
    """Entered late, the paper with its seal may be anywhere: the custodian alone cannot call it unstamped."""
    case = pads.entered()[1].certificate_id
    refused(lambda: cast.void_unstamped(case, cast.officer("hn.ljw.custodian")), "late_paper_is_stamped")
    cast.void(case, cast.officer("hn.ljw.director"))
    assert Certificate.objects.get(pk=case).void_kind == "collected"


def test_whose_act_it_is(world: World) -> None:
    case, _ = cast.sealed()
    for name in ("hn.ljw.clerk", "hn.ljw.director", "hn.ljw.deputy", "hn.ptc.clerk", "od.hrgt.custodian"):
        officer = cast.officer(name)
        refused(lambda officer=officer: cast.void_unstamped(case, officer), "wrong_office")  # type: ignore[misc]
    for name in (
        "hn.ljw.clerk",
        "hn.ljw.custodian",
        "hn.ljw.supervisor",
        "hn.pt.officer",
        "od.hrgt.director",
    ):
        officer = cast.officer(name)
        refused(lambda officer=officer: cast.void(case, officer), "wrong_office")  # type: ignore[misc]


def test_what_is_not_sealed_or_is_void_already_is_not_voided(world: World) -> None:
    director, custodian = cast.officer("hn.ljw.director"), cast.officer("hn.ljw.custodian")
    approved, delivered = cast.approved(), cast.delivered()
    refused(lambda: cast.void(approved, director), "wrong_state")
    refused(lambda: cast.void_unstamped(delivered, custodian), "wrong_state")
    cast.void(delivered, director)
    refused(lambda: cast.void(delivered, director), "wrong_state")
    unfetched, clerk = cast.sealed()[0], cast.officer("hn.ljw.clerk")
    cast.void_unstamped(unfetched, custodian)
    refused(lambda: cast.deliver(unfetched, clerk), "wrong_state")


def test_refusals_write_nothing(world: World) -> None:
    (case, _), director = cast.sealed(), cast.officer("hn.ljw.director")
    later = day_of(now()) + timedelta(days=1)
    announced = {"kind": Voiding.ANNOUNCED, "announced_where": "村务公开栏", "announced_on": later}
    attempts: list[tuple[dict[str, Any], list[str]]] = [
        ({"kind": None}, ["void_kind_missing"]),
        ({"kind": Voiding.UNSTAMPED}, ["void_kind_missing"]),  # the custodian's to say
        ({"why": None, "collected": 0}, ["why_void_missing", "not_all_collected"]),
        (announced, ["announced_in_future"]),
        ({**announced, "announced_where": "{day}", "announced_on": day_of(now())}, ["field_wrong"]),
        ({**announced, "announced_where": "栏" * 41, "announced_on": day_of(now())}, ["field_wrong"]),
        ({"note": "字" * 201}, ["field_wrong"]),
    ]
    for changed, codes in attempts:
        refused(lambda changed=changed: cast.void(case, director, **changed), *codes)  # type: ignore[misc]
    given = VoidGiven(Voiding.COLLECTED, Why.WRONG, collected=1)
    actions.void(certificate_id=case, given=given, actor=director, at=now())


def test_which_of_a_year_no_longer_hold(world: World) -> None:
    director = cast.officer("hn.ljw.director")
    cast.void(cast.sealed()[0], director)
    cast.corrected()
    cast.sealed()
    year = now().year
    gone = gone_in(cast.LIJIAWAN, year)
    assert (gone.voided, gone.corrected) == (1, 1)
    assert gone_numbers(cast.LIJIAWAN, year) == {1, 2}
    assert gone_numbers(cast.PINGTOUCHUAN, year) == gone_numbers(cast.LIJIAWAN, year - 1) == frozenset()
