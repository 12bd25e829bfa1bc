"""复制提醒文字: who waits finds a text for who is waited for; it names nobody and works without a script."""

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from typing import cast

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.certificates.cast import officer as acting
from tests.supervision import inspections
from tests.supervision.conftest import past, past_database
from tests.web.desk import LIJIAWAN, Officer
from tests.web.deskcast import PINGTOUCHUAN, director, officer
from tests.web.walking import huining
from tests.workuse import cast as uses
from tests.world import World
from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization
from zhengyin.registers.queries import now
from zhengyin.reminders.queries import Matter, copy_texts
from zhengyin.reminders.queries.telling import DESK
from zhengyin.seals import actions as seals
from zhengyin.seals.kinds import HandoverReason, SealKind
from zhengyin.seals.models import Seal
from zhengyin.seals.queries.filings import Part, filing_rows, term_for
from zhengyin.shared.days import day_of
from zhengyin.supervision.models import Inspection
from zhengyin.supervision.queries.inspections import Part as Parts
from zhengyin.supervision.queries.inspections import listed
from zhengyin.web.inspection.views import late_texts
from zhengyin.web.inventory.page import lines_below, reminders_of
from zhengyin.web.request import Request

__all__ = ["past", "past_database"]


def texts(page: BeautifulSoup) -> dict[str, str]:
    """By whom they are for; each beside a label and a button that only a script shows."""
    found = {}
    for one in page.select("details.remind"):
        area, button = one.textarea, one.select_one("button[data-copy]")
        assert area.has_attr("readonly") and one.select_one(f"label[for={area['id']}]")
        assert button.has_attr("hidden") and button["data-copy"] == area["id"] and button["type"] == "button"
        found[one.summary.text.removeprefix("复制提醒文字，发给")] = area.text.strip()
    return found


def test_the_desk_stands_where_the_texts_say() -> None:
    assert reverse("desk") == DESK


def test_the_handler_waits_for_the_director_then_for_the_custodian(desks: World) -> None:
    walk = huining(desks)
    assert texts(walk.handler.get("handler-todo")) == {}
    walk.verified()
    assert texts(walk.handler.get("handler-todo")) == {
        "主任（签批人）": "（示例）平头川镇李家湾村：有1件等您签批。请打开 http://127.0.0.1:8000/desk 办理。"
    }
    walk.director.agree("director-approve", walk.case, kin="no")
    assert texts(walk.handler.get("handler-todo")) == {
        "印章保管人": "（示例）平头川镇李家湾村：有1件已签批，等您盖章。"
        "请打开 http://127.0.0.1:8000/desk 办理。"
    }


def test_the_director_reminds_the_custodian_not_himself(desks: World) -> None:
    walk = huining(desks).verified()
    assert texts(walk.director.get("director-list")) == {}
    walk.director.agree("director-approve", walk.case, kin="no")
    assert list(texts(walk.director.get("director-list"))) == ["印章保管人"]


def test_who_keeps_the_seal_is_not_told_to_remind_himself(desks: World) -> None:
    walk = huining(desks).verified()
    walk.director.agree("director-approve", walk.case, kin="no")
    assert copy_texts([Matter.SEAL], LIJIAWAN, now(), own={Office.CUSTODIAN}) == ()
    assert len(copy_texts([Matter.SEAL], LIJIAWAN, now(), own={Office.DIRECTOR})) == 1


def test_the_director_reminds_the_supervision_committee(past: World) -> None:
    (said,) = texts(director(past).get("supervision-months")).items()
    assert said[0] == "村（居）务监督委员会" and "有2个月的登记等您核对、签名，最早的是" in said[1]
    member = Officer(past, "hn.ljw.supervisor", LIJIAWAN)
    assert texts(member.get("supervision-months")) == {}


def test_the_township_reminds_the_committee_that_lacks_something(past: World) -> None:
    page = officer(past).get("oversight-registers")
    assert texts(page) == {
        "李家湾村": "（示例）平头川镇李家湾村：有2个月的登记还没有核对、签名。"
        "请打开 http://127.0.0.1:8000/desk 办理。"
    }


@pytest.mark.parametrize(
    "name", ["马桂花", "房屋租赁", "62042219680512002X", "13800000117", "居（租）住证明"]
)
def test_no_text_names_anybody(desks: World, name: str) -> None:
    walk = huining(desks).verified()
    page = walk.handler.get("handler-todo")
    assert all(name not in said for said in texts(page).values())


def seal_kept() -> Seal:
    return Seal.objects.get(committee__short_name="李家湾村")


def test_a_work_use_is_reminded_on_its_list(desks: World) -> None:
    walk = huining(desks)
    assert texts(walk.handler.get("work-list")) == {}
    uses.asked()
    assert "有1件工作用印等您签批" in texts(walk.handler.get("work-list"))["主任（签批人）"]
    assert texts(walk.director.get("work-list")) == {}


def test_what_waits_for_one_office_stands_in_one_text(desks: World) -> None:
    walk = huining(desks).verified()
    uses.asked()
    said = texts(walk.handler.get("handler-todo"))["主任（签批人）"]
    assert "有1件等您签批；有1件工作用印等您签批" in said


def test_a_take_out_and_a_handover_are_reminded_on_their_pages(desks: World) -> None:
    clerk, at = huining(desks).handler, now()
    seals.ask_take_out(
        seal_id=seal_kept().pk, reason="上门盖章", place="三社活动室", from_at=at + timedelta(minutes=5),
        until_at=at + timedelta(hours=2), actor=acting("hn.ljw.clerk"), at=at,
    )  # fmt: skip
    assert "有1次带出印章等您同意" in texts(clerk.get("keeping-take-outs"))["主任（签批人）"]
    assert texts(director(desks).get("keeping-take-outs")) == {}
    assert texts(director(desks).get("keeping-handover")) == {}
    seals.open_handover(
        seal_id=seal_kept().pk, reason=HandoverReason.CHANGE, changed_on=day_of(at),
        actor=acting("hn.ljw.director"), at=at,
    )  # fmt: skip
    assert set(texts(director(desks).get("keeping-handover"))) == {"印章保管人", "村（居）务监督委员会"}


def test_filings_are_reminded_both_ways(desks: World) -> None:
    key = filing_rows([LIJIAWAN], term_for("620422000000", now()), Part.OPEN, most=1)[0].key
    assert texts(officer(desks).get("filings")) == texts(huining(desks).handler.get("filings")) == {}
    seals.return_filing(key=key, question="委托书缺日期", actor=acting("hn.pt.officer"), at=now())
    assert "平头川镇李家湾村：有1件备案退回了，等您补正" in texts(officer(desks).get("filings"))["李家湾村"]
    said = texts(huining(desks).handler.get("filings"))["主任（签批人）"]
    assert "有1件备案被乡镇退回，等您补正" in said


def test_findings_past_their_day_are_reminded_by_the_township(desks: World) -> None:
    inspections.rectifying()
    assert texts(officer(desks).get("inspections")) == {}
    later = now() + timedelta(days=11)
    (said,) = late_texts(listed(Inspection.objects.all(), Parts.OPEN, 1, today=day_of(later)))
    assert said.whom == "李家湾村" and "平头川镇李家湾村：有1件检查提出的问题过了整改期限" in said.text
    lines = lines_below(cast(Request, SimpleNamespace(at=later)), Organization.objects.get(pk=PINGTOUCHUAN))
    ((text,),) = reminders_of(lines).values()
    assert "平头川镇李家湾村：" in text.text and "整改超期1个" in text.text


@pytest.mark.clause("H4.2b")
def test_the_inventory_reminds_a_committee_once_and_of_its_own_duties(desks: World) -> None:
    """备案 not acknowledged and a seal not collected are the township's; two seals are one text."""
    known, chief = Seal.objects.get(committee_id=LIJIAWAN), acting("hn.ljw.director")
    at = now()
    row = seals.ask_take_out(
        seal_id=known.pk, reason="集中办理", place="三社文化室", from_at=at, until_at=at + timedelta(hours=1),
        actor=acting("hn.ljw.custodian"), at=at,
    )  # fmt: skip
    seals.approve_take_out(take_out_id=row.pk, actor=chief, at=at)
    seals.leave_with_seal(take_out_id=row.pk, actor=acting("hn.ljw.custodian"), at=at)
    asked = {"kind": SealKind.SPECIAL, "purpose": "人民调解专用章", "reason": ""}
    seals.order_seal(organization_id=LIJIAWAN, actor=acting("hn.pt.officer"), at=at, **asked)  # type: ignore[arg-type]
    request = cast(Request, SimpleNamespace(at=at + timedelta(days=60)))
    lines = lines_below(request, Organization.objects.get(pk=PINGTOUCHUAN))
    own = [line for line in lines if line.seal.committee == "李家湾村"]
    assert len(own) == 2 and sum("备案超期" in "".join(line.overdue) for line in own) == 1
    both = [replace(line, seal=replace(line.seal, out=own[0].seal.out)) for line in own]
    ((text,),) = reminders_of(both).values()
    assert "公章带出没有归还；人民调解专用章带出没有归还" in text.text
    assert "备案" not in text.text
    assert reminders_of(line for line in lines if not line.seal.out) == {}


def test_findings_near_their_day_are_reminded_in_the_committee(desks: World) -> None:
    row = inspections.planned()
    inspections.found(row, due_on=day_of(now()) + timedelta(days=1))
    inspections.notified(row)
    said = texts(huining(desks).handler.get("inspections"))["主任（签批人）"]
    assert "有1件检查提出的问题等您整改" in said
    assert texts(director(desks).get("inspections")) == {}


def test_a_year_is_reminded_on_its_list(desks: World) -> None:
    assert texts(huining(desks).handler.get("archive-years")) == {}
