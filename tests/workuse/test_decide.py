"""Approving and countersigning, sending back, taking back."""

import pytest

from tests.certificates import offices
from tests.certificates.cast import officer
from tests.deliberation import cast as held
from tests.workuse import cast
from zhengyin.deliberation import actions as deliberation
from zhengyin.people.offices import Office
from zhengyin.registers.queries import now
from zhengyin.workuse import actions
from zhengyin.workuse.facts import SURELY_NOT_MAJOR
from zhengyin.workuse.kinds import Role, Whose
from zhengyin.workuse.queries.content import digest_of

pytestmark = pytest.mark.usefixtures("world")


def test_one_approval_for_the_content_and_its_copies() -> None:
    work_use = cast.approved()
    assert work_use.state == "work_approved"
    line = cast.last_line(work_use.id)
    assert (line.kind, line.columns["copies"], line.text_digest) == (
        "work.approved", "3", work_use.approved_digest,
    )  # fmt: skip


@pytest.mark.clause("H3.2.4c")
@pytest.mark.parametrize("who", ["hn.ljw.clerk", "hn.ljw.custodian", "hn.ptc.director", "hn.pt.officer"])
def test_another_office_or_village_does_not_approve(who: str) -> None:
    work_use = cast.asked()
    with cast.refused("wrong_office"):
        cast.approve(work_use, officer(who))


def test_twice_is_refused() -> None:
    work_use = cast.approved()
    with cast.refused("wrong_state"):
        cast.approve(work_use)


@pytest.mark.clause("H3.2.4d")
def test_only_what_was_seen_is_approved() -> None:
    work_use = cast.asked()
    with cast.refused("changed_since_seen"):
        cast.approve(work_use, seen="0" * 64)


def test_a_relative_is_asked_about_where_somebody_is_concerned() -> None:
    work_use = cast.asked(cast.request(concerned="马桂花"))
    with cast.refused("near_relative_not_answered"):
        cast.approve(work_use)
    with cast.refused("near_relative"):
        cast.approve(work_use, near_relative=True)
    assert cast.approve(work_use, near_relative=False).state == "work_approved"


def test_the_directors_own_letter_is_not_approved_by_him() -> None:
    director = officer("hn.ljw.director")
    letter = cast.LETTER.__class__(cast.LETTER.to, director.name, 1, 7)
    work_use = cast.asked(cast.introduction(letter=letter))
    with cast.refused("own_case"):
        cast.approve(work_use, near_relative=False)


def test_of_whom_a_letter_introduces_it_is_asked_whether_a_relative() -> None:
    work_use = cast.asked(cast.introduction())
    with cast.refused("near_relative_not_answered"):
        cast.approve(work_use)
    with cast.refused("near_relative"):
        cast.approve(work_use, near_relative=True)


@pytest.mark.clause("H3.2.3b")
@pytest.mark.parametrize("changed", [
    {"copies": 900}, {"inquirer": "court"}, {"lock": "seal", "whose": "of_committee"}, {"matter": "别的"},
])  # fmt: skip
def test_whatever_is_approved_was_seen(changed: dict[str, object]) -> None:
    """What was changed since the page was opened is not approved by the old page."""
    work_use = cast.asked(cast.inquiry())
    seen = digest_of(work_use)
    assert digest_of(work_use) == seen, "the near miss: unchanged it is the same"
    for name, value in changed.items():
        setattr(work_use, name, value)
    assert digest_of(work_use) != seen


def test_another_scan_of_the_letter_is_another_content() -> None:
    work_use = cast.asked(cast.inquiry())
    seen = digest_of(work_use)
    work_use.files.filter(role=Role.LETTER).update(removed_at=now())
    assert digest_of(work_use) != seen


@pytest.mark.clause("H3.2.4d")
def test_a_blank_let_through_needs_a_second_approver() -> None:
    work_use = cast.asked(cast.blank_let_through())
    if not second_there():
        with cast.refused("second_approver_missing"):
            cast.approve(work_use)
        offices.appoint("hn.ljw.deputy", Office.SECOND_APPROVER, by=officer("hn.ljw.director"))
    cast.approve(work_use, near_relative=False)
    work_use.refresh_from_db()
    assert work_use.state == "work_awaiting_second"
    with cast.refused("wrong_office"):
        actions.countersign(
            work_use_id=work_use.id, near_relative=None, seen=work_use.approved_digest,
            actor=officer("hn.ljw.director"), at=now(),
        )  # fmt: skip
    done = actions.countersign(
        work_use_id=work_use.id, near_relative=None, seen=work_use.approved_digest,
        actor=officer("hn.ljw.deputy"), at=now(),
    )  # fmt: skip
    assert done.state == "work_approved"
    cast.seal(done)
    line = next(one for one in cast.lines_of(done.id) if one.kind == "register.work")
    assert "、" in line.columns["approver"]


def second_there() -> bool:
    return Office.SECOND_APPROVER in {one.office for one in officer("hn.ljw.deputy").holds}


@pytest.mark.clause("H3.2.2b")
def test_in_huining_a_major_matter_is_approved_and_its_seal_waits() -> None:
    work_use = cast.approved(cast.request(major="M5", whose=Whose.COMMITTEE))
    custodian = officer("hn.ljw.custodian")
    granted = cast.grant(work_use, custodian).id
    with cast.refused("deliberation_missing"):
        cast.seal(work_use, custodian, grant_id=granted)
    held.passed(work_use.id)
    cast.seal(work_use, custodian, grant_id=granted)


@pytest.mark.clause("H3.2.2b")
def test_what_sounds_major_is_looked_at_by_whoever_approves() -> None:
    """The near miss: what does not sound so, or was not said so of, asks nobody (test_one_approval…)."""
    work_use = cast.asked(cast.request(matter="社区共建协议", major=SURELY_NOT_MAJOR))
    director, seen = officer("hn.ljw.director"), digest_of(work_use)
    with cast.refused("not_looked_whether_major"):
        cast.approve(work_use)
    done = actions.approve(
        work_use_id=work_use.id, near_relative=None, not_major=True, seen=seen, actor=director, at=now()
    )
    assert done.state == "work_approved"


@pytest.mark.clause("O2.1d")
def test_in_ordos_the_approval_waits_for_the_vote() -> None:
    work_use = cast.asked(cast.request("od.hrgt", major="M5", whose=Whose.COMMITTEE), "od.hrgt")
    with cast.refused("deliberation_missing"):
        cast.approve(work_use, village="od.hrgt")
    held.passed(work_use.id, village="od.hrgt")
    assert cast.approve(work_use, village="od.hrgt").state == "work_approved"


@pytest.mark.clause("O2.1d", "H3.2.2b")
@pytest.mark.parametrize("village", ["hn.ljw", "od.hrgt"])
def test_what_is_opened_again_or_lost_after_the_approval_is_not_sealed(village: str) -> None:
    """Near miss: as long as what let it through stands, it is."""
    work_use = cast.asked(cast.request(village, major="M5", whose=Whose.COMMITTEE), village)
    held.passed(work_use.id, village=village)
    cast.approve(work_use, village=village)
    custodian = officer(f"{village}.custodian")
    granted = cast.grant(work_use, custodian).id
    notice = held.post(work_use.id, village=village)
    with cast.refused("deliberation_missing"):
        cast.seal(work_use, custodian, grant_id=granted)
    deliberation.stop_notice(
        notice_id=notice.pk, reason="贴错了", actor=officer(f"{village}.director"), at=now()
    )
    meeting = held.convene(work_use.id, village=village)
    held.fail(held.count(meeting, village, votes_for=4, votes_against=20), village)
    with cast.refused("deliberation_missing"):
        cast.seal(work_use, custodian, grant_id=granted)
    held.passed(work_use.id, village=village)
    assert cast.seal(work_use, custodian, grant_id=granted).number


def test_sent_back_and_taken_back_with_a_reason() -> None:
    work_use, director = cast.asked(), officer("hn.ljw.director")
    with cast.refused("work_reason_missing"):
        actions.send_back(work_use_id=work_use.id, reason=" ", actor=director, at=now())
    actions.send_back(work_use_id=work_use.id, reason="少一页", actor=director, at=now())
    line = cast.last_line(work_use.id)
    assert (line.kind, line.personal) == ("work.returned", {"reason": "少一页"})
    other = cast.approved()
    custodian = officer("hn.ljw.custodian")
    back = actions.take_back(work_use_id=other.id, reason="纸上有空白", actor=custodian, at=now())
    assert back.state == "work_returned"
