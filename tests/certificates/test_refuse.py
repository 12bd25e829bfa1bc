"""不予出具: the numbered 告知单 with its reason and the way on, by handler, director, second approver."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError

from tests.certificates import cast
from tests.certificates.attempts import last_line, refused
from tests.documents.reading import text_of, without_spaces
from tests.world import World
from zhengyin.catalogue.policy import Outcome
from zhengyin.certificates import actions
from zhengyin.certificates.asked import Application
from zhengyin.certificates.kinds import Ground
from zhengyin.certificates.models import Certificate, Notice
from zhengyin.certificates.queries.papers import notice_pdf
from zhengyin.certificates.queries.refusing import told_in
from zhengyin.certificates.told import GROUND_OF, TITLES, RefusalGiven
from zhengyin.certificates.workflow import State
from zhengyin.people.actor import Actor
from zhengyin.registers import queries as registers
from zhengyin.registers.queries import now

GIVEN = RefusalGiven(
    "not_true", "查了台账，您2019年就搬到县城了", "去会师镇会师门社区居委会", "居民身份证", "0943-0000303"
)
RULE = replace(GIVEN, ground="rule", why="公安机关出具")


def refuse(case: UUID, clerk: Actor, given: RefusalGiven = GIVEN) -> Notice:
    return actions.refuse(certificate_id=case, given=given, actor=clerk, at=now())


def demand(item: str = "PROH-08", village: str = "hn.ljw") -> Application:
    usual = cast.application(item)
    return replace(usual, purpose="", values={"subject_name": "马桂花"})


def enter(wanted: Application, clerk: Actor, as_id: UUID | None = None, given: RefusalGiven = RULE) -> Notice:
    return actions.refuse_demand(
        organization_id=cast.LIJIAWAN, application=wanted, given=given, actor=clerk, at=now(), as_id=as_id
    )


@pytest.mark.clause("H3.1d", "O2.1e", "O2.2d")
def test_a_refusal_writes_its_numbered_notice(world: World) -> None:
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    notice = refuse(case, clerk)
    assert (cast.state_of(case), notice.number) == (State.REFUSED, "平头川镇李家湾村告字〔2026〕1号")
    told = told_in(notice)
    assert (told.to, told.answer, told.handler) == ("马桂花", "“居住证明”这次不能开。", "马秀兰")
    assert told.steps == (
        ("去哪里", "去会师镇会师门社区居委会"), ("带什么", "居民身份证"), ("打电话", "0943-0000303"),
    )  # fmt: skip
    assert told.stuck.startswith("您觉得不合理")
    lines = {line.kind: line for line in registers.lines_of(case)}
    book, journal = lines["register.notice"], lines["certificate.refused"]
    assert (book.book, book.no, book.columns["ground"]) == ("notices", 1, "核实下来不属实")
    assert journal.columns["notice"] == notice.number
    assert book.personal and book.personal["name"] == "马桂花"


def test_the_next_one_has_the_next_number(world: World) -> None:
    clerk = cast.officer("hn.ljw.clerk")
    numbers = [refuse(cast.applied(), clerk).no for _ in range(3)]
    assert numbers == [1, 2, 3]


@pytest.mark.clause("H3.1d")
def test_never_a_bare_no(world: World) -> None:
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    refused(lambda: refuse(case, clerk, replace(GIVEN, where=" ")), "way_on_missing")
    refused(lambda: refuse(case, clerk, replace(GIVEN, why="")), "why_missing")
    refused(lambda: refuse(case, clerk, replace(GIVEN, ground="")), "ground_missing")
    refused(lambda: refuse(case, clerk, RULE), "rule_does_not_refuse")
    refused(lambda: refuse(case, clerk, replace(GIVEN, ground="incomplete")), "not_asked_to_complete")
    refused(lambda: refuse(case, clerk, replace(GIVEN, why="去县城😀")), "field_wrong")
    refuse(case, clerk)


def test_from_which_states(world: World) -> None:
    clerk = cast.officer("hn.ljw.clerk")
    asked = cast.applied()
    actions.ask_to_complete(certificate_id=asked, missing=["户口簿"], actor=clerk, at=now())
    refuse(asked, clerk, replace(GIVEN, ground="incomplete"))
    refused(lambda: refuse(asked, clerk), "wrong_state")
    done = cast.verified()
    refused(lambda: refuse(done, clerk), "wrong_state")
    case = cast.applied()
    for name in ("hn.ljw.director", "hn.ljw.custodian", "hn.ptc.clerk", "hn.pt.officer"):
        officer = cast.officer(name)
        refused(lambda officer=officer: refuse(case, officer), "wrong_office")  # type: ignore[misc]


@pytest.mark.clause("H3.1d", "H3.1c")
def test_director_and_second_approver_decline(world: World) -> None:
    director, second = cast.officer("hn.ljw.director"), cast.officer("hn.ljw.deputy")
    case = cast.verified()
    refused(lambda: actions.decline(certificate_id=case, given=GIVEN, actor=second, at=now()), "wrong_office")
    notice = actions.decline(certificate_id=case, given=GIVEN, actor=director, at=now())
    assert (cast.state_of(case), last_line(case).kind) == (State.REFUSED, "certificate.declined")
    assert notice.told_by_id == director.person_id
    soft = cast.verified(wanted=cast.soft(), checks=cast.SOFT_CHECKS)
    cast.agree(certificate_id=soft, near_relative=False, actor=director, at=now())
    actions.decline(certificate_id=soft, given=GIVEN, actor=second, at=now())
    assert cast.state_of(soft) is State.REFUSED


@pytest.mark.clause("H2.2e", "O2.1e", "O2.1c")
def test_what_somebody_was_sent_for_is_entered_and_refused_at_once(world: World) -> None:
    clerk, new = cast.officer("hn.ljw.clerk"), uuid4()
    notice = enter(demand(), clerk, new)
    case = Certificate.objects.get(pk=new)
    assert (case.state, case.entry_code, case.path) == (State.REFUSED, "PROH-08", "prohibited_list")
    assert told_in(notice).answer == "这个证明不用开。"
    assert "民发〔2020〕20号" in told_in(notice).basis
    assert told_in(notice).stuck.startswith("对方还是要")
    first, *others = [words for name, words in told_in(notice).steps if name == "去哪里"]
    assert first == RULE.where and others  # every other way the lists know stands on the paper too
    kinds = [line.kind for line in registers.lines_of(new)]
    assert sorted(kinds) == ["certificate.applied", "certificate.refused", "register.notice"]
    with pytest.raises(IntegrityError), transaction.atomic():
        enter(demand(), clerk, new)  # sent twice


def test_what_may_be_issued_is_no_demand_to_refuse(world: World) -> None:
    clerk = cast.officer("hn.ljw.clerk")
    refused(lambda: enter(demand("ISS-ZQ-01"), clerk), "may_be_issued")
    refused(lambda: enter(demand(), cast.officer("hn.ljw.director")), "wrong_office")


@pytest.mark.clause("H3.1d")
def test_every_no_of_the_lists_has_its_ground() -> None:
    """An investigating body's letter is no demand; what says yes or asks back is no refusal."""
    noes = {one for one in Outcome if one.is_no and one is not Outcome.REFER_TO_INVESTIGATION}
    assert set(GROUND_OF) == noes
    assert set(TITLES) == set(Ground)


@pytest.mark.parametrize("ground", ["rule", "not_true", "cannot_check", "incomplete"])
def test_the_paper_says_what_was_told(world: World, ground: str) -> None:
    """A ban has another way and its basis; else the item's own basis would read as if it forbade it."""
    clerk = cast.officer("hn.ljw.clerk")
    if ground == "rule":
        notice = enter(demand(), clerk, given=replace(GIVEN, ground=ground))
    else:
        case = cast.applied()
        if ground == "incomplete":
            actions.ask_to_complete(certificate_id=case, missing=("户口簿",), actor=clerk, at=now())
        notice = refuse(case, clerk, replace(GIVEN, ground=ground))
    words = without_spaces(text_of(notice_pdf(notice, now())))
    assert ("依据：" in words, "告知单：这次不能开" in words) == (ground == "rule", ground != "rule")
    for one in (
        "告知单：",
        "平头川镇李家湾村告字〔2026〕1号",
        "马桂花",
        "去会师镇会师门社区居委会",
        "马秀兰",
        "示例",
    ):
        assert one in words, one


@pytest.mark.parametrize("statement", [
    "UPDATE certificates_notice SET number = 'x'",
    "DELETE FROM certificates_notice",
    "UPDATE certificates_notice SET ground = 'because'",
])  # fmt: skip
def test_the_database_keeps_what_was_told(world: World, statement: str) -> None:
    refuse(cast.applied(), cast.officer("hn.ljw.clerk"))
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement)


@pytest.mark.parametrize("column, value, constraint", [
    ("ground", "because", "notice_known_ground"), ("no", "1", "notice_number_once"),
])  # fmt: skip
def test_constraints(world: World, column: str, value: str, constraint: str) -> None:
    clerk = cast.officer("hn.ljw.clerk")
    notice = refuse(cast.applied(), clerk)
    other = cast.applied()
    columns = "organization_id, year, no, number, previous_hash, ground, told_encrypted, told_at, told_by_id"
    said = columns.replace("no,", "2,", 1) if column != "no" else columns
    said = said.replace("ground", "'because'") if column == "ground" else said
    insert = (
        f"INSERT INTO certificates_notice (certificate_id, {columns})"
        f" SELECT %s, {said} FROM certificates_notice WHERE certificate_id = %s"
    )
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        connection.cursor().execute(insert, [other, notice.pk])
