"""The whole way over the desks: typed, submitted, consulted on (link, desk, paper), concluded, published."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests.web.desk import LIJIAWAN, Officer, text_of
from tests.web.deskcast import HUINING, OTOG, PINGTOUCHUAN, lead, nothing_written, officer, queries_of
from tests.web.workuse.test_pages import photo
from tests.world import World
from zhengyin.admission.models import JointMeeting, Proposal
from zhengyin.catalogue.queries import entry
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of
from zhengyin.web.admission.links import link_of

SAMPLE = "【姓名】，公民身份号码【公民身份号码】，户住本村【住址】，自来水由其接着用。"


def today() -> str:
    return day_of(now()).isoformat()


def admitting(**changed: Any) -> dict[str, Any]:
    return {
        "applicant_name": "会宁县供水公司（示例）", "liaison": "王主任", "telephone": "0943-0000900",
        "item_name": "农村自来水户主变更情况说明", "aliases": "自来水过户证明",
        "class_of_use": "residents_need", "ties": ["registered", "resident"],
        "completion": "on_the_spot", "basis_1": "示例供水管理办法",
        "number_1": "示例〔2026〕1号", "article_1": "第八条", "said_purpose": "供水单位办理过户",
        "said_requirements": "说明由谁接着用水", "said_why_not_shared": "没有证照，没有共享数据，不能承诺",
        "said_verifiable": "经办人和社长都知道", "guide_subject": "说明自来水由谁接着用",
        "guide_issuer": "住所所在的村委会",
        "guide_conditions": "户在本村", "guide_materials": "居民身份证\n水费单",
        "guide_procedure": "申请、核实、签批、盖章",
        "guide_time_limit": "当场办结", "guide_demanded_by": "供水单位", "sample_title": "情况说明",
        "sample": SAMPLE,
        "methods": ["handler_knows", "group_head"], **changed,
    }  # fmt: skip


def serving(**changed: Any) -> dict[str, Any]:
    return {
        "applicant_name": "鄂托克旗卫生健康委员会（示例）", "liaison": "王主任", "telephone": "0477-0000900",
        "item_name": "独居老人走访", "what": "service", "basis_1": "示例老年人关爱办法",
        "number_1": "示例〔2026〕2号", "article_1": "第六条", "said_content": "每季度入户走访一次",
        "said_for_whom": "七十岁以上独居老人", "said_way": "走访、填表、交苏木", "said_limit": "每季度末",
        "said_why_here": "部门没有人手在嘎查", **changed,
    }  # fmt: skip


def drafted(desks: World, **changed: Any) -> Proposal:
    lead(desks).post("admission-new", "admit", **admitting(**changed))
    return Proposal.objects.latest("drafted_at")


def submitted(desks: World, **changed: Any) -> Proposal:
    row = drafted(desks, **changed)
    lead(desks).post("admission-submit", row.pk, paper=photo(), received_on=today())
    return row


def consulting(desks: World, **changed: Any) -> Proposal:
    row = submitted(desks, **changed)
    lead(desks).post("admission-accept", row.pk)
    lead(desks).post("admission-consult", row.pk, due_on=(day_of(now()) + timedelta(days=10)).isoformat())
    return row


def answer_all(row: Proposal) -> None:
    for question in row.questions.filter(state="question_asked"):
        Client().post(link_of(question.pk), {"stance": "none", "answered_by": "张主任"})


@pytest.mark.clause("H2.2a", "H2.2b", "H2.2c", "H2.2d", "H2.2e", "H4.1a")
def test_from_the_paper_to_the_list(desks: World) -> None:
    row, who = consulting(desks), lead(desks)
    township = officer(desks)
    assert "请您答复，1件" in township.get("admissions").text
    own = row.questions.get(body=PINGTOUCHUAN)
    township.post("question-answer", row.pk, own.pk, stance="opinion", words="只在没有过户协议时开")
    other = row.questions.exclude(body=PINGTOUCHUAN).first()
    assert other is not None
    who.post(
        "question-paper", row.pk, other.pk, stance="none", words="", answered_by="赵科长",
        answered_on=today(), scan=photo(),
    )  # fmt: skip
    answer_all(row)
    who.post("admission-sum-up", row.pk, status=409, summary="有一条意见")
    who.post("question-weigh", row.pk, own.pk, taken="yes", because="写进办理条件")
    who.post("admission-sum-up", row.pk, summary="一条意见，采纳了")
    assert "采纳：写进办理条件" in township.get("admission", row.pk).text
    who.post(
        "joint-call", title="第1次联审会议（示例）", place="县民政局", held_on=today(), items=[str(row.pk)]
    )
    meeting = JointMeeting.objects.get()
    page = who.get("joint-meeting", meeting.pk)
    bodies = {one["name"].removeprefix("came_") for one in page.select("input[name^=came_]")}
    assert len(bodies) == 6
    said: dict[str, Any] = {f"came_{body}": "yes" for body in bodies}
    who.post("joint-hold", meeting.pk, status=409, held_on=today(), presided_by="高明远", **said)
    said |= {f"item_{row.pk}": "approve", "held_on": today(), "presided_by": "高明远", "minutes": photo()}
    who.post("joint-hold", meeting.pk, **said)
    decided = {
        "items": [str(row.pk)], "title": "关于准入一项证明事项的决定（示例）",
        "number": "会民发〔2026〕31号（示例）",
        "issued_by": "会宁县民政局", "signed_by": "高明远", "reviewed_by": "会宁县司法局",
        "reviewed_on": today(), "issued_on": today(), "takes_effect_on": today(),
    }  # fmt: skip
    with nothing_written():
        again = who.post("admission-publish", status=409, **decided)
    assert "请附上决定的扫描件" in text_of(again) and "会民发〔2026〕31号" in again.content.decode()
    who.post("admission-publish", **decided, scan=photo())
    row.refresh_from_db()
    assert row.state == "proposal_published" and entry(LIJIAWAN, row.item_code, day_of(now())) is not None
    shown = Client().get("/c/620422115203/versions").content.decode()
    assert "关于准入一项证明事项的决定（示例）" in shown and "合法性审核：会宁县司法局" in shown
    handler = Officer(desks, "hn.ljw.clerk", LIJIAWAN)
    assert "农村自来水户主变更情况说明" in handler.get("handler-new", query="?q=自来水过户").text


def test_a_link_answers_once_and_for_its_body_alone(desks: World) -> None:
    row = consulting(desks)
    question = row.questions.first()
    assert question is not None
    address = link_of(question.pk)
    page = Client().get(address).content.decode()
    assert question.body.name in page and "无意见" in page and "经办人和社长都知道" in page
    with nothing_written():
        again = Client().post(address, {"stance": "opinion", "answered_by": "", "words": ""})
    assert again.status_code == 409 and "请写明答复人" in text_of(again)
    assert Client().post(address, {"stance": "none", "answered_by": "张主任"}).status_code == 302
    assert "已经答复：无意见" in text_of(Client().get(address)).replace(" ", "")
    with nothing_written():
        assert Client().post(address, {"stance": "none", "answered_by": "别人"}).status_code == 409
        assert "已经答复" in text_of(Client().get(address.lower()))
    for wrong in (address[:-1] + ("A" if address[-1] != "A" else "B"), "/o/x", f"/o/{question.pk.hex}"):
        assert Client().get(wrong).status_code == 404


def test_what_was_typed_stays_when_something_is_missing(desks: World) -> None:
    with nothing_written():
        again = lead(desks).post("admission-new", "admit", status=422, **admitting(sample="户住【住址】。"))
    assert "样表里要有【姓名】" in text_of(again) and "示例供水管理办法" in again.content.decode()
    row = drafted(desks, basis_1="", sample="")
    page = lead(desks).get("admission", row.pk).text
    assert "还没有填全" in page and "样表" in page
    with nothing_written():
        refused = lead(desks).post("admission-submit", row.pk, status=409, paper=photo(), received_on=today())
    assert "办事指南和样表还没有填全" in text_of(refused)
    form = lead(desks).get("admission-change", row.pk)
    assert form.select_one("textarea[name=guide_materials]").text.strip() == "居民身份证\n水费单"  # type: ignore[union-attr]
    lead(desks).post("admission-change", row.pk, **admitting())
    assert "还没有填全" not in lead(desks).get("admission", row.pk).text


def test_the_papers(desks: World) -> None:
    row, who = consulting(desks), lead(desks)
    question = row.questions.first()
    assert question is not None
    for name, parts in (("admission-form", (row.pk,)), ("question-letter", (row.pk, question.pk))):
        answer = who.client.get(who.url(name, *parts))
        assert answer.status_code == 200 and answer["Content-Type"] == "application/pdf"
    answer_all(row)
    who.get("admission", row.pk)
    assert who.client.get(who.url("question-letter", row.pk, question.pk)).status_code == 404
    who.post("admission-sum-up", row.pk, summary="都没有意见")
    who.post(
        "joint-call", title="第1次联审会议（示例）", place="县民政局", held_on=today(), items=[str(row.pk)]
    )
    meeting = JointMeeting.objects.get()
    assert who.client.get(who.url("joint-agenda", meeting.pk)).status_code == 200
    who.post("admission-withdraw", row.pk, reason="不要了")
    page = who.get("joint-meeting", meeting.pk)
    assert "申请撤回了" in page.text and not page.select("input[name^=item_]")
    who.post("joint-cancel", meeting.pk, reason="都撤回了")


def test_other_desks_see_what_is_theirs(desks: World) -> None:
    row = drafted(desks)
    officer(desks).get("admission", row.pk, status=404)
    assert "没有在办的" in officer(desks).get("admissions").text
    exiting = lead(desks).get("admission-new", "exit")
    assert "ISS-ZQ-01" in str(exiting)
    lead(desks).get("admission-new", "other", status=404)


def test_the_board_asks_little(desks: World) -> None:
    who = lead(desks)
    few = queries_of(who, who.url("admissions"))
    for no in range(4):
        drafted(desks, item_name=f"第{no}项")
    assert queries_of(who, who.url("admissions")) == few


@pytest.mark.clause("H3.1e")
def test_an_emergency_is_published_in_one_act_and_over_by_itself(desks: World) -> None:
    who, day = lead(desks), day_of(now())
    said = admitting(item_name="临时出行情况说明") | {
        "title": "关于应急期间一项证明的决定（示例）", "number": "会应急〔2026〕1号（示例）",
        "issued_by": "会宁县民政局", "signed_by": "高明远", "reviewed_by": "会宁县司法局",
        "reviewed_on": today(), "issued_on": today(), "takes_effect_on": today(),
    }  # fmt: skip
    with nothing_written():
        again = who.post("admission-emergency", status=409, **said, scan=photo())
    assert "应急事项要写明到哪一天为止" in text_of(again) and "临时出行情况说明" in again.content.decode()
    until = day + timedelta(days=14)
    who.post("admission-emergency", **said, valid_until=until.isoformat(), scan=photo())
    assert entry(LIJIAWAN, "ISS-YJ-01", day) is not None and entry(LIJIAWAN, "ISS-YJ-01", until) is not None
    assert entry(LIJIAWAN, "ISS-YJ-01", until + timedelta(days=1)) is None
    with nothing_written():
        unfinished = said | {"item_name": "另一项", "sample": "", "number": "会应急〔2026〕2号（示例）"}
        lacking = who.post(
            "admission-emergency", status=409, **unfinished, valid_until=until.isoformat(), scan=photo()
        )
    assert "办事指南和样表还没有填全：样表" in text_of(lacking)


def test_what_is_another_countys_is_not_found(desks: World) -> None:
    """Near miss: the own lead body opens it."""
    row, other = consulting(desks), Officer(desks, "od.lead", OTOG)
    question = row.questions.first()
    assert question is not None
    other.get("admission", row.pk, status=404)
    for name in ("admission-accept", "admission-withdraw", "admission-sum-up", "admission-return"):
        with nothing_written():
            other.post(name, row.pk, status=404, reason="x", summary="x")
    with nothing_written():
        other.post("question-paper", row.pk, question.pk, status=404, stance="none")
        Officer(desks, "od.lead", HUINING).post("admission-accept", row.pk, status=403)
    lead(desks).get("admission", row.pk)
