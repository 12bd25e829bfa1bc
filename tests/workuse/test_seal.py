"""The seal on a paper of the committee's work: who, what, when, once; nothing is written on refusal."""

from datetime import timedelta

import pytest

from tests.certificates.cast import LIJIAWAN, officer, page
from tests.workuse import cast
from tests.workuse.test_constraints import update
from zhengyin.documents import files
from zhengyin.regions.names import Ending
from zhengyin.registers.lines import kind_of
from zhengyin.registers.queries import lines_of, now
from zhengyin.seals.actions import end_committee
from zhengyin.shared.days import day_of
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.secrets import sealed_personal

pytestmark = pytest.mark.usefixtures("world")


@pytest.mark.clause("H3.2.3a", "H3.2.3b", "H3.1a")
def test_the_custodian_seals_and_the_register_has_the_statutory_columns() -> None:
    work_use = cast.sealed()
    line = next(line for line in lines_of(work_use.id) if line.kind == "register.work")
    assert work_use.state == "work_sealed"
    assert work_use.number == "平头川镇李家湾村用印〔2026〕1号"
    titles = dict(kind_of("register.work").columns)
    assert {titles[key] for key in ("used_at", "matter", "copies", "approver", "handler")} == {
        "用印时间", "用印内容", "用印份数", "签批人员", "经办人员",
    }  # fmt: skip
    assert (line.columns["matter"], line.columns["copies"]) == ("2026年三社花名册", "3")
    assert line.columns["use_class"] == "依法依规协助行政事务"
    assert all(line.columns[key] for key in ("used_at", "approver", "handler", "scope", "sealer"))
    assert cast.kinds_of(work_use.id) == ["work.asked", "work.approved", "register.work", "work.sealed"]


def test_twice_by_one_grant_is_one_number() -> None:
    work_use, custodian = cast.approved(), officer("hn.ljw.custodian")
    granted = cast.grant(work_use, custodian).id
    first = cast.seal(work_use, custodian, grant_id=granted)
    before = cast.written()
    assert cast.seal(work_use, custodian, grant_id=granted) == first
    assert cast.written() == before


def test_twice_by_two_grants_is_refused() -> None:
    work_use, custodian = cast.approved(), officer("hn.ljw.custodian")
    one, other = cast.grant(work_use, custodian).id, cast.grant(work_use, custodian).id
    cast.seal(work_use, custodian, grant_id=one)
    with cast.refused("wrong_state"):
        cast.seal(work_use, custodian, grant_id=other)


@pytest.mark.clause("H3.2.4c", "O2.3c")
@pytest.mark.parametrize("who", ["hn.ljw.director", "hn.ljw.clerk", "od.hrgt.custodian"])
def test_nobody_else_proves_anything_for_it(who: str) -> None:
    work_use = cast.approved()
    with cast.refused("wrong_office"):
        cast.grant(work_use, officer(who))


def test_before_the_approval_nothing_is_sealed() -> None:
    work_use = cast.asked()
    with cast.refused("wrong_state"):
        cast.grant(work_use, officer("hn.ljw.custodian"))


@pytest.mark.clause("H3.2.4d")
def test_of_photographs_the_custodian_answers_that_no_blank_is_left() -> None:
    work_use, custodian = cast.approved(), officer("hn.ljw.custodian")
    granted = cast.grant(work_use, custodian).id
    with cast.refused("photos_not_checked"):
        cast.seal(work_use, custodian, grant_id=granted, checked=None)
    with cast.refused("paper_has_blanks"):
        cast.seal(work_use, custodian, grant_id=granted, checked=False)
    cast.seal(work_use, custodian, grant_id=granted)


def test_of_a_file_the_program_looked_itself() -> None:
    cast.seal(cast.approved(cast.request(files=(cast.typed_pdf(),))), checked=None)


@pytest.mark.clause("H3.2.4d")
def test_other_copies_and_no_impression_are_refused() -> None:
    work_use, custodian = cast.approved(), officer("hn.ljw.custodian")
    granted = cast.grant(work_use, custodian).id
    with cast.refused("copies_differ", "grant_missing"):
        cast.seal(work_use, custodian, grant_id=granted, copies=4)
    with cast.refused("impressions_missing"):
        cast.seal(work_use, custodian, grant_id=granted, impressions=0)


def test_the_grant_is_good_for_two_minutes() -> None:
    work_use, custodian = cast.approved(), officer("hn.ljw.custodian")
    granted = cast.grant(work_use, custodian).id
    with cast.refused("grant_expired"):
        cast.seal(work_use, custodian, grant_id=granted, at=now() + timedelta(minutes=3))


@pytest.mark.clause("H3.2.4d")
def test_the_hash_is_made_again_from_the_file_on_the_disk() -> None:
    """Somebody put other bytes in its place: they do not even open."""
    work_use, custodian = cast.approved(), officer("hn.ljw.custodian")
    granted = cast.grant(work_use, custodian).id
    row = work_use.files.order_by("position")[0].file
    (files.folder_of(row.owner) / row.name).write_bytes(b"other")
    with cast.refused("text_changed_after_approval"):
        cast.seal(work_use, custodian, grant_id=granted)


def test_a_relative_is_asked_about_only_where_somebody_is_concerned() -> None:
    work_use = cast.approved(cast.request(concerned="马桂花"))
    custodian = officer("hn.ljw.custodian")
    granted = cast.grant(work_use, custodian).id
    with cast.refused("near_relative_not_answered"):
        cast.seal(work_use, custodian, grant_id=granted, near_relative=None)
    with cast.refused("near_relative"):
        cast.seal(work_use, custodian, grant_id=granted, near_relative=True)
    cast.seal(cast.approved(cast.request(files=(page(7),))), near_relative=None)


def test_the_own_case_is_sealed_by_somebody_else() -> None:
    custodian = officer("hn.ljw.custodian")
    work_use = cast.approved(cast.request(concerned=custodian.name))
    granted = cast.grant(work_use, custodian).id
    with cast.refused("own_case"):
        cast.seal(work_use, custodian, grant_id=granted)


def test_personal_words_are_bound_to_their_request() -> None:
    work_use = cast.asked(cast.request(concerned="马桂花"))
    assert "马桂花".encode() not in bytes(WorkUse.objects.get(pk=work_use.pk).personal_encrypted)
    assert sealed_personal(work_use.id, {}) != b""
    assert all("马桂花" not in str(line.columns) for line in lines_of(work_use.id))


@pytest.mark.clause("H3.1a")
def test_numbers_follow_one_another_in_the_committee() -> None:
    first, second = cast.sealed(), cast.sealed(cast.request(matter="2026年四社花名册"))
    assert [one.no for one in (first, second)] == [1, 2]
    assert cast.sealed(village="od.hrgt").no == 1


@pytest.mark.clause("H3.2.1d")
def test_of_a_committee_that_is_no_more_nothing_is_asked_approved_or_sealed() -> None:
    asked, approved = cast.asked(), cast.approved(cast.request(matter="2026年四社花名册"))
    custodian = officer("hn.ljw.custodian")
    granted = cast.grant(approved, custodian).id
    end_committee(
        organization_id=LIJIAWAN, how=Ending.ABOLISHED, ended_on=day_of(now()), into_id=None,
        document="会政发〔2026〕12号", actor=officer("hn.pt.officer"), at=now(),
    )  # fmt: skip
    with cast.refused("committee_ended"):
        cast.asked(cast.request(matter="2026年五社花名册"))
    with cast.refused("committee_ended"):
        cast.approve(asked)
    with cast.refused("no_seal_in_use"):
        cast.seal(approved, custodian, grant_id=granted)
    update(
        "work_use_seal_in_hand", approved,
        "state = 'work_sealed', sealed_by_id = %s, sealed_at = now(), impressions = 1, year = 2026, no = 99,"
        " number = 'x'", custodian.person_id,
    )  # fmt: skip
