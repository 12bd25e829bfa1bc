"""征求意见 through its pages: cut, sent, returned in parts by link, desk and paper, weighed, published."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.certificates.cast import officer as acting
from tests.consultation.paper import TEXT
from tests.web.desk import Officer, text_of
from tests.web.deskcast import HUINING, OTOG, PINGTOUCHUAN, lead, nothing_written, officer, queries_of, today
from tests.web.walking import photo
from tests.world import World
from zhengyin.admission.kinds import Way
from zhengyin.admission.models import Proposal
from zhengyin.consultation import actions
from zhengyin.consultation.actions import Typed
from zhengyin.consultation.facts import Row, Said
from zhengyin.consultation.kinds import Stance
from zhengyin.consultation.models import Addressee, Consultation, Enclosure, Reply
from zhengyin.consultation.queries.facts import items_that_count, opinions_that_count, units_to_ask
from zhengyin.regions.models import Organization
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of
from zhengyin.web.consultation.links import link_of

CITY = organization_id("city:150600000000")
DRAFT = {"title": "关于规范出具证明的意见", "text": TEXT, "contact": "乌兰", "telephone": "0477-0000327"}
WATER, GAS = "供水公司（示例）", "燃气公司（示例）"
LIAISON = "0943-0000777"


def city(world: World) -> Officer:
    return Officer(world, "od.city", CITY)


def later(days: int) -> str:
    return (day_of(now()) + timedelta(days=days)).isoformat()


def drafted(world: World, who: Officer | None = None, **changed: Any) -> Consultation:
    who = who or lead(world)
    who.post("consultation-new", **(DRAFT | changed))
    return Consultation.objects.filter(body_id=who.at).latest("drafted_at")


def enclosed(world: World) -> Enclosure:
    row = drafted(world, title="带附件的意见")
    lead(world).post("consultation-enclose", row.pk, name="附表", file=photo())
    return Enclosure.objects.get(consultation=row)


def sending(row: Consultation, **changed: Any) -> dict[str, Any]:
    """To everybody that is ticked, and two units without a desk."""
    bodies = [str(key) for key in units_to_ask(row.body)]
    said = {"due_on": later(5), "due_time": "16:00", "others": f"{WATER}\n{GAS}", "bodies": bodies}
    return {**said, **changed}


def sent(world: World, who: Officer | None = None, **changed: Any) -> Consultation:
    who = who or lead(world)
    row = drafted(world, who, title=f"第{Consultation.objects.count()}份意见")
    who.post("consultation-send", row.pk, **sending(row, **changed))
    row.refresh_from_db()
    return row


def unit(row: Consultation, name: str = WATER) -> Addressee:
    return Addressee.objects.get(consultation=row, name=name)


def by_link(row: Consultation, name: str = WATER, **said: Any) -> Any:
    return Client().post(link_of(unit(row, name).pk), {"answered_by": "张主任", **said})


def past_due(at: UUID = HUINING, who: str = "hn.lead") -> Consultation:
    """Sent a week ago until yesterday: 供水公司 has opinions, a list and a liaison, 燃气公司 no opinion."""
    then, actor = now() - timedelta(days=7), acting(who)
    typed = Typed(f"第{Consultation.objects.count()}份意见", TEXT, "乌兰", "0477-0000327")
    row = actions.draft(body_id=at, typed=typed, actor=actor, at=then)
    bodies = list(units_to_ask(Organization.objects.get(pk=at)))
    actions.send(
        consultation_id=row.pk, bodies=bodies, others=(WATER, GAS), actor=actor, at=then, due_time=None,
        due_on=day_of(now()) - timedelta(days=1),
    )  # fmt: skip
    _answers(row, then)
    row.refresh_from_db()
    return row


def _answers(row: Consultation, then: datetime) -> None:
    whole = Said(
        answered_by="张主任", stance=Stance.GIVEN, opinions=((3, "写明由谁制定"), (0, "分两步走")),
        listing=Stance.GIVEN, items=(Row("过户情况说明", "《示例供水办法》第八条", "过户"),),
        liaison=("李联络", LIAISON),
    )  # fmt: skip
    for name, said in ((WATER, whole), (GAS, Said(answered_by="王主任", stance=Stance.NONE))):
        actions.answer(addressee_id=unit(row, name).pk, said=said, way=Way.LINK, actor=None, at=then)


def closed(world: World) -> Consultation:
    row = past_due()
    lead(world).post("consultation-close", row.pk)
    return row


def published(world: World) -> Consultation:
    row, who = closed(world), lead(world)
    for no, one in enumerate(opinions_that_count(row.pk)):
        taken = "no" if no else "yes"
        who.post("consultation-weigh", row.pk, one.pk, taken=taken, because=f"理由{no}")
    who.post("consultation-publish", row.pk)
    row.refresh_from_db()
    return row


@pytest.mark.clause("O0a")
def test_pasted_cut_put_right_and_sent(desks: World) -> None:
    who, row = lead(desks), drafted(desks)
    page = who.get("consultation", row.pk)
    assert "（征求意见稿）" in page.h1.text and "二、（一）明确证明事项。" in page.text and "5条" in page.text  # type: ignore[union-attr]
    form = who.get("consultation-change", row.pk)
    text = form.select_one("textarea[name=text]").text.strip()  # type: ignore[union-attr]
    assert text.count("\n\n") == 4
    who.post("consultation-change", row.pk, **(DRAFT | {"text": text.replace("\n\n（二）", "\n（二）")}))
    assert "正文，4条" in who.get("consultation", row.pk).text
    with nothing_written():
        again = who.post("consultation-send", row.pk, status=409, **sending(row, due_on=later(-1)))
    assert "已经过了" in text_of(again) and GAS in again.content.decode()  # what was typed stays
    who.post("consultation-send", row.pk, **sending(row))
    row.refresh_from_db()
    assert row.state == "consultation_asking" and row.addressees.filter(body=None).count() == 2
    assert "请您答复，1份" in officer(desks).get("consultations").text
    with nothing_written():
        who.post("consultation-change", row.pk, **DRAFT)  # leads back to the page
        who.post("consultation-enclose", row.pk, status=409, name="附表", file=photo())


@pytest.mark.clause("O0a")
def test_each_part_comes_by_itself_by_link_desk_and_paper(desks: World) -> None:
    row, who = sent(desks), lead(desks)
    assert by_link(row, no_opinions="on").status_code == 302
    page = Client().get(link_of(unit(row).pk)).content.decode()
    assert "无意见" in page and "还没有报" in page and "期限以前可以更换" in page
    by_link(
        row,
        words_3="写明由谁制定",
        name_1="过户说明",
        basis_1="《示例办法》第八条",
        pasted="甲说明|依据|用途\n乙说明",
    )
    by_link(row, liaison="李联络", telephone=LIAISON)
    township = officer(desks)
    township.post("consultation-answer", row.pk, words_0="分两步走")
    who.post(
        "consultation-paper", row.pk, unit(row, GAS).pk, no_opinions="on", no_items="on",
        answered_by="赵科长", answered_on=today(), scan=photo(),
    )  # fmt: skip
    table = who.get("consultation", row.pk).text
    for words in ("1条意见", "3项", f"李联络 {LIAISON}", "没有要报的", "纸质答复", "登录答复", "第2次报"):
        assert words in table, words
    assert (
        "平头川镇" in table
        and "复制提醒文字" in table
        and "意见（无意见也要报）、证明事项清单、联络人" in table
    )
    assert Reply.objects.filter(addressee=unit(row), part="opinions").count() == 2
    assert "1条意见" in township.get("consultation", row.pk).text
    assert LIAISON not in township.get("consultation", row.pk).text  # another unit's
    own = Client().get(link_of(unit(row).pk)).content.decode()
    assert "乙说明" in own and LIAISON in own  # to be changed, not typed anew


@pytest.mark.clause("O0a")
def test_a_form_that_says_two_things_is_asked_again_and_keeps_what_was_typed(desks: World) -> None:
    row = sent(desks)
    with nothing_written():
        both = by_link(row, no_opinions="on", words_3="写明由谁制定")
    assert both.status_code == 422 and "写了意见，又选了无意见" in text_of(both)
    assert "写明由谁制定" in both.content.decode()
    with nothing_written():
        wide = by_link(row, pasted="甲说明|依据|用途|还有\n乙说明")
        empty = by_link(row)
        nobody = by_link(row, no_opinions="on", answered_by="")
    assert wide.status_code == 422 and "第1行有4栏" in text_of(wide)
    assert empty.status_code == 409 and "至少报一样" in text_of(empty)
    assert nobody.status_code == 409 and "请写明答复人" in text_of(nobody)
    token = link_of(unit(row).pk)
    for wrong in (token[:-1] + ("A" if token[-1] != "A" else "B"), "/u/x", f"/u/{unit(row).pk.hex}"):
        assert Client().get(wrong).status_code == 404


@pytest.mark.clause("O0b")
def test_closed_weighed_published_for_everybody(desks: World) -> None:
    row, who = past_due(), lead(desks)
    page = who.get("consultation", row.pk)
    assert page.select("td .status, td")[0].text.startswith(unit_first(row)) and "逾期没有报全" in page.text
    early = sent(desks)
    assert "没到期限" in who.get("consultation", early.pk).text
    with nothing_written():
        who.post("consultation-close", early.pk, status=409)
    assert Client().get(f"/consultations/{row.pk}").status_code == 404
    who.post("consultation-close", row.pk)
    assert by_link(row, no_opinions="on").status_code == 409
    with nothing_written():
        again = who.post("consultation-publish", row.pk, status=409)
    assert "还有2条意见没有写采纳不采纳" in text_of(again)
    first, second = opinions_that_count(row.pk)
    who.post("consultation-weigh", row.pk, first.pk, taken="yes", because="写进第二条")
    who.post("consultation-weigh", row.pk, second.pk, taken="no", because="时间来不及")
    who.post("consultation-publish", row.pk)
    shown = Client().get(f"/consultations/{row.pk}").content.decode()
    for words in ("写明由谁制定", "采纳", "写进第二条", "分两步走", "不采纳", "时间来不及", GAS, "平头川镇",
                  "不是生效的文件", "二、规范证明事项", "全文"):  # fmt: skip
        assert words in shown, words
    for hidden in (LIAISON, "李联络", "张主任", "王主任", "过户情况说明"):
        assert hidden not in shown, hidden
    assert row.title in Client().get("/c/620422115203/consultations").content.decode()
    assert row.title not in Client().get("/c/150623103203/consultations").content.decode()
    assert "看采纳情况" in Client().get(link_of(unit(row).pk)).content.decode()


def unit_first(row: Consultation) -> str:
    """Who stands first in the table: whoever has returned nothing and is overdue."""
    return str(row.addressees.order_by("no").values_list("name", flat=True)[0])


@pytest.mark.clause("O0a")
def test_a_list_becomes_a_draft_of_admission(desks: World) -> None:
    row, who = closed(desks), lead(desks)
    (item,) = items_that_count(row.pk)
    answer = who.post("consultation-take-up", row.pk, item.pk)
    made = Proposal.objects.get()
    assert answer["Location"] == who.url("admission", made.pk)
    page = who.get("admission-change", made.pk)
    assert "示例供水办法" in str(page) and "过户情况说明" in str(page) and WATER in str(page)
    assert "看申请" in who.get("consultation", row.pk).text
    with nothing_written():
        who.post("consultation-take-up", row.pk, item.pk, status=409)


@pytest.mark.clause("O0a")
def test_what_the_city_was_sent_is_taken_up_by_each_countys_lead_body(desks: World) -> None:
    row, banner = past_due(CITY, "od.city"), Officer(desks, "od.lead", OTOG)
    (item,) = items_that_count(row.pk)
    assert "过户情况说明" not in banner.get("consultation", row.pk).text
    city(desks).post("consultation-close", row.pk)
    assert "过户情况说明" in banner.get("consultation", row.pk).text
    banner.post("consultation-take-up", row.pk, item.pk)
    assert Proposal.objects.get().county_code == "150623000000"
    assert not city(desks).get("consultation", row.pk).select("form[action$='/draft']")


def test_the_papers_and_the_enclosures(desks: World) -> None:
    kept, who = enclosed(desks), lead(desks)
    row = kept.consultation
    who.post("consultation-send", row.pk, **sending(row))
    letter = who.client.get(who.url("consultation-letter", row.pk, unit(row).pk))
    assert letter.status_code == 200 and letter["Content-Type"] == "application/pdf"
    for where in (who, officer(desks)):
        answer = where.client.get(where.url("consultation-enclosure", row.pk, kept.pk))
        assert answer.status_code == 200 and answer["Content-Type"] == "image/jpeg"
    link = link_of(unit(row).pk)
    assert Client().get(f"{link}/enclosures/{kept.pk}").status_code == 200
    other = sent(desks)
    assert Client().get(f"{link_of(unit(other).pk)}/enclosures/{kept.pk}").status_code == 404
    who.post("consultation-cancel", row.pk, reason="文件不发了")
    assert "文件不发了" in Client().get(link).content.decode()
    assert who.client.get(who.url("consultation-letter", row.pk, unit(row).pk)).status_code == 404


def test_a_wrong_enclosure_is_taken_out_again(desks: World) -> None:
    kept, who = enclosed(desks), lead(desks)
    who.post("consultation-leave-out", kept.consultation_id, kept.pk)
    assert "附表" not in who.get("consultation", kept.consultation_id).select_one("dl").text  # type: ignore[union-attr]
    assert who.client.get(who.url("consultation-enclosure", kept.consultation_id, kept.pk)).status_code == 404


def test_what_is_another_bodys_is_not_found(desks: World) -> None:
    """Near miss: the own lead body opens it."""
    row, other = closed(desks), Officer(desks, "od.lead", OTOG)
    draft = drafted(desks)
    one = opinions_that_count(row.pk)[0]
    other.get("consultation", row.pk, status=404)
    officer(desks).get("consultation", draft.pk, status=404)
    with nothing_written():
        for name in (
            "consultation-close",
            "consultation-publish",
            "consultation-cancel",
            "consultation-answer",
        ):
            other.post(name, row.pk, status=404, reason="x")
        other.post("consultation-weigh", row.pk, one.pk, status=404, taken="yes", because="x")
        other.post("consultation-take-up", row.pk, items_that_count(row.pk)[0].pk, status=404)
        other.post("consultation-paper", row.pk, unit(row).pk, status=404)
        Officer(desks, "hn.pt.officer", PINGTOUCHUAN).post("consultation-close", row.pk, status=403)
    lead(desks).get("consultation", row.pk)


def test_the_pages_ask_little(desks: World) -> None:
    who, row = lead(desks), past_due()
    board, page = queries_of(who, who.url("consultations")), queries_of(who, who.url("consultation", row.pk))
    for _ in range(3):
        sent(desks)
    more = past_due()
    for name in ("平头川镇", "会师镇"):
        said = Said(answered_by="张", stance=Stance.GIVEN, opinions=((1, "改"), (2, "改")))
        then = now() - timedelta(days=6)
        actions.answer(addressee_id=unit(more, name).pk, said=said, way=Way.LINK, actor=None, at=then)
    assert queries_of(who, who.url("consultations")) == board
    assert queries_of(who, who.url("consultation", more.pk)) == page


def test_the_demonstration_has_the_citys_own_draft(desks: World) -> None:
    (row,) = Consultation.objects.filter(body_id=CITY)
    page = city(desks).get("consultation", row.pk).text
    assert "示例" in row.title and "征求意见稿" in row.title and "二、(三)严格印章管理" in page
    assert row.addressees.count() == 9 + 5
