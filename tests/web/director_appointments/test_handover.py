"""印章移交 at the desks: begun, listed, printed, signed, renewed, called off; an acting custodian."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse

from tests.certificates.cast import officer
from tests.deliberation import cast as held
from tests.web.desk import LIJIAWAN, Officer, text_of
from tests.web.deskcast import HUISHI, PINGTOUCHUAN, director, identity, nothing_written, today
from tests.web.director_appointments.test_seal import begun, card, entrusted, passing, signed
from tests.web.walking import photo
from tests.world import World
from zhengyin.people import actions as people
from zhengyin.people.models import Account, Appointment
from zhengyin.people.offices import Office
from zhengyin.people.policy.appoint import Paper
from zhengyin.people.who_appoints import Basis
from zhengyin.registers.queries import lines_of, now
from zhengyin.seals import actions
from zhengyin.seals.models import Handover
from zhengyin.seals.queries.handovers import number_of
from zhengyin.shared.days import day_of

CUSTODIAN = "hn.ljw.custodian"


def ago(days: int) -> str:
    return (day_of(now()) - timedelta(days=days)).isoformat()


def person(username: str) -> str:
    return str(Account.objects.get(username=username).person_id)


def soup(answer: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "lxml")


def acting(**changed: Any) -> dict[str, Any]:
    last = (day_of(now()) + timedelta(days=20)).isoformat()
    return {
        "gone": "住院", "last_day": last, "place": "村委会保险柜", "entrusted_on": today(),
        "document": "主任书面指定", **changed,
    }  # fmt: skip


@pytest.mark.clause("H3.2.4e")
def test_begun_named_listed_printed_and_signed(desks: World) -> None:
    who, keeper = director(desks), Officer(desks, CUSTODIAN, LIJIAWAN)
    row = begun(who)
    who.post("keeping-successor", row.pk, person=person("hn.ljw.clerk"))
    page = keeper.get("keeping-handover")
    for words in ("马秀兰", "钥匙两把", "印交〔", "还剩", "登记至第"):
        assert words in page.text or words == "登记至第"
    printed = keeper.client.get(keeper.url("keeping-list", row.pk))
    assert printed.status_code == 200 and printed.content.startswith(b"%PDF")
    form = who.get("keeping-complete", row.pk)
    assert [one.text for one in form.select("select[name=person] option[selected]")] == ["马秀兰"]
    assert not form.select("input[name=name], input[name=identity]"), "she is not typed again"
    with nothing_written():
        passing(who, row, status=200, person=person("hn.ljw.supervisor"), **entrusted())
    passing(who, row, person=person("hn.ljw.clerk"), **entrusted())
    assert card().custodian == "马秀兰" and card().handover is None
    assert who.client.get(who.url("keeping-scan", row.pk)).status_code == 200
    line = lines_of(row.pk)[-1]
    filed = (line.owner, line.book, line.year, line.no)
    for one in (who, Officer(desks, "hn.pt.officer", PINGTOUCHUAN)):  # what is filed is filed with its paper
        link = one.get("filing", *filed).find("a", string="看照片")
        assert link is not None and one.client.get(str(link["href"])).status_code == 200
    stranger = Officer(desks, "hn.hs.officer", HUISHI)
    assert stranger.client.get(stranger.url("filing-signed", *filed)).status_code == 404


@pytest.mark.clause("H3.2.4e")
def test_desks_are_told_how_many_days_are_left_and_that_they_are_over(desks: World) -> None:
    who, keeper = director(desks), Officer(desks, CUSTODIAN, LIJIAWAN)
    who.post("keeping-begin", card().id, reason="election", changed_on=ago(2))
    for desk, page in ((who, "director-list"), (keeper, "custodian-list"), (who, "committee-seal")):
        assert "印章移交（换届）：还剩" in desk.get(page).text
    second = Officer(desks, "hn.ljw.deputy", LIJIAWAN)
    assert "印章移交" not in second.get("director-list").text


@pytest.mark.clause("H3.2.4e")
def test_when_the_days_are_over_the_custodian_is_told_what_to_do(desks: World) -> None:
    who, keeper = director(desks), Officer(desks, CUSTODIAN, LIJIAWAN)
    who.post("keeping-begin", card().id, reason="election", changed_on=ago(40))
    page = keeper.get("custodian-list").text
    assert "移交超期，不能盖章" in page and "超期" in keeper.get("keeping-handover").text
    assert "不能再盖章" in who.get("keeping-handover").text


def offered(page: BeautifulSoup) -> set[str]:
    """Whom a page lets one choose, without the line for somebody new."""
    return {str(one["value"]) for one in page.select("select[name=person] option") if one["value"]}


@pytest.mark.clause("H3.2.4c", "H3.2.4e")
def test_only_who_can_take_over_is_offered_after_a_refusal_too(desks: World) -> None:
    """Neither who approves, nor the 监交人, nor the custodian; near miss: the clerk, who does neither."""
    who = director(desks)
    row = begun(who)
    cannot = {person(f"hn.ljw.{one}") for one in ("director", "deputy", "supervisor", "custodian")}
    sent = {"name": "", "identity": ""}
    with nothing_written():
        pages = (
            who.get("keeping-handover"),
            soup(who.post("keeping-successor", row.pk, status=200, **sent)),
            soup(who.post("keeping-successor", row.pk, status=409, person=person("hn.ljw.deputy"))),
            who.get("keeping-complete", row.pk),
            soup(who.post("keeping-complete", row.pk, status=200, **sent)),
            who.get("keeping-acting", card().id),
            soup(who.post("keeping-acting", card().id, status=200, **sent)),
        )
    lists = [offered(one) for one in pages]
    assert not any(one & cannot for one in lists)
    assert all(person("hn.ljw.clerk") in one for one in lists) and len(set(map(frozenset, lists))) == 1


def test_the_supervision_committee_sees_it_and_begins_nothing(desks: World) -> None:
    row = begun(director(desks))
    watching = Officer(desks, "hn.ljw.supervisor", LIJIAWAN)
    assert "当面清点" in watching.get("keeping-handover").text
    with nothing_written():
        for act in ("keeping-complete", "keeping-count", "keeping-call-off", "keeping-successor"):
            assert watching.client.post(watching.url(act, row.pk)).status_code == 403


def test_the_custodian_counts_and_signs_nothing(desks: World) -> None:
    row, keeper = begun(director(desks)), Officer(desks, CUSTODIAN, LIJIAWAN)
    keeper.post("keeping-count", row.pk, condition="字迹磨损", keys="一把", archives="无")
    assert "字迹磨损" in keeper.get("keeping-handover").text
    assert keeper.client.post(keeper.url("keeping-complete", row.pk)).status_code == 403


def test_what_was_typed_stays_where_the_list_is_not_whole(desks: World) -> None:
    who = director(desks)
    row = begun(who)
    with nothing_written():
        answer = who.post("keeping-count", row.pk, status=200, condition="完好", keys="", archives="五本")
    assert "还没有填" in text_of(answer) and 'value="五本"' in answer.content.decode()


@pytest.mark.clause("H3.2.4e")
def test_three_different_people_sign(desks: World) -> None:
    who = director(desks)
    row = begun(who)
    same = {**signed(who, row), "handed_by": person("hn.ljw.supervisor"), "name": "王五七"}
    with nothing_written():
        answer = who.post("keeping-complete", row.pk, status=409, identity=identity(8), **same, **entrusted())
    said = text_of(answer)
    assert "三个不同的人" in said and "写明为什么由他移交" in said and "王五七" in answer.content.decode()


def test_the_same_custodian_goes_on(desks: World) -> None:
    who = director(desks)
    row = begun(who)
    assert "续任" in who.get("keeping-handover").text
    said = {key: words for key, words in entrusted().items() if key not in ("since", "standing")}
    who.post("keeping-renew", row.pk, **said)
    row.refresh_from_db()
    assert row.state == "reappointed" and card().custodian == "张建平" and card().kept_from == day_of(now())


def test_what_was_begun_by_mistake_is_called_off_with_a_reason(desks: World) -> None:
    who = director(desks)
    row = begun(who)
    with nothing_written():
        assert "还没有填" in text_of(who.post("keeping-call-off", row.pk, status=200, reason=""))
    who.post("keeping-call-off", row.pk, reason="记错了")
    assert card().handover is None


@pytest.mark.clause("H3.2.4e", "H3.2.4c")
def test_another_keeps_it_today_where_the_custodian_is_gone(desks: World) -> None:
    who = director(desks)
    with nothing_written():
        answer = who.post("keeping-acting", card().id, status=409, person=person("hn.ljw.deputy"), **acting())
        assert "签批的人和保管印章的人不能是同一个人" in text_of(answer)
        late = (day_of(now()) + timedelta(days=40)).isoformat()
        who.post("keeping-acting", card().id, status=409, name="王五八", identity=identity(9),
                 **acting(last_day=late))  # fmt: skip
    who.post("keeping-acting", card().id, person=person("hn.ljw.clerk"), **acting(document_scan=photo()))
    assert card().custodian == "马秀兰" and card().acting
    assert "（临时代管）" in who.get("committee-seal").text
    assert lines_of(card().custody_id or card().id)[0].kind == "custody.acting"
    assert Handover.objects.get(committee_id=LIJIAWAN).reason == "vacancy"


@pytest.mark.clause("H3.2.4e")
def test_an_election_begins_a_handover_and_the_page_offers_its_day(desks: World) -> None:
    term = Appointment.objects.get(organization_id=LIJIAWAN, office="director")
    officer, day = held.officer("hn.pt.officer"), day_of(now())
    people.end_appointment(appointment_id=term.pk, on=day, reason="换届", actor=officer, at=now())
    people.appoint(
        person_id=term.person_id, organization_id=LIJIAWAN, office=Office.DIRECTOR, since=day,
        paper=Paper(Basis.ELECTION, "2026年换届选举结果", day), actor=officer, at=now(),
    )  # fmt: skip
    page = director(desks).get("keeping-handover")
    box, reason = page.select_one("input[name=changed_on]"), page.select_one("input[name=reason][checked]")
    assert box is not None and box["value"] == today()
    assert reason is not None and reason["value"] == "election"


def test_one_that_is_over_is_signed_no_more(desks: World) -> None:
    who = director(desks)
    row = begun(who)
    who.post("keeping-call-off", row.pk, reason="记错了")
    with nothing_written():
        who.post("keeping-complete", row.pk, status=302)
        who.post("keeping-call-off", row.pk, status=409, reason="再撤一次")


@pytest.mark.clause("H3.2.1b")
def test_a_loss_breaks_it_off_and_the_page_says_so(desks: World) -> None:
    who = director(desks)
    row = begun(who)
    assert "没有办完" not in who.get("committee-seal").text
    actions.report_loss(
        seal_id=row.seal_id, lost_at=now(), circumstances="找不到了", actor=officer("hn.ljw.clerk"), at=now()
    )
    answer = who.client.get(who.url("keeping-handover"))
    assert (answer.status_code, answer["Location"]) == (302, who.url("committee-seal"))
    told = who.get("committee-seal").text
    assert "没有办完" in told and number_of(row) in told
