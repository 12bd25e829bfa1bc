"""Asking for the seal, and handing in anew."""

from dataclasses import replace
from uuid import uuid4

import pytest

from tests.certificates.cast import LIJIAWAN, officer, page
from tests.deliberation import cast as held
from tests.workuse import cast
from zhengyin.deliberation import actions as deliberation
from zhengyin.regions.names import CommitteeKind
from zhengyin.registers.queries import lines_of, now
from zhengyin.workuse import actions
from zhengyin.workuse.facts import NOT_MAJOR, SURELY_NOT_MAJOR
from zhengyin.workuse.kinds import Kind, Override, Whose
from zhengyin.workuse.queries import majors_of, scope_for, scope_of
from zhengyin.workuse.queries.typed import typed_before

pytestmark = pytest.mark.usefixtures("world")


@pytest.mark.clause("H3.1a", "H3.2.4d")
def test_one_content_and_its_copies() -> None:
    work_use = cast.asked()
    assert (work_use.state, work_use.copies, work_use.on_photos) == ("work_asked", 3, True)
    assert work_use.scope_class == "assisting_administration"
    line = cast.last_line(work_use.id)
    assert line.kind == "work.asked"
    assert line.columns["scope"] == "村（居）委会依法依规协助行政事务的事项"
    assert len(line.columns["digests"].split("；")) == 2


@pytest.mark.parametrize("who", ["hn.ljw.director", "hn.ljw.custodian", "hn.ptc.clerk", "hn.pt.officer"])
def test_another_office_or_village_asks_for_nothing(who: str) -> None:
    with cast.refused("wrong_office"):
        cast.asked(who=officer(who))


@pytest.mark.clause("H3.1a")
def test_each_county_has_its_own_list_with_the_place_it_was_found_in() -> None:
    huining, otog = scope_of("620422000000"), scope_of("150623000000")
    assert list(huining) == ["HN_W1", "HN_W2", "HN_W3"]
    assert len({one.of_class for one in huining.values()}) == 3
    assert len({one.of_class for one in otog.values()}) == 3
    assert all(one.found_in and one.source for one in (*huining.values(), *otog.values()))
    assert {"M1", "M5", "M7", "M8"} <= set(majors_of("620422000000"))


def test_what_is_written_for_the_other_kind_of_committee_stands_last() -> None:
    """The gacha's first; near miss: the same list for a residents' committee begins with its own."""
    for kind, first in ((CommitteeKind.VILLAGE, "VC_W"), (CommitteeKind.RESIDENTS, "BJ_W")):
        found = list(scope_for("150623000000", kind))
        own = [code for code in found if code.startswith(first)]
        assert own and found[: len(own)] == own and set(found) == set(scope_of("150623000000"))


def test_everything_missing_is_named_at_once() -> None:
    wanted = cast.request(scope="", matter="", copies=0, for_resident=None, major="", files=())
    with cast.refused(
        "scope_entry_missing", "work_matter_missing", "resident_not_answered", "work_copies_missing",
        "major_not_answered", "work_file_missing",
    ):  # fmt: skip
        cast.asked(wanted)


@pytest.mark.clause("H3.2.4d")
def test_blank_paper_is_refused_by_photo_and_by_file() -> None:
    with cast.refused("page_empty"):
        cast.asked(cast.request(files=(page(0),)))
    with cast.refused("blanks_unfilled"):
        cast.asked(cast.request(files=(cast.unfinished_pdf(),)))
    with cast.refused("work_files_mixed"):
        cast.asked(cast.request(files=(page(8), cast.typed_pdf())))


@pytest.mark.clause("H3.2.4d")
def test_a_named_reason_lets_a_blank_through_to_two_approvers() -> None:
    work_use = cast.asked(cast.blank_let_through())
    assert work_use.needs_second
    assert work_use.override == Override.FILLED_BY_RECEIVER
    assert "报送单位编号" in work_use.unfinished


def test_a_reason_without_a_blank_says_nothing() -> None:
    work_use = cast.asked(cast.request(override=Override.SIGNED_BY_HAND))
    assert (work_use.override, work_use.needs_second) == ("", False)


@pytest.mark.clause("H3.2.2b", "O2.1d")
@pytest.mark.parametrize("village, lock", [("hn.ljw", "seal"), ("od.hrgt", "approve")])
def test_a_major_matter_is_locked_as_the_pack_says(village: str, lock: str) -> None:
    wanted = cast.request(village, major="M5", whose=Whose.COMMITTEE)
    assert cast.asked(wanted, village).lock == lock


def test_the_collectives_matter_has_another_seal() -> None:
    with cast.refused("collective_matter"):
        cast.asked(cast.request(major="M5", whose=Whose.COLLECTIVE))


def test_what_came_back_is_handed_in_anew() -> None:
    work_use, clerk = cast.asked(), officer("hn.ljw.clerk")
    with cast.refused("wrong_state"):
        actions.change(work_use_id=work_use.id, asked=cast.request(), actor=clerk, at=now())
    actions.send_back(work_use_id=work_use.id, reason="少一页", actor=officer("hn.ljw.director"), at=now())
    wanted = cast.request(files=(page(8), page(4), page(5)))
    again = actions.change(work_use_id=work_use.id, asked=wanted, actor=clerk, at=now())
    assert (again.state, again.pages) == ("work_asked", 3)
    assert again.files.filter(removed_at=None).count() == 3
    assert cast.kinds_of(work_use.id) == ["work.asked", "work.returned", "work.changed"]


@pytest.mark.clause("H3.2.4d")
def test_an_inquiry_keeps_the_reply_and_the_letter() -> None:
    work_use = cast.asked(cast.inquiry())
    assert (work_use.kind, work_use.inquirer) == (Kind.EVIDENCE, "police")
    assert sorted(work_use.files.values_list("role", flat=True)) == ["content", "content", "letter"]
    assert "王警官" not in str(work_use.details)


def test_withdrawn_it_is_over() -> None:
    work_use, clerk = cast.asked(), officer("hn.ljw.clerk")
    with cast.refused("work_reason_missing"):
        actions.withdraw(work_use_id=work_use.id, reason="", actor=clerk, at=now())
    actions.withdraw(work_use_id=work_use.id, reason="不报了", actor=clerk, at=now())
    with cast.refused("wrong_state"):
        cast.approve(work_use)


@pytest.mark.clause("H3.2.2b")
def test_who_says_that_a_contract_is_no_major_matter_is_named_with_it() -> None:
    with cast.refused("perhaps_major"):
        cast.asked(cast.request(matter="社区共建协议"))
    work_use = cast.asked(cast.request(matter="社区共建协议", major=SURELY_NOT_MAJOR))
    assert (work_use.major_code, work_use.lock) == ("", "none")
    assert "但不是重大事项" in cast.last_line(work_use.id).columns["major"]
    assert typed_before(work_use)["major"] == SURELY_NOT_MAJOR


@pytest.mark.clause("H3.2.2b", "O2.1d")
def test_what_was_voted_on_is_what_is_sealed() -> None:
    """After the vote neither matter, major nor papers change; handed in as they were they may be."""
    wanted = cast.request(major="M5", whose=Whose.COMMITTEE, matter="三社机动地承包合同")
    work_use, clerk = cast.approved(wanted), officer("hn.ljw.clerk")
    held.passed(work_use.id)
    actions.take_back(work_use_id=work_use.id, reason="看错了", actor=officer("hn.ljw.custodian"), at=now())
    for changed in ({"matter": "三社贷款合同"}, {"major": "M1"}, {"files": (page(5),)}):
        with cast.refused("deliberated_matter_stays"):
            actions.change(work_use_id=work_use.id, asked=replace(wanted, **changed), actor=clerk, at=now())
    actions.change(work_use_id=work_use.id, asked=replace(wanted, copies=2), actor=clerk, at=now())
    work_use.refresh_from_db()
    assert (work_use.state, work_use.copies) == ("work_asked", 2)


@pytest.mark.clause("H3.2.2b", "O2.1d")
def test_a_lost_vote_does_not_make_it_an_ordinary_matter() -> None:
    wanted = cast.request(major="M5", whose=Whose.COMMITTEE, matter="三社机动地承包合同")
    work_use, clerk = cast.approved(wanted), officer("hn.ljw.clerk")
    held.fail(held.count(held.convene(work_use.id)))
    actions.take_back(work_use_id=work_use.id, reason="没通过", actor=officer("hn.ljw.custodian"), at=now())
    with cast.refused("vote_lost_stays_major"):
        actions.change(
            work_use_id=work_use.id, asked=replace(wanted, major=SURELY_NOT_MAJOR), actor=clerk, at=now()
        )
    with cast.refused("vote_lost_stays_major"):  # nor by asking again with the same papers
        cast.asked(replace(wanted, matter="三社的一份材料", major=NOT_MAJOR))
    ordinary = replace(wanted, files=(page(7),), matter="三社的一份材料", major=NOT_MAJOR)
    assert cast.asked(ordinary).lock == "none"
    other = replace(wanted, files=(page(5),))  # put right, to be voted on anew
    assert actions.change(work_use_id=work_use.id, asked=other, actor=clerk, at=now()).state == "work_asked"


@pytest.mark.clause("H3.2.2b")
def test_objections_do_not_get_lost_on_the_way_to_an_ordinary_matter() -> None:
    """The notice is not taken down with its objections: it hangs, or fails, and stays a major matter."""
    wanted = cast.request(major="M5", whose=Whose.COMMITTEE, matter="三社机动地承包合同")
    work_use, clerk, director = cast.approved(wanted), officer("hn.ljw.clerk"), officer("hn.ljw.director")
    notice, ordinary = held.post(work_use.id), replace(wanted, major=SURELY_NOT_MAJOR)
    held.object_to(notice)
    with held.refused("objected_notice_is_not_stopped"):
        deliberation.stop_notice(notice_id=notice.pk, reason="不公示了", actor=clerk, at=now())
    actions.take_back(work_use_id=work_use.id, reason="改", actor=officer("hn.ljw.custodian"), at=now())
    with cast.refused("deliberated_matter_stays"):
        actions.change(work_use_id=work_use.id, asked=ordinary, actor=clerk, at=now())
    deliberation.fail_notice(notice_id=notice.pk, reason="不同意", actor=director, at=now())
    with cast.refused("vote_lost_stays_major"):
        actions.change(work_use_id=work_use.id, asked=ordinary, actor=clerk, at=now())


def test_one_form_is_one_request_of_who_asks() -> None:
    """The same id from another person, or at another village, is another request, and nobody's row."""
    as_id, clerk = uuid4(), officer("hn.ljw.clerk")
    first, second = (
        actions.ask(organization_id=LIJIAWAN, asked=cast.request(), actor=clerk, at=now(), as_id=as_id)
        for _ in range(2)
    )
    assert first.id == second.id != as_id
    assert len(lines_of(first.id)) == 1
    other = actions.ask(
        organization_id=cast.VILLAGES["od.hrgt"], asked=cast.request("od.hrgt"),
        actor=officer("od.hrgt.clerk"), at=now(), as_id=as_id,
    )  # fmt: skip
    assert other.id not in (first.id, as_id)
