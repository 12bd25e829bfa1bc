"""A county's work plan over the desk; its city reads it."""

from datetime import timedelta
from typing import Any

import pytest

from tests.deliberation import cast as held
from tests.web.cleanup.test_pages import later
from tests.web.desk import Officer, text_of
from tests.web.deskcast import OTOG, PINGTOUCHUAN, lead, nothing_written, officer, queries_of
from tests.world import World
from zhengyin.cleanup import actions
from zhengyin.cleanup.models import PlanTask, WorkPlan
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of

ORDOS = organization_id("city:150600000000")


def making(**changed: Any) -> dict[str, Any]:
    return {"title": "三年工作方案（示例）", "number": "", "begins_on": later(-5), **changed}


def made(who: Officer, **changed: Any) -> WorkPlan:
    who.post("work-plan-new", **making(**changed))
    return WorkPlan.objects.latest("made_at")


def tasking(**changed: Any) -> dict[str, Any]:
    said = {
        "what": "梳理本部门要求村里开的证明", "owner": "", "owner_name": "教育局（示例）",
        "due_on": later(30), "milestone": "sorted",
    }  # fmt: skip
    return {**said, **changed}


def tasked(who: Officer, row: WorkPlan, **changed: Any) -> PlanTask:
    who.post("plan-task-add", row.pk, **tasking(**changed))
    return PlanTask.objects.filter(plan=row).latest("no")


@pytest.mark.clause("O3.1b", "O1b")
def test_the_city_sees_its_banners_plans(desks: World) -> None:
    banner, city = Officer(desks, "od.lead", OTOG), Officer(desks, "od.city", ORDOS)
    assert "还没有工作方案" in city.get("work-plans").text
    row = made(banner)
    late = tasked(banner, row, due_on=(day_of(now()) - timedelta(days=1)).isoformat())
    done = tasked(banner, row, what="编办事指南", milestone="guides")
    banner.post("plan-task-report", row.pk, done.pk, note="编完了", done_on=later(0))
    page = city.get("work-plans").text
    assert "鄂托克旗" in page and "三年工作方案（示例）" in page and "逾期" in page
    one = city.get("work-plan", row.pk)
    assert "过了期限" in one.text and "编完了" in one.text and not one.select("form[action*=tasks]")
    assert len(one.select("table")) == 2
    with nothing_written():
        city.post("plan-task-add", row.pk, status=403, **tasking())
        city.post("plan-task-report", row.pk, late.pk, status=403, note="x")
    answer = city.client.get(city.url("work-plan-paper", row.pk))
    assert answer.status_code == 200 and answer["Content-Type"] == "application/pdf"


def test_progress_and_dropping(desks: World) -> None:
    who = lead(desks)
    row = made(who)
    task = tasked(who, row, owner=str(PINGTOUCHUAN), owner_name="")
    assert task.owner_name == "平头川镇"
    again = who.post("plan-task-report", row.pk, task.pk, status=409, note=" ")
    assert "请写明进展" in text_of(again)
    who.post("plan-task-report", row.pk, task.pk, note="一半了")
    with nothing_written():
        refused = who.post("plan-task-report", row.pk, task.pk, status=409, note="好了", done_on=later(1))
    assert "完成日期要在" in text_of(refused) and "好了" in refused.content.decode()
    who.post("plan-task-drop", row.pk, task.pk, status=409, note="")
    who.post("plan-task-drop", row.pk, task.pk, note="并到别的任务")
    assert "任务取消了" in who.get("work-plan", row.pk).text
    who.post("plan-task-report", row.pk, task.pk, status=409, note="再写")


def test_fifty_tasks_stand_on_a_page(desks: World) -> None:
    who = lead(desks)
    row = made(who)
    for no in range(51):
        actions.add_task(
            plan_id=row.pk, what=f"第{no}件", owner_id=None, owner_name="教育局（示例）", milestone=None,
            due_on=day_of(now()), actor=held.officer("hn.lead"), at=now(),
        )  # fmt: skip
    first, second = (who.get("work-plan", row.pk, query=f"?page={no}").text for no in (1, 2))
    assert "第49件" in first and "第50件" not in first and "第50件" in second and "第49件" not in second
    last = PlanTask.objects.get(plan=row, no=51)
    again = who.post("plan-task-report", row.pk, last.pk, status=409, note=" ")
    assert "第50件" in text_of(again)  # the form that came back is on its page


def test_what_is_anothers_is_not_found(desks: World) -> None:
    row = made(lead(desks))
    task = tasked(lead(desks), row)
    for other in (Officer(desks, "od.lead", OTOG), Officer(desks, "od.city", ORDOS)):
        other.get("work-plan", row.pk, status=404)
        assert other.client.get(other.url("work-plan-paper", row.pk)).status_code == 404
    with nothing_written():
        other = Officer(desks, "od.lead", OTOG)
        other.post("plan-task-add", row.pk, status=404, **tasking())
        other.post("plan-task-report", row.pk, task.pk, status=404, note="x")
        other.post("plan-task-drop", row.pk, task.pk, status=404, note="x")
    officer(desks).get("work-plans", status=403)


def test_the_pages_ask_little(desks: World) -> None:
    who = lead(desks)
    row = made(who)
    tasked(who, row)
    few, board = queries_of(who, who.url("work-plan", row.pk)), queries_of(who, who.url("work-plans"))
    for no in range(4):
        tasked(who, row, what=f"第{no}件")
        made(who, title=f"第{no}个方案")
    assert queries_of(who, who.url("work-plan", row.pk)) == few
    assert queries_of(who, who.url("work-plans")) == board
