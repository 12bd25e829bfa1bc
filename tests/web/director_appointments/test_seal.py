"""The seal given into a person's keeping in the way of the place, released, reported lost."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse

from tests.web.desk import GACHA, LIJIAWAN, Officer, text_of
from tests.web.deskcast import director, identity, nothing_written, today
from tests.web.walking import photo
from tests.world import World
from zhengyin.people.models import Account, Appointment
from zhengyin.registers.queries import lines_of, now
from zhengyin.seals.models import Handover
from zhengyin.seals.queries import SealCard, seal_of
from zhengyin.shared.days import SHANGHAI, day_of

KEPT = {"standing": "regular", "place": "村委会保险柜"}


def card(organization_id: UUID = LIJIAWAN) -> SealCard:
    found = seal_of(organization_id, day_of(now()))
    assert found is not None
    return found


def entrusted(**changed: Any) -> dict[str, Any]:
    return {**KEPT, "since": today(), "entrusted_on": today(), "document": "委托书第2号", **changed}


def decided(**changed: Any) -> dict[str, Any]:
    return {
        **KEPT, "since": today(), "party_nominated_on": today(), "committee_nominated_on": today(),
        "meeting": "嘎查村民代表会议", "held_on": today(), "presided_by": "巴特尔", "eligible": "31",
        "present": "27", "votes_for": "20", "votes_against": "4", "abstentions": "3", "quorum": "21",
        "majority": "14", "article": "议事规则第九条", "minutes": "会议记录第3号",
        "minutes_scan": photo(), "attendance_scan": photo(), **changed,
    }  # fmt: skip


def begun(who: Officer) -> Handover:
    """A handover that begins today, with its list."""
    who.post("keeping-begin", card(who.at).id, reason="change", changed_on=today())
    row = Handover.objects.get(committee_id=who.at, state="handing_over")
    who.post("keeping-count", row.pk, condition="完好", keys="铁皮柜，钥匙两把", archives="无")
    return row


def signed(who: Officer, row: Handover, **changed: object) -> dict[str, object]:
    """What stands under the list."""
    offices = Appointment.objects.filter(organization_id=who.at)
    whole = {
        "signed_on": today(), "handed_by": str(row.custody.person_id), "handed_reason": "",
        "supervised_by": str(offices.filter(office="supervision_committee")[0].person_id), "scan": photo(),
    }  # fmt: skip
    return {**whole, **changed}


def passing(who: Officer, row: Handover, status: int = 302, **said: object) -> HttpResponse:
    """登记三方签字."""
    return who.post("keeping-complete", row.pk, status=status, **signed(who, row), **said)


@pytest.mark.clause("H3.2.4a")
def test_the_director_entrusts_another_and_the_seal_is_handed_over(desks: World) -> None:
    who = director(desks)
    passing(who, begun(who), name="王五一", identity=identity(1), **entrusted(document_scan=photo()))
    assert card().custodian == "王五一"
    assert lines_of(card().custody_id or card().id)[0].kind == "custody.entrusted"
    page = who.get("committee-seal")
    assert "王五一" in page.text
    assert who.client.get(who.url("keeping-paper", card().custody_id, "document")).status_code == 200


@pytest.mark.clause("O2.3b")
def test_in_a_gacha_the_meeting_decides_and_the_party_may_record_it(desks: World) -> None:
    who = Officer(desks, "od.hrgt.secretary", GACHA)
    row = begun(who)
    assert "同意票" in who.get("keeping-complete", row.pk).text
    with nothing_written():
        lost = passing(
            who, row, 409, name="巴图", identity=identity(2), **decided(votes_for="13", votes_against="11")
        )
    assert "同意票没有达到通过所需的票数" in lost.content.decode()
    assert 'value="巴图"' in lost.content.decode()
    passing(who, row, name="巴图", identity=identity(2), **decided())
    assert card(GACHA).custodian == "巴图"
    assert lines_of(card(GACHA).custody_id or row.pk)[0].kind == "custody.decided"
    for paper in ("minutes", "attendance"):
        assert who.client.get(who.url("keeping-paper", card(GACHA).custody_id, paper)).status_code == 200


@pytest.mark.clause("H3.2.4c")
def test_whoever_approves_keeps_no_seal(desks: World) -> None:
    who = director(desks)
    row = begun(who)
    deputy = Account.objects.get(username="hn.ljw.deputy").person_id
    with nothing_written():
        answer = passing(who, row, 409, person=str(deputy), **entrusted())
    assert "签批的人和保管印章的人不能是同一个人" in text_of(answer)


def test_a_first_secretary_keeps_no_seal_and_a_party_secretary_only_after_the_warning(desks: World) -> None:
    who = director(desks)
    row = begun(who)
    first = entrusted(standing="first_secretary")
    with nothing_written():
        answer = passing(who, row, 409, name="王五二", identity=identity(3), **first)
    assert "第一书记" in text_of(answer)
    secretary = {"person": str(Account.objects.get(username="hn.ljw.secretary").person_id), **entrusted()}
    with nothing_written():
        warned = passing(who, row, 409, **secretary)
    assert "请勾选“已知晓”" in text_of(warned)
    passing(who, row, secretary="on", **secretary)
    assert card().custodian_id == Account.objects.get(username="hn.ljw.secretary").person_id


def test_while_one_keeps_it_no_other_is_appointed(desks: World) -> None:
    who = director(desks)
    with nothing_written():
        answer = who.post(
            "keeping-appoint", card().id, status=409, name="王五三", identity=identity(4), **entrusted()
        )
    assert "请先结束他的保管" in text_of(answer)


@pytest.mark.clause("H3.2.1b")
@pytest.mark.parametrize("name", ["director", "custodian", "clerk", "deputy", "supervisor", "secretary"])
def test_whoever_of_the_committee_misses_it_reports_the_loss_and_it_stops_at_once(
    desks: World, name: str
) -> None:
    who = Officer(desks, f"hn.ljw.{name}", LIJIAWAN)
    assert who.client.get(who.url("keeping-missing"))["Location"] == who.url("keeping-loss", card().id)
    lost_at = (now() - timedelta(hours=2)).astimezone(SHANGHAI).strftime("%Y-%m-%dT%H:%M")
    with nothing_written():
        who.post("keeping-loss", card().id, status=200, lost_at=lost_at, circumstances="")
    foot = f"footer a[href='{who.url('keeping-missing')}']"
    assert who.get("committee-seal").select(foot)
    who.post("keeping-loss", card().id, lost_at=lost_at, circumstances="保险柜被撬")
    assert card().state == "stopped" and not who.get("committee-seal").select(foot)
    assert "补发由" in who.get("committee-seal").text
    with nothing_written():
        who.post("keeping-loss", card().id, status=409, lost_at=lost_at, circumstances="又报一次")


def test_a_loss_that_lies_ahead_is_refused_and_the_words_stay(desks: World) -> None:
    ahead = (now() + timedelta(days=1)).astimezone(SHANGHAI).strftime("%Y-%m-%dT%H:%M")
    with nothing_written():
        answer = director(desks).post(
            "keeping-loss", card().id, status=409, lost_at=ahead, circumstances="记错了"
        )
    assert "不能晚于现在" in text_of(answer)
    assert "记错了" in answer.content.decode()


@pytest.mark.parametrize("username", ["hn.pt.officer", "hn.ptc.director"])
def test_nobody_else_comes_near_the_seal(desks: World, username: str) -> None:
    client, who = Officer(desks, username, LIJIAWAN).client, director(desks)
    with nothing_written():
        for page in ("committee-seal", "keeping-missing"):
            assert client.get(who.url(page)).status_code == 403
        for act in ("keeping-appoint", "keeping-loss"):
            assert client.post(who.url(act, card().id)).status_code == 403


@pytest.mark.parametrize("name", ["clerk", "deputy"])
def test_who_only_works_here_reads_the_seal_and_reports_nothing_else(desks: World, name: str) -> None:
    who = Officer(desks, f"hn.ljw.{name}", LIJIAWAN)
    page = who.get("committee-seal")
    assert "谁先发现谁报" in page.text and not page.select("main a[href*='/custody']")
    with nothing_written():
        assert who.client.post(who.url("keeping-appoint", card().id)).status_code == 403


def test_a_neighbours_seal_is_not_found_and_the_custodian_appoints_nobody(desks: World) -> None:
    who, keeper = director(desks), Officer(desks, "hn.ljw.custodian", LIJIAWAN)
    with nothing_written():
        who.post("keeping-loss", card(GACHA).id, status=404)
        who.post("keeping-appoint", card(GACHA).id, status=404)
        who.post("keeping-end", card(GACHA).custody_id, status=404)
        assert keeper.client.post(keeper.url("keeping-appoint", card().id)).status_code == 403
        assert keeper.client.post(keeper.url("keeping-end", card().custody_id)).status_code == 403


def test_the_party_secretary_sees_the_seal_but_entrusts_nobody_where_the_director_does(desks: World) -> None:
    who = Officer(desks, "hn.ljw.secretary", LIJIAWAN)
    assert "保管人" in who.get("committee-seal").text
    row = begun(director(desks))
    with nothing_written():
        refused = passing(who, row, 409, name="王五四", identity=identity(5), **entrusted())
    assert "这一步" in text_of(refused)


def test_an_end_alone_leaves_the_seal_to_be_handed_over(desks: World) -> None:
    who = director(desks)
    who.post("keeping-end", card().custody_id, on=today(), reason="去世")
    page = who.get("committee-seal")
    assert card().custodian == "" and "保管人缺位" in page.text and "办移交" in page.text
    with nothing_written():
        answer = who.post(
            "keeping-appoint", card().id, status=409, name="王五六", identity=identity(7), **entrusted()
        )
    assert "换人要办移交" in text_of(answer)
