"""The pad and the entry after a power cut, over the desks of both places."""

import re
from datetime import datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client

from tests.certificates import pads as typed
from tests.documents.reading import text_of, without_spaces
from tests.web.desk import Officer
from tests.web.walking import QUESTION, TYPED, Walk, huining, ordos, photo
from tests.world import World
from zhengyin.certificates.models import Certificate, Pad, Slip
from zhengyin.ledger.models import Entry
from zhengyin.registers.queries import now
from zhengyin.shared.days import SHANGHAI
from zhengyin.web.handler import counter

PROHIBITED = {"item": "PROH-02", "unit": "company", "unit_name": "会宁县安居房屋租赁公司", "tie": "resident"}


def minute(at: datetime) -> str:
    return at.astimezone(SHANGHAI).strftime("%Y-%m-%dT%H:%M")


def printed(walk: Walk, slips: int = 3) -> Pad:
    walk.custodian.post("pad-issue", slips=str(slips))
    return Pad.objects.get(organization_id=walk.at)


def slip(pad: Pad, place: int = 1) -> Slip:
    return Slip.objects.get(pad=pad, no=pad.first_no + place - 1)


def signed(walk: Walk, **changed: object) -> dict[str, object]:
    """Everything that stands on a slip on which nothing is wrong."""
    people = {name: str(typed.person(f"{walk.prefix}.{name}")) for name in ("director", "clerk", "custodian")}
    return {
        **QUESTION, **TYPED, "happened": minute(now()), "outage": "power", "kin": "neither",
        "methods": ["document_seen", "ledger"], "informant": "居住台账第12页", "impressions": "2",
        "approved_by": people["director"], "countersigned_by": "none", "handled_by": people["clerk"],
        "sealed_by": people["custodian"], "photo": photo(), "code": walk.custodian.code(), **changed,
    }  # fmt: skip


def enter(walk: Walk, one: Slip, status: int = 302, **changed: object) -> HttpResponse:
    return walk.custodian.post("pad-enter", one.pk, status=status, **signed(walk, **changed))


def codes_on(walk: Walk, pad: Pad) -> list[str]:
    """The codes as printed beside the squares."""
    paper = walk.custodian.client.get(walk.custodian.url("pad-paper", pad.pk))
    assert paper.headers["Content-Type"] == "application/pdf"
    assert paper.headers["Cache-Control"] == "no-store"
    return re.findall(r"[A-Z2-9]{4} [A-Z2-9]{4} [A-Z2-9]{4}", text_of(paper.content))


def verified(code: str) -> BeautifulSoup:
    return BeautifulSoup(Client().get("/v/code", {"code": code}).content, "lxml")


@pytest.mark.parametrize("place", [huining, ordos])
def test_from_the_drawer_to_the_register_and_to_a_stranger(desks: World, place: object) -> None:
    walk = place(desks)  # type: ignore[operator]
    pad = printed(walk)
    first, second, third = codes_on(walk, pad)
    page = verified(first)
    assert page.h1.text == "应急件尚未补登"
    told = page.select_one("dl.answers").text
    assert "应急0001" in told
    assert "马" not in told

    one = slip(pad)
    shown = walk.custodian.get(
        "pad-slip", one.pk, query=f"?{urlencode({'happened': minute(now()), 'q': '居住'})}"
    )
    link = next(a for a in shown.select(".index a") if "居" in a.text)["href"]
    assert "happened=" in link
    query = urlencode({"happened": minute(now()), **QUESTION})
    form = walk.custodian.get("pad-slip", one.pk, query=f"?{query}")
    assert form.select_one("#id_approved_by") is not None
    enter(walk, one)
    case = Certificate.objects.get(pad_number="应急0001")
    receipt = walk.custodian.get("pad-slip", one.pk)
    assert case.number in receipt.text
    assert "待整改" not in receipt.text
    book = walk.custodian.get("committee-register")
    assert "补登" in book.select_one("td.rem").text
    assert "应急用印单（应急0001）" in book.select_one("td.rem").text
    answer = verified(first)
    assert answer.h1.text == "登记在案，现行有效"
    assert "补登" in answer.select_one("dl.answers").text
    assert case.number in answer.text

    walk.custodian.post("pad-spoil", slip(pad, 2).pk, reason="damaged")
    assert verified(second).h1.text == "已作废"
    walk.custodian.post("pad-close", pad.pk, unused=str(slip(pad, 3).no), counted="on")
    assert verified(third).h1.text == "已作废"
    page = walk.director.get("pads")
    for word in ("已补登1张", "作废1张", "未用1张"):
        assert word in page.text


def test_what_failed_is_entered_marked_shown_to_who_answers_and_put_right(desks: World) -> None:
    walk = huining(desks)
    one = slip(printed(walk))
    custodian = str(typed.person("hn.ljw.custodian"))
    enter(walk, one, approved_by=custodian)
    one.refresh_from_db()
    assert "签批的人自己盖了章" in one.failed
    page = walk.custodian.get("pad-slip", one.pk)
    assert "待整改" in page.select_one(".tools").text
    assert page.select_one("#id_done") is None
    book = walk.custodian.get("committee-register")
    assert "待整改" in book.select_one("td.rem").text
    assert "待整改1件" in without_spaces(book.select_one("dl.sums").text)
    assert "1件待整改" in walk.director.get("director-list").select_one(".same.care").text
    assert "1件待整改" in walk.custodian.get("custodian-list").select_one(".same.care").text
    supervisor = Officer(desks, "hn.ljw.supervisor", walk.at)
    assert one.failed in supervisor.get("pads").select_one("#to-rectify").text
    assert walk.director.post("pad-rectify", one.pk, status=422, done="")
    walk.director.post("pad-rectify", one.pk, done="李国栋当天补看材料，口头同意过，已补签")
    assert "已补签" in walk.director.get("pad-slip", one.pk).text
    remarks = walk.custodian.get("committee-register").select_one("td.rem").text
    assert "已整改" in remarks
    assert "待整改" not in walk.custodian.get("committee-register").select_one("dl.sums").text
    assert "已补签" not in remarks
    assert walk.director.get("director-list").select_one(".same.care") is None
    answer = walk.director.post("pad-rectify", one.pk, status=409, done="再来一次")
    assert "已经整改过了" in answer.content.decode()


def test_what_the_lists_forbade_that_day_is_entered_in_its_own_words(desks: World) -> None:
    walk = huining(desks)
    one = slip(printed(walk))
    query = urlencode({"happened": minute(now()), **PROHIBITED})
    page = walk.custodian.get("pad-slip", one.pk, query=f"?{query}")
    assert "照实登记" in page.text
    assert [box["name"] for box in page.select("[name^=f_]")] == ["f_subject_name", "f_written"]
    said = {**PROHIBITED, "f_subject_name": "马桂花", "f_written": "马桂花没有犯罪记录"}
    enter(walk, one, **said)
    one.refresh_from_db()
    assert "按那天的清单不能开" in one.failed


SOFT = {**PROHIBITED, "item": "PROH-08", "ground": "policy_gap", "ground_reason": "政策没有规定到哪里查",
        "duty": "yes", "can": "yes", "public": "no"}  # fmt: skip
DISCRETIONARY = {"item": "", "for": "门牌情况", "unit": "bank", "unit_name": "中国农业银行会宁县支行",
                 "tie": "registered", "duty": "yes", "can": "yes", "public": "no"}  # fmt: skip


@pytest.mark.clause("H3.1b", "H3.1c")
@pytest.mark.parametrize("said, title", [(SOFT, "婚姻状况证明"), (DISCRETIONARY, "门牌情况")])
def test_a_yes_without_a_form_is_entered_in_its_own_words(
    desks: World, said: dict[str, str], title: str
) -> None:
    """据实出具 and what stands on neither list: stamped in an outage by two approvers, as it should be."""
    walk = huining(desks)
    one = slip(printed(walk))
    unanswered = {name: value for name, value in said.items() if name != "can"}
    query = urlencode({"happened": minute(now()), **unanswered})
    assert not walk.custodian.get("pad-slip", one.pk, query=f"?{query}").select("[name^=f_]")
    query = urlencode({"happened": minute(now()), **said})
    page = walk.custodian.get("pad-slip", one.pk, query=f"?{query}")
    assert [box["name"] for box in page.select("[name^=f_]")] == ["f_subject_name", "f_written"]
    written = {**said, "f_subject_name": "马桂花", "f_written": "马桂花和李德祥1989年起一起生活"}
    enter(walk, one, **written, countersigned_by=str(typed.person("hn.ljw.deputy")))
    one.refresh_from_db()
    case = Certificate.objects.get(pad_slip=one)
    assert (one.failed, case.title, case.needs_second, case.state) == ("", title, True, "sealed")


def test_a_time_to_come_is_refused_before_anything_is_typed(desks: World) -> None:
    walk = huining(desks)
    query = urlencode({"happened": minute(now() + timedelta(hours=2))})
    page = walk.custodian.get("pad-slip", slip(printed(walk)).pk, query=f"?{query}")
    assert "盖章的时间不会在以后" in page.text and "单子上开的是什么证明" not in page.text


@pytest.mark.parametrize(
    "changed, status, words",
    [
        ({"happened": "昨天"}, 422, "时间写成"),
        ({"happened": "2020-01-01T08:00"}, 422, "盖章的时间不会更早"),
        ({"happened": "later"}, 422, "盖章的时间不会在以后"),
        ({"approved_by": ""}, 422, "谁签批的（还没有选）"),
        ({"sealed_by": "none"}, 422, "选择一个有效的选项"),
        ({"kin": ""}, 422, "近亲属吗？（还没有选）"),
        ({"impressions": "0"}, 422, "枚数要填1到999"),
        ({"f_subject_name": ""}, 422, "被证明人姓名还没有填"),
        ({"f_subject_name": "<b>马桂花</b>"}, 422, "姓名"),
        ({"code": "000000"}, 409, "验证码"),
        ({"code": ""}, 422, "验证码还没有填"),
    ],
)
def test_what_is_wrong_is_said_kept_and_nothing_is_written(
    desks: World, changed: dict[str, str], status: int, words: str
) -> None:
    walk = huining(desks)
    one = slip(printed(walk))
    if changed.get("happened") == "later":
        changed = {"happened": minute(now() + timedelta(hours=2))}
    before = Entry.objects.count(), Certificate.objects.count()
    answer = enter(walk, one, status=status, **changed)
    assert words in answer.content.decode()
    assert "<b>马桂花" not in answer.content.decode()
    if "happened" not in changed:
        assert "居住台账第12页" in answer.content.decode()
    assert (Entry.objects.count(), Certificate.objects.count()) == before


def test_without_a_photograph_or_with_another_file_nothing_is_entered(desks: World) -> None:
    walk = huining(desks)
    one = slip(printed(walk))
    said = {name: value for name, value in signed(walk).items() if name != "photo"}
    answer = walk.custodian.post("pad-enter", one.pk, status=422, **said)
    assert "应急用印单的照片（还没有选）" in answer.content.decode()
    wrong = photo()
    wrong.seek(0)
    wrong.write(b"MZ\x90\x00 a program")
    wrong.seek(0)
    answer = enter(walk, one, status=422, photo=wrong)
    assert "只收 JPG、PNG" in answer.content.decode() or "没有传完整" in answer.content.decode()
    assert "照片要再选一次" in answer.content.decode()
    assert not Certificate.objects.exists()


@pytest.mark.clause("H3.2.4c")
def test_the_custodian_is_not_offered_to_call_it_unstamped(desks: World) -> None:
    walk, offered = huining(desks), "登记了没有盖章，作废"
    one = slip(printed(walk))
    enter(walk, one)
    case = Certificate.objects.get(pad_slip=one).pk
    assert offered not in walk.custodian.get("handler-case", case).text
    answer = walk.custodian.post("custodian-void", case, status=409, **{"void-why": "spoiled"})
    assert "纸上已经有章，不能按没有盖章作废" in answer.content.decode()
    assert Certificate.objects.get(pk=case).state == "sealed"
    assert offered in walk.custodian.get("handler-case", walk.sealed().case).text


def test_twice_is_the_same_receipt(desks: World) -> None:
    walk = huining(desks)
    one = slip(printed(walk))
    enter(walk, one)
    lines = Entry.objects.count()
    again = enter(walk, one, purpose="别的用途")
    assert again.headers["Location"] == walk.custodian.url("pad-slip", one.pk)
    assert Entry.objects.count() == lines
    assert Certificate.objects.get(pad_slip=one).purpose == TYPED["purpose"]


def test_a_pad_asked_for_twice_is_printed_once(desks: World) -> None:
    walk = huining(desks)
    mine = walk.custodian.get("pads").select_one("[name=pad_id]")["value"]
    for _ in range(2):
        walk.custodian.post("pad-issue", slips="5", pad_id=mine)
    assert [str(pad.pk) for pad in Pad.objects.all()] == [mine]
    assert walk.custodian.get("pads").select_one("[name=pad_id]")["value"] != mine
    for wrong in ("0", "61", "", "二十", "-1", "9" * 400):
        walk.custodian.post("pad-issue", slips=wrong, status=422)
    assert Slip.objects.count() == 5


def test_a_page_that_is_no_longer_so_collects_nothing(desks: World) -> None:
    walk = huining(desks)
    pad = printed(walk)
    unused = walk.custodian.get("pads").select_one("[name=unused]")["value"]
    assert unused == "1,2,3"
    enter(walk, slip(pad))
    answer = walk.custodian.post("pad-close", pad.pk, unused=unused, counted="on", status=409)
    assert "请刷新再看一遍" in answer.content.decode()
    walk.custodian.post("pad-close", pad.pk, unused="2,3", status=422)
    walk.custodian.post("pad-close", pad.pk, unused="2,3", counted="on")
    assert Pad.objects.get().state == "pad_closed"


def test_the_wrong_office_and_the_wrong_village(desks: World) -> None:
    walk, other = huining(desks), ordos(desks)
    pad = printed(walk)
    one = slip(pad)
    for name, parts, said in (
        ("pad-issue", (), {"slips": "2"}),
        ("pad-close", (pad.pk,), {"unused": "1,2,3", "counted": "on"}),
        ("pad-spoil", (one.pk,), {"reason": "lost"}),
        ("pad-enter", (one.pk,), signed(walk)),
    ):
        walk.director.post(name, *parts, status=403, **said)
        walk.handler.post(name, *parts, status=403, **said)
    walk.custodian.post("pad-rectify", one.pk, status=403, done="补签")
    other.custodian.get("pad-slip", one.pk, status=404)
    other.custodian.get("pad-paper", pad.pk, status=404)
    other.custodian.post("pad-close", pad.pk, status=404, unused="1,2,3", counted="on")
    other.custodian.post("pad-spoil", one.pk, status=404, reason="lost")
    other.custodian.post("pad-enter", one.pk, status=404, **signed(other))
    other.director.post("pad-rectify", one.pk, status=404, done="补签")
    assert walk.custodian.client.get(walk.custodian.url("pad-enter", one.pk)).status_code == 302
    one.refresh_from_db()
    assert one.state == "slip_issued"


def test_the_case_leads_to_the_photograph_and_offers_no_print(desks: World) -> None:
    walk = huining(desks)
    one = slip(printed(walk))
    enter(walk, one)
    case: UUID = Certificate.objects.get(pad_slip=one).pk
    page = walk.handler.get("handler-case", case)
    assert "看应急用印单的照片" in page.text
    assert "打印2份" not in page.text
    assert "应急用印单（应急0001）" in without_spaces(page.text)
    answer = walk.handler.client.get(walk.handler.url("committee-paper", case))
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert "看单子的照片" in walk.director.get("pad-slip", one.pk).text
    seen = walk.director.client.get(walk.director.url("pad-photograph", one.pk))
    assert seen.content == answer.content
    assert seen.headers["Cache-Control"] == "no-store"
    supervisor = Officer(desks, "hn.ljw.supervisor", walk.at)
    assert "看单子的照片" not in supervisor.get("pad-slip", one.pk).text
    supervisor.get("pad-photograph", one.pk, status=403)
    ordos(desks).director.get("pad-photograph", one.pk, status=404)
    receipt = walk.custodian.client.get(walk.custodian.url("custodian-receipt", case))
    assert receipt.headers["Location"] == walk.custodian.url("pad-slip", one.pk)


def test_what_was_said_of_a_slip_is_judged_once(desks: World, monkeypatch: pytest.MonkeyPatch) -> None:
    walk, asked, read = huining(desks), list[object](), counter.asked_in
    one = slip(printed(walk))
    monkeypatch.setattr(counter, "asked_in", lambda *said: (asked.append(said), read(*said))[1])
    walk.custodian.get("pad-slip", one.pk, query=f"?{urlencode({'happened': minute(now())})}")
    assert len(asked) == 1
    enter(walk, one, status=422, impressions="0")
    assert len(asked) == 2
