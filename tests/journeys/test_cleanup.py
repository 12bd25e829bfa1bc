"""A clean-up round by link, on paper and for a silent unit; what has no basis ends. A banner's work plan."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Look
from tests.journeys.desk import sit_down
from tests.journeys.site import Site, served
from tests.journeys.test_admission import day, scan
from zhengyin.cleanup import actions
from zhengyin.people.models import Account
from zhengyin.people.queries import actor_for
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of

pytestmark = pytest.mark.journey
COUNTY, VILLAGE = "620422000000", "620422115203"
ENDS = {360: "学生在社区参加社会实践活动情况证明", 1440: "房顶维修情况证明"}
PAPER, SILENT = "征兵政治考核证明", "入党政审证明"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """A demonstration of its own: no decision that begins later is in the way of the round's day."""
    with served() as running:
        yield running


@pytest.mark.clause("H2.1b", "O1a", "O3.2a", "H2.1c")
def test_a_round_in_huining(
    page: Page, site: Site, look: Look, width: int, aside: Callable[[Callable[[], Any]], Any]
) -> None:
    title, ends = f"{width}清理（示例）", ENDS[width]
    opened_and_called_off(page, site, look)
    aside(lambda: due_yesterday(title))
    sit_down(page, site, "hn.lead")
    page.get_by_role("link", name="清理", exact=True).first.click()
    page.get_by_role("link", name=title).click()
    given(page, look)
    here = page.url
    link = str(page.get_by_role("link", name="答复的链接：平头川镇").get_attribute("href"))
    reviewed_by_link(page, link, ends, look)
    page.goto(here)
    page.get_by_role("link", name=PAPER).click()
    page.get_by_text("录入纸质答复").first.click()
    keep(page, "录入")
    page.get_by_label("答复人").fill("赵科长")
    page.get_by_label("纸上的日期").fill(day())
    page.get_by_label("盖了章的答复").set_input_files(scan())
    look(page, "cleanup-paper")
    page.get_by_role("button", name="录入", exact=True).click()
    expect(page.get_by_text("纸质答复").first).to_be_visible()
    page.goto(here)
    expect(page.get_by_text("过了答复期限").first).to_be_visible()
    look(page, "cleanup-overdue")
    page.get_by_role("link", name=SILENT).click()
    keep(page, "认定")
    look(page, "cleanup-settling")
    page.get_by_role("button", name="认定", exact=True).click()
    closed(page, here, width, look)
    page.goto(f"/c/{VILLAGE}/cleanups")
    expect(page.get_by_text("逾期没有答复，由主管部门认定")).to_be_visible()
    look(page, "cleanup-public")
    page.goto(f"/c/{VILLAGE}/on?day={day(-1)}")
    expect(page.get_by_text(ends).first).to_be_visible()
    page.goto(f"/c/{VILLAGE}/issuable")
    expect(page.get_by_text(ends)).to_have_count(0)
    sit_down(page, site, "hn.ljw.clerk")
    page.get_by_role("link", name=re.compile("新申请")).first.click()
    page.get_by_role("searchbox").or_(page.locator("input[name=q]")).first.fill(ends)
    page.keyboard.press("Enter")
    page.get_by_role("link", name=re.compile(ends)).first.click()
    page.get_by_label("要证明的是哪一类单位").select_option(value="government")
    page.get_by_label("户籍在本村（社区）", exact=True).check()
    page.get_by_role("button", name="看能不能开").click()
    expect(page.get_by_text("这个证明没有依据，不能开").first).to_be_visible()
    expect(page.get_by_text("到学校或者镇上查").first).to_be_visible()
    look(page, "cleanup-counter")


def opened_and_called_off(page: Page, site: Site, look: Look) -> None:
    """Opened by mistake: the list stays as it is."""
    sit_down(page, site, "hn.lead")
    page.get_by_role("link", name="清理", exact=True).first.click()
    look(page, "cleanup-board")
    page.get_by_role("link", name="开始清理").click()
    page.get_by_label("清理的名称").fill("写错了的清理（示例）")
    page.get_by_label("答复期限").fill(day(10))
    page.get_by_label("没有依据的，从哪天起取消").fill(day(20))
    look(page, "cleanup-open")
    page.get_by_role("button", name="开始清理").click()
    page.get_by_text("撤销这次清理").click()
    page.get_by_label("原因").fill("日期写错了")
    look(page, "cleanup-opened")
    page.get_by_role("button", name="撤销", exact=True).click()
    expect(page.get_by_text("清理撤销了")).to_be_visible()


def due_yesterday(title: str) -> None:
    """No page acts in the past: by the act itself, as it was done eleven days ago."""
    today, account = day_of(now()), Account.objects.select_related("person").get(username="hn.lead")
    actions.open_round(
        county_code=COUNTY, title=title, due_on=today - timedelta(days=1), ends_on=today,
        actor=actor_for(account, None, now()), at=now() - timedelta(days=11),
    )  # fmt: skip


def given(page: Page, look: Look) -> None:
    """Most to a township, one to the police, one to a company without a desk."""
    for items, unit, name in (
        (None, "平头川镇", ""), ([PAPER], "会宁县公安局", ""), ([SILENT], "", "会宁县供水公司（示例）"),
    ):  # fmt: skip
        page.get_by_text("确定责任单位", exact=True).first.click()
        boxes = page.locator("input[name=reviews]")
        for box in boxes.all():
            if items is None:
                box.check()
        for item in items or ():
            page.get_by_label(re.compile(item)).first.check()
        if unit:
            page.get_by_label("由哪个单位清理").select_option(label=unit)
        else:
            page.get_by_label("单位名称").fill(name)
            look(page, "cleanup-assigning")
        page.get_by_role("button", name="由这个单位清理").click()
        expect(page.get_by_role("row", name=re.compile(unit or name)).first).to_be_visible()


def keep(page: Page, button: str) -> None:
    """In the form of this button: several stand on a page."""
    form = page.locator("form", has=page.get_by_role("button", name=button, exact=True))
    form.get_by_label("保留", exact=True).check()
    form.get_by_label("依据（文件名称").fill("示例管理办法第八条")


def reviewed_by_link(page: Page, link: str, ends: str, look: Look) -> None:
    """Without an account: one entry has no basis, the others stay."""
    page.goto(link)
    look(page, "cleanup-link")
    for item in [one.inner_text() for one in page.locator("li a").all()]:
        page.get_by_role("link", name=item, exact=True).click()
        if item == ends:
            page.get_by_label("没有依据，取消").check()
            page.get_by_label("依据（文件名称").fill("")
            page.get_by_label("取消以后怎样办").fill("到学校或者镇上查")
            look(page, "cleanup-link-entry")
        else:
            keep(page, "送出答复")
        page.get_by_label("答复人").fill("张主任")
        page.get_by_role("button", name="送出答复").click()
    expect(page.get_by_text("都答复了")).to_be_visible()


def closed(page: Page, here: str, width: int, look: Look) -> None:
    page.goto(here)
    page.get_by_role("link", name="结束清理，取消1项").click()
    said = {
        "决定的标题": "关于取消一项证明事项的决定（示例）", "文号": f"示例清〔2026〕{width}号",
        "签发人": "高明远", "合法性审核单位": "司法局（示例）", "合法性审核日期": day(), "印发日期": day(),
    }  # fmt: skip
    for label, words in said.items():
        page.get_by_label(label).fill(words)
    page.get_by_label("决定的扫描件").set_input_files(scan())
    look(page, "cleanup-close")
    page.get_by_role("button", name="结束清理").click()
    expect(page.get_by_text("清理结束").first).to_be_visible()
    look(page, "cleanup-closed")


@pytest.mark.clause("O3.1b", "O1b")
def test_a_banners_plan_is_seen_by_its_city(page: Page, site: Site, look: Look, width: int) -> None:
    title = f"三年工作方案{width}（示例）"
    sit_down(page, site, "od.lead")
    page.get_by_role("link", name="工作方案", exact=True).first.click()
    page.get_by_role("link", name="制定工作方案").click()
    page.get_by_label("方案的名称").fill(title)
    page.get_by_label("从哪天起").fill(day(-10))
    look(page, "plan-new")
    page.get_by_role("button", name="存下来").click()
    for what, due, step in (("梳理要村里开的证明", day(-1), "sorted"), ("编办事指南", day(30), "guides")):
        if page.get_by_label("任务", exact=True).is_hidden():
            page.get_by_text("分解任务", exact=True).first.click()
        page.get_by_label("任务", exact=True).fill(what)
        page.get_by_label("单位名称").fill("教育体育局（示例）")
        page.get_by_label("完成期限").fill(due)
        page.get_by_label("属于哪一步").select_option(value=step)
        page.get_by_role("button", name="分给这个单位").click()
        expect(page.get_by_text(what).first).to_be_visible()
    page.get_by_text("写进展：编办事指南").click()
    form = page.locator("details[open] form", has=page.get_by_role("button", name="记下"))
    form.get_by_label("进展").fill("编好了12份")
    form.get_by_label("哪天完成的").fill(day())
    form.get_by_role("button", name="记下").click()
    expect(page.get_by_text("编好了12份")).to_be_visible()
    expect(page.get_by_text("过了期限").first).to_be_visible()
    look(page, "plan-banner")
    sit_down(page, site, "od.city")
    page.get_by_role("link", name="工作方案", exact=True).first.click()
    look(page, "plan-city")
    page.get_by_role("link", name=title).click()
    expect(page.get_by_text("编好了12份")).to_be_visible()
    expect(page.get_by_role("button", name="分给这个单位")).to_have_count(0)
    look(page, "plan-city-one")
