"""印章台账: every seal below the seat as it stands, what is overdue, orders, collections, inspections."""

import io
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests.supervision import inspections
from tests.web.desk import Officer
from tests.web.deskcast import HUISHI, PINGTOUCHUAN, director, lead, officer, queries_of
from tests.world import World
from zhengyin.people.models import Account
from zhengyin.people.queries import actor_for
from zhengyin.registers.queries import now
from zhengyin.seals import actions
from zhengyin.seals.models import Seal
from zhengyin.shared.days import day_of

LIJIAWAN = "李家湾村"


def row_of(who: Officer, about: str, query: str = "") -> str:
    """The words of the first line about a committee; empty where none is shown."""
    rows = who.get("seal-inventory", query=query).select("tbody tr")
    return next((row.get_text(" ", strip=True) for row in rows if about in row.text), "")


def seal() -> Seal:
    return Seal.objects.select_related("committee").get(committee__short_name=LIJIAWAN)


def acting(username: str) -> object:
    return actor_for(Account.objects.get(username=username), None, now())


@pytest.mark.clause("H4.2b")
def test_a_seal_in_use_stands_with_its_keeper_and_place(desks: World) -> None:
    line = row_of(officer(desks), LIJIAWAN)
    assert all(words in line for words in ("公章", "启用", "张建平", "村委会办公室保险柜（示例）"))
    assert "超期" not in line and not row_of(officer(desks), LIJIAWAN, "?part=overdue")


def test_only_the_seats_own_committees(desks: World) -> None:
    assert not row_of(officer(desks), "会师门社区")
    assert row_of(lead(desks), "会师门社区") and row_of(lead(desks), LIJIAWAN)
    assert officer(desks).client.get(reverse("seal-inventory", args=[HUISHI])).status_code == 403


def test_a_committee_reads_no_neighbours(desks: World) -> None:
    director(desks).get("seal-inventory", status=403)


@pytest.mark.clause("H3.2.1b")
def test_a_loss_an_order_and_what_is_not_kept(desks: World) -> None:
    who = officer(desks)
    assert not row_of(who, LIJIAWAN, "?part=lost")
    actions.report_loss(
        seal_id=seal().pk, lost_at=now(), circumstances="被盗", actor=acting("hn.ljw.director"), at=now()
    )
    lost = row_of(who, LIJIAWAN, "?part=lost")
    assert "报失" in lost and "停用" not in lost and "张建平" not in lost, "nobody keeps what is gone"
    assert not row_of(who, LIJIAWAN, "?part=stopped")
    assert not row_of(who, LIJIAWAN, "?part=to-collect"), "a lost one cannot be had back"
    new = actions.order_seal(
        organization_id=seal().committee_id, reason="", actor=acting("hn.pt.officer"), at=now()
    )
    assert "刻制中" in row_of(who, LIJIAWAN, "?part=ordered")
    today = day_of(now())
    actions.issue_seal(
        seal_id=new.pk,
        made_on=today,
        issued_on=today,
        received_by="李国栋",
        actor=acting("hn.pt.officer"),
        at=now(),
    )
    assert "没有保管人" in row_of(who, LIJIAWAN, "?part=unkept")
    assert row_of(who, LIJIAWAN, "?part=lost") == lost, "issued anew, the old one is still lost"


@pytest.mark.clause("H3.2.1d")
def test_a_disputed_seal_waits_for_nobody_to_collect_it(desks: World) -> None:
    """It is settled, or another is made in its place: then the old one is collected."""
    who, town, old = officer(desks), acting("hn.pt.officer"), seal()
    actions.stop_seal(seal_id=old.pk, reason="两届都说归自己", actor=town, at=now())
    assert "停用：有争议" in row_of(who, LIJIAWAN, "?part=stopped") and "张建平" in row_of(who, LIJIAWAN)
    assert not row_of(who, LIJIAWAN, "?part=lost") and not row_of(who, LIJIAWAN, "?part=to-collect")
    actions.order_seal(organization_id=old.committee_id, reason="两届争不清", actor=town, at=now())
    actions.collect_seal(
        seal_id=old.pk,
        collected_on=day_of(now()),
        handed_in_by="李国栋",
        actor=acting("hn.pt.officer"),
        at=now(),
    )
    assert "收在乡镇" in row_of(who, LIJIAWAN, "?part=gone")
    assert not row_of(who, LIJIAWAN, "?part=to-collect")


@pytest.mark.clause("H3.2.4b", "H4.2b")
def test_what_is_out_and_what_is_overdue(desks: World) -> None:
    who, at = officer(desks), now()
    row = actions.ask_take_out(
        seal_id=seal().pk,
        reason="到三社集中办理",
        place="三社文化室",
        from_at=at,
        until_at=at + timedelta(hours=1),
        actor=acting("hn.ljw.custodian"),
        at=at,
    )
    actions.approve_take_out(take_out_id=row.pk, actor=acting("hn.ljw.director"), at=at)
    assert not row_of(who, LIJIAWAN, "?part=out"), "approved is not out yet"
    actions.leave_with_seal(take_out_id=row.pk, actor=acting("hn.ljw.custodian"), at=at)
    assert "三社文化室（张建平带出" in row_of(who, LIJIAWAN, "?part=out")


@pytest.mark.clause("H4.2b")
def test_how_the_committee_was_inspected(desks: World) -> None:
    who = officer(desks)
    assert "等检查" not in row_of(who, LIJIAWAN)
    inspections.planned()
    assert "等检查" in row_of(who, LIJIAWAN)
    assert not row_of(who, LIJIAWAN, "?part=rectifying")
    row = inspections.planned(title="印章专项检查")
    inspections.found(row)
    inspections.notified(row)
    assert "整改中" in row_of(who, LIJIAWAN, "?part=rectifying")


def test_many_seals_ask_no_more_than_few(desks: World) -> None:
    who = officer(desks)
    address = who.url("seal-inventory")
    few = queries_of(who, address)
    known = seal()
    for number in range(30):
        made = Seal.objects.get(pk=known.pk)
        made.pk, made.kind, made.purpose, made.state = uuid4(), "special", f"专用章{number}", "engraving"
        made.issued_on = made.issued_at = made.made_on = None
        made.received_by = ""
        made.save(force_insert=True)
    assert queries_of(who, address) == few <= 22
    assert len(who.get("seal-inventory", query="?part=ordered").select("tbody tr")) == 30


def test_the_table_has_a_row_a_seal(desks: World) -> None:
    who = officer(desks)
    answer = who.client.get(who.url("seal-inventory-table"))
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    rows = list(book.worksheets[0].values)
    assert rows[0][:3] == ("乡镇（街道、苏木）", "村（社区）", "印章名称")
    assert len(rows) - 1 == Seal.objects.filter(committee__township_id=PINGTOUCHUAN).count()


@pytest.mark.parametrize("query", ["?part=nonsense", "?page=-3", "?page=99999", "?page=x"])
def test_an_address_that_makes_no_sense_shows_the_list(desks: World, query: str) -> None:
    assert row_of(officer(desks), LIJIAWAN, query)
