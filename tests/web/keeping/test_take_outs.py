"""印章带出 at the desks: asked, approved, away, stamped there, back; overdue seen above."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from tests.certificates import pads
from tests.web.desk import LIJIAWAN, Officer, text_of
from tests.web.deskcast import HUISHI, lead, nothing_written, officer, queries_of
from tests.web.director_appointments.test_seal import card
from tests.web.keeping.outings import (
    PLACE,
    approved,
    asked,
    asking,
    clerk,
    custodian,
    director,
    out,
    overdue,
    special,
    typed,
)
from tests.web.walking import huining
from tests.world import World
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import lines_of, now
from zhengyin.seals.models import TakeOut

HUISHIMEN = organization_id("committee:620422100003")


@pytest.mark.clause("H3.2.4b")
def test_the_clerk_asks_the_director_lets_it_go_the_custodian_brings_it_back(desks: World) -> None:
    row = asked(desks)
    assert "等您批准" in director(desks).get("director-list").text
    director(desks).post("keeping-out-approve", row.pk)
    custodian(desks).post("keeping-out-leave", row.pk)
    assert f"印章已带出，在{PLACE}" in custodian(desks).get("custodian-list").text
    assert "已带出" in director(desks).get("committee-seal").text
    custodian(desks).post("keeping-out-back", row.pk, back_at=typed(now()))
    assert "已归还" in clerk(desks).get("keeping-take-outs").text
    assert [line.kind for line in lines_of(row.pk)] == [
        "take_out.asked", "take_out.approved", "take_out.left", "take_out.back",
    ]  # fmt: skip


@pytest.mark.clause("H3.2.4b")
def test_a_special_seal_is_asked_for_from_the_seals_page_and_the_other_stays(desks: World) -> None:
    """Near miss: the page of the official seal goes on saying that it is in its place."""
    seal_id = special()
    asking_page = clerk(desks).url("keeping-ask-out", seal_id)
    assert asking_page in clerk(desks).get("committee-seal").decode()
    assert asking_page not in director(desks).get("committee-seal").decode()
    clerk(desks).post("keeping-ask-out", seal_id, **asking())
    row = TakeOut.objects.latest("asked_at")
    assert "申请带出印章" in clerk(desks).get("keeping-take-outs").text  # the official one, meanwhile
    director(desks).post("keeping-out-approve", row.pk)
    custodian(desks).post("keeping-out-leave", row.pk)
    asked(desks)
    said = director(desks).get("committee-seal").text
    assert "人民调解专用章），最晚" in said and "等您批准" in said
    assert "启用，在保管处" in said and "启用，已带出" not in said


def test_a_form_with_something_missing_keeps_what_was_typed(desks: World) -> None:
    with nothing_written():
        again = clerk(desks).post("keeping-ask-out", card().id, status=200, **asking(reason=""))
    assert "为什么要带出还没有填" in text_of(again) and f'value="{PLACE}"' in again.content.decode()
    with nothing_written():
        until = asking(until_at=typed(now() - timedelta(hours=1)))
        again = clerk(desks).post("keeping-ask-out", card().id, status=409, **until)
    assert "归还的时间要晚于带出的时间" in text_of(again) and f'value="{PLACE}"' in again.content.decode()


def test_a_number_in_the_words_is_said_at_the_field_that_holds_it(desks: World) -> None:
    """Near miss: the other field, whose words hold none, is not marked."""
    with nothing_written():
        again = clerk(desks).post("keeping-ask-out", card().id, status=409, **asking(reason="打13812345678"))
    page = BeautifulSoup(again.content, "lxml")
    words = page.select_one("#id_reason-wrong")
    assert words is not None and "“为什么要带出”：" in words.text and "13812345678" in words.text
    assert page.select_one(".wrong a[href='#id_reason']") and not page.select("#id_place-wrong")
    row = asked(desks)
    with nothing_written():
        no = director(desks).post("keeping-out-decline", row.pk, status=409, reason="打0943-7654321问")
    assert BeautifulSoup(no.content, "lxml").select("#id_reason-wrong")


def test_a_refused_act_says_why_on_the_page(desks: World) -> None:
    row = asked(desks)
    with nothing_written():
        again = director(desks).post("keeping-out-decline", row.pk, status=409, reason="")
    assert "请写明原因" in text_of(again)
    director(desks).post("keeping-out-decline", row.pk, reason="人来办就行")
    with nothing_written():
        gone = director(desks).post("keeping-out-approve", row.pk, status=409)
    assert "已经走到别的步骤" in text_of(gone)


def test_who_may_not_carry_it_sees_why(desks: World) -> None:
    row = asked(desks)
    TakeOut.objects.filter(pk=row.pk).update(state="out_withdrawn", ended_by=row.asked_by, ended_at=now())
    later = asking(from_at=typed(now() + timedelta(hours=1)))
    clerk(desks).post("keeping-ask-out", card().id, **later)
    again = TakeOut.objects.latest("asked_at")
    director(desks).post("keeping-out-approve", again.pk)
    page = custodian(desks).get("keeping-take-out", again.pk)
    assert "还没有到批准带出的时间" in page.text and "现在带出" not in page.text


@pytest.mark.clause("H3.2.4b")
def test_while_it_is_out_it_stamps_there_and_not_at_the_office(desks: World) -> None:
    walk, row = huining(desks).approved(), out(desks)
    assert "在保管处不能盖" in walk.custodian.get("custodian-seal", walk.case).text
    said = {"impressions": "2", "kin": "no"}
    with nothing_written():
        refused = walk.custodian.post("custodian-grant", walk.case, status=409, code="000000", **said)
    assert f"印章已带出，在{PLACE}，不能在保管处盖" in text_of(refused)
    code = walk.custodian.code()
    confirm = walk.custodian.post("custodian-grant", walk.case, where="on", code=code, **said).headers[
        "Location"
    ]
    assert f"带出期间，在{PLACE}" in walk.custodian.client.get(confirm).content.decode()
    grant = confirm.split("/grants/")[1].split("?")[0]
    with nothing_written():
        walk.custodian.post("custodian-do-seal", walk.case, grant, status=409, where="False", **said)
    walk.custodian.post("custodian-do-seal", walk.case, grant, where="True", **said)
    line = next(line for line in lines_of(walk.case) if line.kind == "certificate.sealed")
    assert line.columns["where"].startswith(f"带出期间，在{PLACE}（")
    page = custodian(desks).get("keeping-take-out", row.pk)
    assert walk.row.number in page.text and "用印明细，1次" in page.text
    before = typed(now() - timedelta(hours=1))
    with nothing_written():
        custodian(desks).post("keeping-out-back", row.pk, status=409, back_at=before)
    custodian(desks).post("keeping-out-back", row.pk, back_at=typed(now()))
    assert walk.row.number in lines_of(row.pk)[-1].columns["uses"]


@pytest.mark.clause("H3.2.4b")
def test_a_seal_at_its_place_is_not_said_to_be_elsewhere(desks: World) -> None:
    """It came back between the proof and the seal: the answer carried on no longer holds."""
    walk = huining(desks).approved()
    grant = walk.grant()
    with nothing_written():
        refused = walk.custodian.post(
            "custodian-do-seal", walk.case, grant, status=409, impressions="2", kin="no", where="True"
        )
    assert "印章在保管处，没有带出" in text_of(refused)
    walk.custodian.post("custodian-do-seal", walk.case, grant, impressions="2", kin="no")
    line = next(line for line in lines_of(walk.case) if line.kind == "certificate.sealed")
    assert line.columns["where"] == "保管处"


@pytest.mark.clause("H3.2.4b")
def test_what_is_overdue_shows_at_committee_township_and_county(desks: World) -> None:
    above = ((officer(desks), "township-home"), (lead(desks), "county-home"))
    for who, page in above:
        assert "超时没有归还" not in who.get(page).text
    row = overdue()
    for who, page in above:
        assert f"李家湾村：带到{PLACE}" in who.get(page).text
    neighbour = Officer(desks, "hn.hs.officer", HUISHI)
    assert "超时没有归还" not in neighbour.get("township-home").text
    assert "就该归还，还没有登记归还" in director(desks).get("director-list").text
    supervisor = Officer(desks, "hn.ljw.supervisor", LIJIAWAN)
    assert "超时没有归还" in supervisor.get("keeping-take-outs").text
    more, who = typed(now() + timedelta(hours=1)), director(desks)
    with nothing_written():
        who.post("keeping-out-extend", row.pk, status=422, until_at="", why="")
    who.post("keeping-out-extend", row.pk, until_at=more, why="还没有盖完")
    assert "超时没有归还" not in officer(desks).get("township-home").text
    supervisor.post("keeping-out-back", row.pk, back_at=typed(now()))
    assert "已归还" in supervisor.get("keeping-take-out", row.pk).text


@pytest.mark.clause("H3.2.4b", "H3.2.3c")
def test_a_slip_stamped_outside_is_entered_and_stands_among_the_uses(desks: World) -> None:
    """The rules of a late entry look as of its moment; where it was stamped, the moment says."""
    pad, row = pads.printed(), out(desks)
    slip, receipt = pads.entered(pad=pad, happened_at=now())
    assert not slip.failed and receipt.number
    assert receipt.number in custodian(desks).get("keeping-take-out", row.pk).text


@pytest.mark.parametrize("act", ["approve", "decline", "withdraw", "leave", "extend", "back"])
def test_an_act_is_none_by_looking(desks: World, act: str) -> None:
    row = approved(desks)
    who = custodian(desks) if act in {"leave", "back", "withdraw"} else director(desks)
    answer = who.client.get(who.url(f"keeping-out-{act}", row.pk))
    assert (answer.status_code, answer.headers["Location"]) == (302, who.url("keeping-take-out", row.pk))


def test_a_neighbours_take_out_is_not_found(desks: World) -> None:
    row = asked(desks)
    stranger = Officer(desks, "hn.hsm.director", HUISHIMEN)
    stranger.get("keeping-take-out", row.pk, status=404)
    stranger.post("keeping-out-approve", row.pk, status=404)


def test_many_take_outs_ask_no_more_than_few(desks: World) -> None:
    who, row = director(desks), asked(desks)
    page = who.url("keeping-take-outs")
    few = queries_of(who, page)
    gone = {"state": "out_withdrawn", "ended_by": row.asked_by, "ended_at": now()}
    TakeOut.objects.filter(pk=row.pk).update(**gone)
    for _ in range(5):
        clerk(desks).post("keeping-ask-out", card().id, **asking())
        TakeOut.objects.exclude(state="out_withdrawn").update(**gone)
    assert queries_of(who, page) <= few


def test_several_papers_are_stamped_together_outside(desks: World) -> None:
    first, second = huining(desks).approved(), huining(desks)
    second.__dict__.update(handler=first.handler, director=first.director, custodian=first.custodian)
    second.approved()
    out(desks)
    who, cases = first.custodian, (first.case, second.case)
    said: dict[str, object] = {"paper": [str(case) for case in cases], "code": who.code()}
    for case in cases:
        said |= {f"{case.hex}-impressions": "2", f"{case.hex}-kin": "no", f"{case.hex}-where": "on"}
    went = who.post("custodian-grant-together", **said).headers["Location"]
    granted = BeautifulSoup(who.client.get(went).content, "lxml").select_one("main form")
    assert granted is not None
    fields = {field["name"]: field.get("value", "") for field in granted.select("input[name]")}
    who.client.post(granted["action"], fields)
    lines = [line for case in cases for line in lines_of(case) if line.kind == "certificate.sealed"]
    assert [line.columns["where"].startswith("带出期间") for line in lines] == [True, True]
