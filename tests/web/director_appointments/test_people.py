"""The director appoints handler and second approver, lends the approval for at most 30 days."""

from datetime import timedelta

import pytest

from tests.web.desk import GACHA, LIJIAWAN, Officer, text_of
from tests.web.deskcast import director, identity, nothing_written, today
from tests.world import World
from zhengyin.people.actions import register_device
from zhengyin.people.models import Account, Appointment, Device
from zhengyin.people.queries import actor_for, offices_of
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of, in_words

GIVEN = {"since": "2026-02-01", "standing": "regular", "document": "两委会议记录第3号"}


def deputy() -> Appointment:
    return Appointment.objects.get(organization_id=LIJIAWAN, office="committee_member", person__name="王桂芳")


def test_the_page_shows_who_is_in_office_and_what_the_director_gives(desks: World) -> None:
    page = director(desks).get("director-people")
    for words in ("马秀兰", "经办人", "hn.ljw.clerk", "复核签批人", "委托签批"):
        assert words in page.text
    assert {link.text for link in page.select("a.btn-plain") if "appointments" in link["href"]} == {
        "经办人", "复核签批人"
    }  # fmt: skip


@pytest.mark.clause("H1a")
def test_a_handler_is_appointed_and_ended(desks: World) -> None:
    who = director(desks)
    who.post("offices-appoint", LIJIAWAN, "handler", name="王五一", identity=identity(1), **GIVEN)
    term = Appointment.objects.get(organization_id=LIJIAWAN, person__name="王五一")
    assert (term.office, term.basis) == ("handler", "director")
    who.post("offices-end", LIJIAWAN, term.pk, on=today(), reason="外出务工")
    term.refresh_from_db()
    assert term.valid_until == day_of(now())


def test_a_second_approver_must_be_a_member(desks: World) -> None:
    with nothing_written():
        answer = director(desks).post(
            "offices-appoint", LIJIAWAN, "second_approver", status=409,
            name="王五二", identity=identity(2), **GIVEN,
        )  # fmt: skip
    assert "复核签批人要从委员里指定" in answer.content.decode()


@pytest.mark.clause("H3.2.4c")
def test_the_custodian_does_not_become_second_approver(desks: World) -> None:
    keeper = Account.objects.get(username="hn.ljw.custodian").person_id
    with nothing_written():
        answer = director(desks).post(
            "offices-appoint", LIJIAWAN, "second_approver", status=409, person=str(keeper), **GIVEN
        )
    assert "不能是同一个人" in answer.content.decode()


def test_the_director_does_not_appoint_himself(desks: World) -> None:
    own = Account.objects.get(username="hn.ljw.director").person_id
    with nothing_written():
        answer = director(desks).post(
            "offices-appoint", LIJIAWAN, "handler", status=409, person=str(own), **GIVEN
        )
    assert "自己不能任命自己" in answer.content.decode()


def test_the_approval_is_lent_for_days_and_taken_back(desks: World) -> None:
    who, member = director(desks), deputy()
    last = (day_of(now()) + timedelta(days=9)).isoformat()
    lent = {"person": str(member.person_id), "since": today(), "last_day": last, "reason": "到县里开会"}
    who.post("director-delegate", **lent)
    loan = Appointment.objects.get(organization_id=LIJIAWAN, nature="delegated")
    assert loan.valid_until == day_of(now()) + timedelta(days=10)
    assert any(held.office == "director" for held in offices_of(member.person_id, day_of(now())))
    assert "受委托" in who.get("director-people").text
    assert f"到{in_words(day_of(now()) + timedelta(days=9))}" in who.get("director-people").text
    who.post("offices-end", LIJIAWAN, loan.pk, on=today(), reason="提前回来")
    assert not any(held.office == "director" for held in offices_of(member.person_id, day_of(now())))


def test_the_custodian_is_not_offered_the_approval(desks: World) -> None:
    """A member of the committee who keeps the seal."""
    who, keeper = director(desks), Account.objects.get(username="hn.ljw.custodian").person_id
    assert Appointment.objects.filter(person_id=keeper, office="committee_member").exists()
    offered = [one["value"] for one in who.get("director-delegate").select("[name=person]")]
    assert offered and str(keeper) not in offered


def test_more_than_thirty_days_are_refused(desks: World) -> None:
    last = (day_of(now()) + timedelta(days=30)).isoformat()
    lent = {"person": str(deputy().person_id), "since": today(), "last_day": last, "reason": "外出"}
    with nothing_written():
        answer = director(desks).post("director-delegate", status=409, **lent)
    assert "最长30天" in text_of(answer)


def test_the_borrower_does_not_pass_it_on(desks: World) -> None:
    member = deputy()
    lent = {"person": str(member.person_id), "since": today(), "last_day": today(), "reason": "半天"}
    director(desks).post("director-delegate", **lent)
    borrower = Officer(desks, "hn.ljw.deputy", LIJIAWAN)
    assert "不能再转委托" in borrower.get("director-delegate").text
    with nothing_written():
        borrower.post("director-delegate", status=200, **lent)


@pytest.mark.parametrize(
    "username", ["hn.ljw.clerk", "hn.ljw.custodian", "hn.ptc.director", "od.hrgt.director"]
)
def test_nobody_else_opens_the_page(desks: World, username: str) -> None:
    client, who = Officer(desks, username, LIJIAWAN).client, director(desks)
    with nothing_written():
        for page in ("director-people", "director-delegate"):
            assert client.get(who.url(page)).status_code == 403
        assert client.post(who.url("offices-appoint", LIJIAWAN, "handler"), GIVEN).status_code == 403


def test_another_committee_is_not_found_from_here(desks: World) -> None:
    with nothing_written():
        director(desks).post("offices-appoint", GACHA, "handler", status=404, **GIVEN)


def test_a_lost_computer_is_struck_off_by_those_who_work_there(desks: World) -> None:
    account = Account.objects.get(username="hn.ljw.clerk")
    clerk = Officer(desks, "hn.ljw.clerk", LIJIAWAN)
    device = register_device(
        organization_id=LIJIAWAN, name="便民大厅1号电脑", actor=actor_for(account, None, now()), at=now()
    ).device
    assert "便民大厅1号电脑" in clerk.get("offices-computers").text
    with nothing_written():
        assert "原因还没有填" in text_of(
            clerk.post("offices-revoke-computer", device.pk, status=200, reason="")
        )
    stranger = Officer(desks, "hn.ptc.clerk", LIJIAWAN).client
    assert stranger.post(clerk.url("offices-revoke-computer", device.pk), {"reason": "x"}).status_code == 403
    clerk.post("offices-revoke-computer", device.pk, reason="被偷")
    assert Device.objects.get(pk=device.pk).revoked_at is not None
    clerk.post("offices-revoke-computer", device.pk, reason="再来")  # once; the second leads back to the list
