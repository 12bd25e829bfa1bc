"""At the desks after the seal: void in its kinds, correction, 再开一份, and what each page says of it."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse

from tests.web.desk import Officer
from tests.web.walking import QUESTION, TYPED, VOID, Walk, huining, ordos
from tests.world import World
from zhengyin.catalogue.policy import Outcome
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.sent import sent
from zhengyin.ledger.models import Entry
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of
from zhengyin.web.handler import again


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks).sealed()


def lines() -> int:
    return Entry.objects.count()


def page_of(answer: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "lxml")


def declared(walk: Walk, status: int, **changed: str) -> str:
    """What the director's page says to this."""
    said = {**VOID, **{f"void-{name}": value for name, value in changed.items()}}
    return page_of(walk.director.post("director-void", walk.case, status=status, **said)).text


def test_what_is_missing_of_a_void_stands_at_its_field_and_what_was_typed_stays(walk: Walk) -> None:
    before, today = lines(), day_of(now())
    for changed, status, words in (
        ({"kind": ""}, 409, "请选纸收回来了没有"), ({"why": ""}, 409, "请选一条作废的原因"),
        ({"collected": "1"}, 409, "一份不少地收回"), ({"collected": "x"}, 422, "份数要填数字"),
        ({"why": "other"}, 409, "请用一句话写清楚"), ({"kind": "burnt"}, 422, "有1处要改一下"),
        ({"kind": "announced"}, 409, "请写明哪天、在哪里公告"),
        ({"kind": "announced", "announced_on": "x"}, 422, "不是一个日期"),
        ({"kind": "announced", "announced_on": str(today + timedelta(days=1)), "announced_where": "栏"}, 409,
         "公告的日子还没有到"),
        ({"note": "<b>" * 9}, 409, "不能用的符号"),
    ):  # fmt: skip
        assert words in declared(walk, status, **changed), changed
    kept = walk.director.post("director-void", walk.case, status=409, **{**VOID, "void-collected": "1"})
    assert page_of(kept).select_one("#id_void-collected")["value"] == "1"
    assert page_of(kept).select_one("#to-void details").has_attr("open")
    assert (walk.row.state, lines()) == ("sealed", before)


def test_after_the_seal_the_director_reads_what_is_next(walk: Walk) -> None:
    assert "等人来领，由经办人记交付" in walk.director.get("director-case", walk.case).text


def test_the_void_shows_everywhere(walk: Walk) -> None:
    today = day_of(now())
    said = {"void-kind": "announced", "void-announced_on": str(today), "void-announced_where": "村务公开栏",
            "void-why": "untrue", "void-note": "邻居反映"}  # fmt: skip
    walk.director.post("director-void", walk.case, **said)
    for page in (walk.director.get("director-case", walk.case), walk.handler.get("handler-case", walk.case)):
        assert "已作废" in page.h1.parent.text
        assert all(
            word in page.select_one("#ended").text
            for word in ("事后查明不属实：邻居反映", f"{today.day}日在村务公开栏公告")
        )
        assert "已作废" in page.select_one(".paper text").text
        assert not page.select(".paper a, a[href$='paper.pdf']")
    assert "已作废" in walk.custodian.get("custodian-receipt", walk.case).text
    assert "接下来" not in walk.director.get("director-case", walk.case).text
    month = walk.director.get("supervision-month", f"{today:%Y-%m}").text
    assert "作废1件" in "".join(month.split()) and "已更正0件" in "".join(month.split())
    row = walk.director.get("committee-register").select_one("tbody tr")
    assert row["class"] == ["gone"] and "作废" in row.select_one("td.rem .is-void").text
    assert "邻居" not in row.text
    assert walk.custodian.get("committee-paper", walk.case, status=404)
    assert walk.handler.get("committee-slip", walk.case, status=404)


def test_the_custodian_voids_what_was_not_stamped_and_nothing_that_left(walk: Walk) -> None:
    receipt = walk.custodian.get("custodian-receipt", walk.case)
    assert receipt.select_one("#to-void form")
    before = lines()
    unsaid = walk.custodian.post("custodian-void", walk.case, status=409)
    assert "请选一条作废的原因" in page_of(unsaid).select_one("#to-void").text
    walk.custodian.post("custodian-void", walk.case, status=422, **{"void-why": "x"})
    for stranger in (walk.handler, walk.director):
        stranger.post("custodian-void", walk.case, status=403, **{"void-why": "spoiled"})
    assert lines() == before
    walk.void_unstamped()
    assert (walk.row.state, walk.row.void_kind) == ("voided", "unstamped")
    again = walk.custodian.post("custodian-void", walk.case, status=409, **{"void-why": "spoiled"})
    assert "最近一步" in again.content.decode()
    assert not walk.custodian.get("custodian-receipt", walk.case).select("#to-void")


def test_after_the_hand_over_the_custodians_void_is_locked_with_its_reason(walk: Walk) -> None:
    walk.deliver()
    assert "请主任" in walk.custodian.get("custodian-receipt", walk.case).select_one("#to-void").text
    walk.custodian.post("custodian-void", walk.case, status=409, **{"void-why": "spoiled"})
    early = huining(walk.world).approved()
    early.custodian.post("custodian-void", early.case, status=409, **{"void-why": "spoiled"})


@pytest.mark.clause("H1a")
def test_a_correction_from_the_page_of_the_old_paper(walk: Walk) -> None:
    page = walk.handler.get("handler-correcting", walk.case)
    fields = {one["name"]: one.get("value", "") for one in page.select("main input") if one.get("name")}
    assert (fields["f_subject_name"], fields["f_residence"]) == ("马桂花", "三社12号")
    new = walk.correct()
    assert (new.row.corrects_id, new.row.state, walk.row.state) == (walk.case, "applied", "sealed")
    shown = walk.handler.get("handler-case", new.case)
    assert "给申请人的查询码" in shown.text and walk.row.number in shown.select_one("#changed").text
    old = walk.handler.get("handler-case", walk.case)
    assert "更正：已申请" in old.select_one("#following").text
    assert "正在更正" in old.select_one("#again").text and not old.select("#again form")
    assert "正在更正" in walk.handler.get("handler-correcting", walk.case).text
    new.accept().start().check().verify()
    changed = [cell.text for cell in new.director.get("director-case", new.case).select("#changed td")]
    assert changed == ["现在住哪里（到门牌）", "原来：三社12号", "现在：四社7号"]
    new.approve().seal()
    assert (walk.row.state, new.row.state) == ("corrected", "sealed")
    assert new.row.number in walk.handler.get("handler-case", walk.case).select_one("#ended").text
    table = walk.handler.get("committee-register")
    second, first = table.select("tbody tr")
    assert first["class"] == ["gone"] and new.row.number in first.select_one("td.rem").text
    assert walk.row.number in second.select_one("td.rem").text and not second.get("class")


def test_whole_numbers_are_not_shown_for_a_correction_and_stay_where_nothing_is_typed(walk: Walk) -> None:
    """Looking at them is an act with a purpose; the page of a correction is none."""
    page = walk.handler.get("handler-correcting", walk.case)
    assert "62042219680512002X" not in str(page) and "13800000117" not in str(page)
    assert "原来的是6204**********002X，不改就空着" in page.text and "原来的是138****0117" in page.text
    new = walk.correct(f_subject_identity="", phone="")
    was, now_is = (sent(one.case).contents for one in (walk, new))  # type: ignore[union-attr]
    assert now_is.values == {**was.values, "residence": "四社7号"}
    assert now_is.persons == was.persons
    revealed = page_of(walk.handler.post("handler-correct", walk.case, status=409, **{
        "reason": "x", "unit_name": "y", **TYPED, "f_subject_identity": "", "phone": "",
    }))  # fmt: skip
    assert "62042219680512002X" not in str(revealed) and "13800000117" not in str(revealed)


@pytest.mark.parametrize("changed, identity, phone", [
    ({}, "620422196001010007", "13900000226"),
    ({"applicant_name": "李得禄"}, "", ""),  # somebody else asks now: nothing of the first is his
    ({"applicant": "self", "applicant_name": ""}, "62042219680512002X", ""),
])  # fmt: skip
def test_numbers_of_an_applicant_stay_with_that_applicant(
    desks: World, changed: dict[str, str], identity: str, phone: str
) -> None:
    walk, other = huining(desks), {"applicant": "other", "applicant_name": "李得福", "relation": "丈夫"}
    walk.apply(**other, applicant_identity="620422196001010007", phone="13900000226", identity_note="照证件")
    walk.accept().start().check().verify().approve().seal()
    page = walk.handler.get("handler-correcting", walk.case)
    assert page.select_one("details").has_attr("open") and "13900000226" not in str(page)
    empty = {"applicant_identity": "", "phone": "", "f_subject_identity": ""}
    new = sent(walk.correct(**{**other, **empty, **changed}).case)
    assert new is not None
    applicant = new.contents.persons[0]
    assert (applicant.role, applicant.identity, applicant.phone) == ("applicant", identity, phone)


def test_a_correction_sent_twice_is_one(walk: Walk) -> None:
    opened = str(uuid4())
    first = walk.correct(case_id=opened)
    before = lines()
    assert walk.correct(case_id=opened).case != first.case  # the form of the first: its case is shown
    assert (lines(), Certificate.objects.filter(corrects=walk.case).count()) == (before, 1)
    said = {"reason": "写错了", "unit_name": "x", "case_id": str(uuid4()), **TYPED}
    other = walk.handler.post("handler-correct", walk.case, status=409, **said)
    assert "正在更正" in page_of(other).text and lines() == before


@pytest.mark.parametrize("changed, status, words", [
    ({"reason": ""}, 422, "哪里错了，为什么更正还没有填"),
    ({"f_residence": ""}, 422, "还没有填"),
    ({"f_residence": "三社12号"}, 409, "没有要更正的"),
    ({"f_subject_name": "马😀"}, 422, "有"),
    ({"unit_name": ""}, 422, "还没有填"),
])  # fmt: skip
def test_a_correction_that_says_too_little_keeps_what_was_typed(
    walk: Walk, changed: dict[str, str], status: int, words: str
) -> None:
    before = lines()
    said = {"reason": "住址写错了", "unit_name": QUESTION["unit_name"], "case_id": str(uuid4()), **TYPED,
            "f_residence": "四社7号"}  # fmt: skip
    answer = walk.handler.post("handler-correct", walk.case, status=status, **{**said, **changed})
    page = page_of(answer)
    assert words in page.text and page.select_one("#id_purpose")["value"] == TYPED["purpose"]
    assert lines() == before


def test_what_is_no_longer_issued_is_not_corrected_and_says_why(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new paper is judged by the lists of today, so without a yes there is no form to fill in."""
    usual, before = again.catalogue.answer_to, lines()
    no = {"outcome": Outcome.NO_PROHIBITED, "reason": "清单今天起写明不用开"}
    for changed, words in ((no, "清单今天起写明不用开"), ({"guide_code": "NONE"}, "还没有定好表单")):
        with monkeypatch.context() as patched:
            judged = lambda *asked, changed=changed: replace(usual(*asked), **changed)  # noqa: E731
            patched.setattr(again.catalogue, "answer_to", judged)
            page = walk.handler.get("handler-correcting", walk.case)
            assert words in page.text and not page.select("form[action$='correction']")
            said = {"reason": "x", "unit_name": "y", **TYPED}
            walk.handler.post("handler-correct", walk.case, status=422, **said)
    assert lines() == before


def test_a_further_paper_in_one_tap(walk: Walk) -> None:
    page = walk.handler.get("handler-case", walk.case)
    assert page.select_one("#reissue input[name=case_id]")["value"]
    new = walk.reissue()
    assert (new.row.reissues_id, new.row.state, walk.row.state) == (walk.case, "applied", "sealed")
    assert "内容跟原来一样" not in new.handler.get("handler-case", new.case).select_one("#changed").text
    before = lines()
    said = {"again-reason": "原来的丢了", "again-copies": "1", "case_id": str(new.case)}
    walk.handler.post("handler-reissue", walk.case, **said)  # sent twice
    assert lines() == before
    for wrong, status in (({"again-reason": ""}, 422), ({"again-copies": "0"}, 422)):
        walk.handler.post("handler-reissue", walk.case, status=status, **{**said, **wrong})
    new.accept().start().check().verify().approve().seal()
    assert (walk.row.state, new.row.state, new.row.no) == ("sealed", "sealed", 2)


@pytest.mark.parametrize("name, said", [
    ("handler-correct", {"reason": "x", "unit_name": "y", **TYPED}),
    ("handler-reissue", {"again-reason": "原来的丢了", "again-copies": "1"}),
])  # fmt: skip
def test_doors_and_places(walk: Walk, desks: World, name: str, said: dict[str, str]) -> None:
    before, other = lines(), ordos(desks)
    for stranger in (walk.director, walk.custodian, Officer(desks, "hn.ljw.supervisor", walk.at)):
        stranger.post(name, walk.case, status=403, **said)
    other.handler.post(name, walk.case, status=404, **said)
    early = huining(desks).apply()
    applied = lines()
    refused = early.handler.post(name, early.case, status=302 if name == "handler-correct" else 409, **said)
    assert refused.headers.get("Location", "").endswith(str(early.case)) or refused.status_code == 409
    assert applied == lines() and before < applied
    assert walk.handler.client.get(walk.handler.url(name, walk.case)).status_code == 302


def test_after_a_void_the_correction_is_told_to_be_withdrawn(walk: Walk) -> None:
    new = walk.correct().accept().start().check().verify()
    walk.void()
    page = new.director.get("director-case", new.case)
    assert "请撤回" in page.select_one("#changed").text and "不能再照着它办" in page.select_one("#why").text
    assert (
        "不能再照着它办"
        in new.director.agree("director-approve", new.case, status=409, kin="no").content.decode()
    )


def test_the_register_counts_and_filters_what_no_longer_holds(walk: Walk) -> None:
    walk.void()
    other = huining(walk.world)
    other.__dict__.update({name: getattr(walk, name) for name in ("handler", "director", "custodian")})
    other.sealed().correct().accept().start().check().verify().approve().seal()
    page = walk.handler.get("committee-register")
    sums = {one.dt.text: one.dd.text for one in page.select(".sums > div")}
    assert (sums["作废"], sums["已更正"], sums["这一年"]) == ("1件", "1件", "3件")
    gone = walk.handler.get("committee-register", query="?gone=1")
    assert [row.td.text for row in gone.select("tbody tr")] == ["2号", "1号"]
    assert "符合条件的共2件" in gone.text and gone.select_one("#gone").has_attr("checked")
    nothing = walk.handler.get("committee-register", query="?gone=1&year=2020")
    assert not nothing.select("tbody tr")


def test_a_brought_form_is_corrected_as_one(desks: World) -> None:
    """Its title may be put right; what on it is vouched for stays, and nothing else is asked."""
    walk = huining(desks).brought().accept().start().check()
    walk.verify().approve().seal()
    page = walk.handler.get("handler-correcting", walk.case)
    asked = {one["name"]: one.get("value", "") for one in page.select("main input") if one.get("name")}
    assert asked["brought_title"] == "住房租赁备案申请表" and "f_lived_since" not in asked
    typed = {name: said for name, said in TYPED.items() if name != "f_lived_since"}
    said = {"reason": "表名抄错了", "unit_name": QUESTION["unit_name"], **typed}
    empty = walk.handler.post("handler-correct", walk.case, status=422, **said, brought_title="")
    assert "表的名称（照表头上印的写）还没有填" in page_of(empty).text
    new = uuid4()
    walk.handler.post("handler-correct", walk.case, **said, brought_title="住房租赁登记表", case_id=str(new))
    row = Certificate.objects.get(pk=new)
    assert (row.brought_title, row.corrects_id) == ("住房租赁登记表", walk.case)
    assert "住房租赁备案申请表" in walk.handler.get("handler-case", new).select_one("#changed").text
