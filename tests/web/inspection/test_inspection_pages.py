"""检查 over the pages: planned for many, found, answered with a photograph, settled, fed back, printed."""

import pytest
from bs4 import BeautifulSoup

from tests.documents.reading import pages_of
from tests.supervision import inspections as made
from tests.web.deskcast import PINGTOUCHUAN, queries_of, today
from tests.web.inspection.acting import (
    FOUND,
    director,
    lead,
    officer,
    plan_said,
    planned,
    rectifying,
    supervisor,
)
from tests.web.walking import photo
from tests.world import World
from zhengyin.regions.models import Committee
from zhengyin.supervision.models import AnswerPhoto, Finding, Inspection


def buttons(page: BeautifulSoup) -> set[str]:
    return {one.text.strip() for one in page.select("main button")}


@pytest.mark.clause("H4.2b")
def test_from_the_plan_to_its_end(desks: World) -> None:
    above, below = officer(desks), director(desks)
    assert "安排检查" in above.get("inspections").text
    above.post("inspection-plan", **plan_said())
    row = Inspection.objects.get()
    above.post("finding-record", row.pk, **FOUND, due_on=today())
    assert "答复整改" not in buttons(below.get("inspection", row.pk))
    above.post("inspection-notify", row.pk, inspected_on=today())
    finding = Finding.objects.get()
    here = (row.pk, finding.pk)
    assert "答复整改" in buttons(below.get("inspection", row.pk))
    below.post("finding-answer", *here, answer="补好了", photos=photo())
    shown = AnswerPhoto.objects.get()
    assert above.client.get(above.url("finding-photo", *here, shown.pk))["Content-Type"] == "image/jpeg"
    above.post("finding-return", *here, words="还缺一张")
    assert "还缺一张" in below.get("inspection", row.pk).text
    below.post("finding-answer", *here, answer="都补了")
    above.post("finding-settle", *here, words="")
    row.refresh_from_db()
    assert row.state == "inspection_closed"
    assert "都改好了" in above.get("inspections", query="?part=closed").text


def test_one_plan_for_all_of_them(desks: World) -> None:
    officer(desks).post("inspection-plan", **plan_said(whole="on", committees=[]))
    every = Committee.objects.filter(township_id=PINGTOUCHUAN, issuer=True).count()
    assert Inspection.objects.count() == every > 2
    assert Inspection.objects.values("round").distinct().count() == 1


def test_a_plan_that_does_not_do_keeps_what_was_typed(desks: World) -> None:
    above = officer(desks)
    page = BeautifulSoup(
        above.post("inspection-plan", status=409, **plan_said(second_inspector="王志远")).content, "lxml"
    )
    assert "检查要两个人去" in page.text
    assert page.select_one("#id_title")["value"] == "季度检查（示例）"
    assert page.select_one("[name=committees][checked]") and not Inspection.objects.exists()


def test_a_finding_that_does_not_do_keeps_what_was_typed(desks: World) -> None:
    above, row = officer(desks), planned()
    answer = above.post("finding-record", row.pk, status=422, **{**FOUND, "to_do": ""}, due_on=today())
    assert "第12号没有存根" in answer.content.decode() and "怎样整改还没有填" in answer.content.decode()
    answer = above.post("inspection-notify", row.pk, status=409, inspected_on=today())
    assert "还没有记问题" in answer.content.decode()


def test_nothing_found_and_not_gone(desks: World) -> None:
    above, row, other = officer(desks), planned(), made.planned(title="另一次")
    above.post("inspection-clean", row.pk, inspected_on=today())
    assert "没有发现问题" in above.get("inspection", row.pk).text
    above.post("inspection-cancel", other.pk, status=409, words="")
    above.post("inspection-cancel", other.pk, words="大雪封路")
    assert "大雪封路" in above.get("inspection", other.pk).text


@pytest.mark.clause("H4.2b")
def test_feedback_and_its_answer_are_read_by_all_three(desks: World) -> None:
    above, county, finding = officer(desks), lead(desks), rectifying()
    here = (finding.inspection_id, finding.pk)
    above.post("feedback-send", *here, words="没有样表", item="居住证明", department="县公安局")
    page = county.get("feedbacks", query="?part=waiting")
    assert "没有样表" in page.text and "等主管部门答复的" in page.text
    assert "反馈给主管部门" in above.get("inspection", finding.inspection_id).text, "one name, as in the line"
    county.post("feedback-answer", *here, words="样表下月发")
    for who in (above, director(desks), supervisor(desks)):
        assert "样表下月发" in who.get("feedbacks").text
        assert "样表下月发" in who.get("inspection", finding.inspection_id).text


@pytest.mark.clause("H4.2b")
def test_the_county_sees_counts_by_township_and_what_is_overdue(desks: World) -> None:
    rectifying()
    planned()
    page = lead(desks).get("inspections")
    (row,) = page.select("table tbody tr")
    assert "李家湾" not in page.text
    assert [cell.text.split()[-1] for cell in row.select("td")] == ["平头川镇", "1", "1", "0", "0"]


def test_a_committee_reads_and_only_its_director_acts(desks: World) -> None:
    finding = rectifying()
    for who in (supervisor(desks), lead(desks)):
        page = who.get("inspection", finding.inspection_id)
        assert "第12号没有存根" in page.text and "答复整改" not in buttons(page)
    assert "整改通过了" not in buttons(director(desks).get("inspection", finding.inspection_id))


def test_the_sheet_says_what_the_product_knows(desks: World) -> None:
    above, row = officer(desks), planned()
    text = "".join(pages_of(above.client.get(above.url("inspection-sheet", row.pk)).content))
    for words in (
        "检查单",
        "会宁县平头川镇李家湾村村民委员会",
        "村委会办公室保险柜",
        "监督登记簿",
        "产品自拟",
    ):
        assert words in text.replace("\n", "")
    above.get("inspection-record", row.pk, status=404)


def test_the_record_says_what_to_put_right(desks: World) -> None:
    above, finding = officer(desks), rectifying()
    text = "".join(pages_of(above.client.get(above.url("inspection-record", finding.inspection_id)).content))
    for words in ("检查记录和整改通知", "第12号没有存根", "产品自拟"):
        assert words in text.replace("\n", "")
    above.get("inspection-sheet", finding.inspection_id, status=404)


@pytest.mark.clause("H4.2b")
def test_the_feedback_goes_to_the_department_on_paper(desks: World) -> None:
    above, finding = officer(desks), rectifying()
    here = (finding.inspection_id, finding.pk)
    above.get("feedback-paper", *here, status=404)  # nothing was fed back yet
    above.post("feedback-send", *here, words="证明样表没有发到村里", item="居住证明", department="县公安局")
    assert "打印反馈单" in lead(desks).get("inspection", finding.inspection_id).text
    for who in (above, lead(desks)):
        text = "".join(pages_of(who.client.get(who.url("feedback-paper", *here)).content)).replace("\n", "")
        for words in ("检查反馈单", "第12号没有存根", "证明样表没有发到村里", "县公安局", "产品自拟"):
            assert words in text
    other = planned()
    above.get("feedback-paper", other.pk, finding.pk, status=404)


def test_the_list_asks_as_often_for_many_as_for_few(desks: World) -> None:
    above = officer(desks)
    planned()
    above.get("inspections")
    few = queries_of(above, above.url("inspections"))
    above.post("inspection-plan", **plan_said(whole="on", committees=[]))
    assert queries_of(above, above.url("inspections")) == few <= 16
