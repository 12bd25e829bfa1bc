"""A round over the desks: opened, given out, reviewed by desk, link and paper, closed; read by everybody."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from tests.deliberation import cast as held
from tests.web.admission.test_pages import today
from tests.web.desk import LIJIAWAN, Officer, text_of
from tests.web.deskcast import HUINING, OTOG, PINGTOUCHUAN, lead, nothing_written, officer, queries_of
from tests.web.handler.test_refuse import ASKED, SAID
from tests.web.walking import photo
from tests.world import World
from zhengyin.catalogue.queries import entry
from zhengyin.cleanup import actions
from zhengyin.cleanup.models import Review, Round, RoundUnit
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of
from zhengyin.web.cleanup.links import link_of

DAY = timedelta(days=1)
PAGE = "/c/620422115203/cleanups"


def later(days: int) -> str:
    return (day_of(now()) + timedelta(days=days)).isoformat()


def opening(**changed: Any) -> dict[str, Any]:
    return {"title": "2026年清理（示例）", "due_on": later(10), "ends_on": later(20), **changed}


def opened(desks: World, **changed: Any) -> Round:
    lead(desks).post("cleanup-new", **opening(**changed))
    return Round.objects.get(state="round_open")


def give(desks: World, row: Round, *codes: str, unit: Any = PINGTOUCHUAN, name: str = "") -> None:
    chosen = row.reviews.filter(code__in=codes) if codes else row.reviews.filter(unit=None)
    ids = [str(one) for one in chosen.values_list("pk", flat=True).order_by("pk")]
    lead(desks).post("cleanup-assign", row.pk, reviews=ids, unit=str(unit or ""), name=name)


def given(desks: World) -> Round:
    """Everything is 平头川镇's."""
    row = opened(desks)
    give(desks, row)
    return row


def overdue(desks: World) -> Round:
    """Opened eleven days ago, due yesterday; by the act, for pages always act today."""
    at = now() - timedelta(days=11)
    row = actions.open_round(
        county_code="620422000000", title="去年的清理（示例）", due_on=day_of(now()) - DAY,
        ends_on=day_of(now()) + 20 * DAY, actor=held.officer("hn.lead"), at=at,
    )  # fmt: skip
    give(desks, row)
    return row


def of(row: Round, code: str = "ISS-ZQ-01") -> Review:
    return Review.objects.get(round=row, code=code)


def keeping(**changed: Any) -> dict[str, Any]:
    said = {"verdict": "kept", "basis": "示例管理办法第八条", "reason": "", "instead": ""}
    return {**said, **changed}


def ending(**changed: Any) -> dict[str, Any]:
    return keeping(**{"verdict": "no_basis", "basis": "", "instead": "带身份证到派出所查", **changed})


def answer_all(row: Round, *left: str) -> None:
    """By the units' links, all kept, save `left`."""
    for review in row.reviews.filter(state="review_open").exclude(code__in=left).select_related("unit"):
        assert review.unit is not None
        answer = Client().post(link_to(review), keeping(answered_by="张主任"))
        assert answer.status_code == 302, text_of(answer)


def link_to(review: Review) -> str:
    assert review.unit is not None
    return f"{link_of(review.unit.pk)}/{review.code}"


def deciding(**changed: Any) -> dict[str, Any]:
    return {
        "title": "关于取消证明事项的决定（示例）", "number": "会民发〔2026〕60号（示例）",
        "issued_by": "会宁县民政局", "signed_by": "高明远", "reviewed_by": "会宁县司法局",
        "reviewed_on": today(), "issued_on": today(), "takes_effect_on": later(20), **changed,
    }  # fmt: skip


@pytest.mark.clause("H2.1b", "O1a", "H2.1c")
def test_from_the_opening_to_the_result(desks: World) -> None:
    row, who, township = given(desks), lead(desks), officer(desks)
    give(desks, row, "ISS-XY-07", unit=None, name="会宁县供水公司（示例）")
    assert "等本单位答复" in township.get("cleanups").text
    page = township.get("cleanup", row.pk)
    assert "居（租）住证明" in page.text and "分户证明" not in page.text
    with nothing_written():
        again = township.post("cleanup-answer", row.pk, of(row).pk, status=409, **keeping(basis=""))
    assert "保留和修改都要写明依据" in text_of(again)
    township.post("cleanup-answer", row.pk, of(row).pk, **ending())
    paper = keeping(answered_by="王主任", answered_on=today())
    with nothing_written():
        who.post("cleanup-paper", row.pk, of(row, "ISS-XY-07").pk, status=409, **paper)
    who.post("cleanup-paper", row.pk, of(row, "ISS-XY-07").pk, **paper, scan=photo())
    changing = keeping(verdict="changed", reason="办理条件要改", answered_by="张主任")
    assert Client().post(link_to(of(row, "ISS-XY-01")), changing).status_code == 302
    answer_all(row)
    assert "结束清理，取消1项" in who.get("cleanup", row.pk).text
    with nothing_written():
        again = who.post(
            "cleanup-close", row.pk, status=409, **deciding(takes_effect_on=later(21)), scan=photo()
        )
    assert "决定的施行日期要和取消的日期" in text_of(again) and "会民发〔2026〕60号" in again.content.decode()
    assert "还没有结束的清理" in text_of(Client().get(PAGE))
    who.post("cleanup-close", row.pk, **deciding(), scan=photo())
    day = day_of(now()) + timedelta(days=20)
    assert entry(LIJIAWAN, "ISS-ZQ-01", day - DAY) and not entry(LIJIAWAN, "ISS-ZQ-01", day)
    shown = text_of(Client().get(PAGE))
    assert "没有依据，取消" in shown and "带身份证到派出所查" in shown and "示例管理办法第八条" in shown
    assert "张主任" not in shown and "修改1项，取消1项" in shown
    draft = who.get("cleanup-review", row.pk, of(row, "ISS-XY-01").pk)
    assert "修改的申请表" in draft.text
    assert text_of(Client().get(f"{PAGE}?round={row.pk}")) == text_of(Client().get(PAGE))
    assert Client().get(f"{PAGE}?round=x").status_code == 404


@pytest.mark.clause("H2.1b", "O1a")
def test_the_overdue_are_seen_and_found_for(desks: World) -> None:
    row, who = overdue(desks), lead(desks)
    answer_all(row, "ISS-ZQ-01")
    review = of(row)
    assert "过了答复期限" in who.get("cleanup", row.pk).text and "过了答复期限" in who.get("cleanups").text
    assert "过了答复期限" in officer(desks).get("cleanups").text
    assert "过了答复期限" in text_of(Client().get(link_of(review.unit.pk)))  # type: ignore[union-attr]
    assert "复制提醒文字" in who.get("cleanup", row.pk).text
    assert "由主管部门认定" in who.get("cleanup-review", row.pk, review.pk).text
    who.post("cleanup-settle", row.pk, review.pk, status=409, **ending(instead=""))
    who.post("cleanup-settle", row.pk, review.pk, **ending())
    who.post("cleanup-close", row.pk, **deciding(), scan=photo())
    assert "逾期没有答复，由主管部门认定" in text_of(Client().get(PAGE))


def test_before_the_last_day_is_over_nobody_finds_for_another(desks: World) -> None:
    """Near miss of the last."""
    row, who = given(desks), lead(desks)
    with nothing_written():
        early = who.post("cleanup-settle", row.pk, of(row).pk, status=409, **ending())
    assert "过了期限才能由主管部门认定" in text_of(early)
    assert "过了答复期限" not in who.get("cleanup", row.pk).text


def test_a_link_answers_for_its_unit_alone(desks: World) -> None:
    row = given(desks)
    give(desks, row, "ISS-XY-07", unit=None, name="会宁县供水公司（示例）")
    own, other = of(row), of(row, "ISS-XY-07")
    unit = RoundUnit.objects.get(round=row, body=PINGTOUCHUAN)
    page = text_of(Client().get(link_of(unit.pk)))
    assert own.name in page and other.name not in page
    assert Client().get(f"{link_of(unit.pk)}/{other.code}").status_code == 404
    with nothing_written():
        again = Client().post(link_to(own), keeping(answered_by=""))
    assert again.status_code == 409 and "请写明是谁答复的" in text_of(again)
    assert Client().post(link_to(own), keeping(answered_by="张主任")).status_code == 302
    with nothing_written():
        assert Client().post(link_to(own), ending(answered_by="别人")).status_code == 409
    address = link_of(unit.pk)
    assert Client().get(address.lower()).status_code == 200
    for wrong in (address[:-1] + ("A" if address[-1] != "A" else "B"), "/q/x", f"/q/{unit.pk.hex}"):
        assert Client().get(wrong).status_code == 404


@pytest.mark.clause("H2.1c")
def test_what_was_refused_and_hit_no_entry_is_the_rounds_material(desks: World) -> None:
    clerk = Officer(desks, "hn.ljw.clerk", LIJIAWAN)
    asked = {**ASKED, "item": "", "for": "人畜安全证明", "unit": "government"}
    for said in (asked, asked, ASKED):  # the last one is a prohibited item: it hit an entry
        clerk.post("handler-refuse-demand", **{**said, **SAID}, case_id=str(uuid4()))
    row = opened(desks)
    (table,) = [
        one for one in lead(desks).get("cleanup", row.pk).select("table")
        if "群众要过的证明" in one.caption.text  # type: ignore[union-attr]
    ]  # fmt: skip
    (line,) = table.select("tbody tr")
    assert line.get_text(" ", strip=True) == "人畜安全证明 2次 2次" and SAID["name"] not in table.text


def test_the_papers_and_the_way_back(desks: World) -> None:
    row, who = given(desks), lead(desks)
    unit = RoundUnit.objects.get(round=row)
    answer = who.client.get(who.url("cleanup-letter", row.pk, unit.pk))
    assert answer.status_code == 200 and answer["Content-Type"] == "application/pdf"
    officer(desks).post("cleanup-answer", row.pk, of(row).pk, **keeping())
    who.post("cleanup-return", row.pk, of(row).pk, status=409, reason=" ")
    who.post("cleanup-return", row.pk, of(row).pk, reason="文件已经废止")
    assert "文件已经废止" in who.get("cleanup-review", row.pk, of(row).pk).text
    answer_all(row)
    assert who.client.get(who.url("cleanup-letter", row.pk, unit.pk)).status_code == 404
    who.post("cleanup-close", row.pk)
    row.refresh_from_db()
    assert row.state == "round_closed" and row.decision is None
    who.post("cleanup-close", row.pk)  # once more leads back
    assert "结束" in text_of(Client().get(link_of(unit.pk)))


def test_a_change_waits_as_a_draft_with_its_reason(desks: World) -> None:
    row, who = given(desks), lead(desks)
    changing = keeping(verdict="changed", reason="办理条件要改", answered_by="张主任")
    assert Client().post(link_to(of(row, "ISS-XY-01")), changing).status_code == 302
    answer_all(row)
    who.post("cleanup-close", row.pk)
    draft = of(row, "ISS-XY-01").proposal
    assert draft is not None and "调整" in who.get("admission", draft.pk).text
    assert "办理条件要改" in who.get("admission-change", draft.pk).text


def test_a_round_is_called_off(desks: World) -> None:
    row, who = opened(desks), lead(desks)
    with nothing_written():
        again = who.post("cleanup-new", status=409, **opening(title="另一次"))
    assert "一次只做一个清理" in text_of(again)
    who.post("cleanup-cancel", row.pk, status=409, reason=" ")
    who.post("cleanup-cancel", row.pk, reason="重来")
    assert "清理撤销了" in who.get("cleanup", row.pk).text


def test_what_is_another_countys_is_not_found(desks: World) -> None:
    """Near miss: the own lead body opens it."""
    row = given(desks)
    other, review, unit = Officer(desks, "od.lead", OTOG), of(row), RoundUnit.objects.get(round=row)
    other.get("cleanup", row.pk, status=404)
    other.get("cleanup-review", row.pk, review.pk, status=404)
    other.get("cleanup-close", row.pk, status=404)
    assert other.client.get(other.url("cleanup-letter", row.pk, unit.pk)).status_code == 404
    with nothing_written():
        for name in ("cleanup-assign", "cleanup-cancel"):
            other.post(name, row.pk, status=404, reason="x", name="x")
        for name in ("cleanup-paper", "cleanup-settle", "cleanup-return"):
            other.post(name, row.pk, review.pk, status=404, **ending(reason="x"))
        Officer(desks, "od.lead", HUINING).post("cleanup-cancel", row.pk, status=403)
    lead(desks).get("cleanup", row.pk)


def test_the_pages_ask_little(desks: World) -> None:
    row, who = opened(desks), lead(desks)
    few = queries_of(who, who.url("cleanup", row.pk))
    board = queries_of(who, who.url("cleanups"))
    for no, code in enumerate(row.reviews.values_list("code", flat=True).order_by("code")[:6]):
        give(desks, row, code, unit=None, name=f"第{no}个单位")
    assert queries_of(who, who.url("cleanup", row.pk)) == few
    assert queries_of(who, who.url("cleanups")) == board
