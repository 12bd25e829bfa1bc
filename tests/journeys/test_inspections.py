"""A township inspects a village: planned, found, answered, settled; and a violation, in both places."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Look
from tests.journeys.desk import sign_in
from tests.journeys.site import Site
from zhengyin.shared.days import SHANGHAI

pytestmark = pytest.mark.journey
TO_THE_COUNTY = "反馈给主管部门"
PEOPLE = {
    "huining": ("hn.pt.officer", "hn.ljw.director", "hn.lead", "李家湾村"),
    "ordos": ("od.as.officer", "od.hrgt.director", "od.lead", "哈日根图嘎查"),
}


def day(ahead: int = 0) -> str:
    return (datetime.now(tz=SHANGHAI) + timedelta(days=ahead)).date().isoformat()


def change_to(page: Page, site: Site, who: str) -> None:
    page.get_by_role("button", name="退出").click()
    expect(page.get_by_role("button", name="退出")).to_have_count(0)
    sign_in(page, site, who)
    page.get_by_role("link", name="检查", exact=True).first.click()


@pytest.mark.clause("H4.2b")
def test_from_the_plan_to_its_end(page: Page, site: Site, look: Look, pack: str, width: int) -> None:
    township, director, lead, village = PEOPLE[pack]
    title = f"季度检查{width}（示例）"
    sign_in(page, site, township)
    page.get_by_role("link", name="检查", exact=True).click()
    page.get_by_role("link", name="安排检查").click()
    page.get_by_label("这次检查叫什么").fill(title)
    page.get_by_label("到哪天为止").fill(day(3))
    page.get_by_label("谁去检查").fill("王志远")
    page.get_by_label("另一位").fill("何小兵")
    page.get_by_label(village, exact=True).check()
    look(page, f"inspection-{pack}-plan")
    page.get_by_role("button", name="安排", exact=True).click()
    look(page, f"inspection-{pack}-list")
    page.get_by_role("link", name=title).click()
    expect(page.get_by_role("link", name="打印检查单")).to_be_visible()
    page.get_by_role("button", name="发整改通知").or_(
        page.get_by_role("button", name="没有发现问题")
    ).wait_for()
    page.get_by_label("哪一项").select_option(label="用印登记簿与存根")
    page.get_by_label("发现了什么问题").fill("第12号没有存根")
    page.get_by_label("怎样整改").fill("补齐存根，贴在登记簿后面")
    page.get_by_label("哪天以前改好").fill(day(10))
    page.get_by_role("button", name="记下来").click()
    look(page, f"inspection-{pack}-found")
    page.get_by_role("button", name="发整改通知").click()
    expect(page.get_by_text("整改中")).to_be_visible()
    page.get_by_text(TO_THE_COUNTY).first.click()
    page.get_by_label("反馈什么").fill("没有统一的样表")
    page.get_by_role("button", name=TO_THE_COUNTY).click()
    change_to(page, site, lead)
    look(page, f"inspection-{pack}-county")
    page.get_by_role("link", name="反馈", exact=True).click()
    look(page, f"inspection-{pack}-feedbacks")
    page.get_by_role("link", name="没有统一的样表").first.click()
    page.get_by_role("textbox", name="答复").fill("样表下月发")
    page.get_by_role("button", name="答复反馈").click()
    change_to(page, site, director)
    page.get_by_role("link", name=title).click()
    expect(page.get_by_text("样表下月发")).to_be_visible()
    page.get_by_label("整改情况").fill("存根已经补齐")
    look(page, f"inspection-{pack}-answer")
    page.get_by_role("button", name="答复整改").click()
    expect(page.get_by_text("等乡镇看")).to_be_visible()
    change_to(page, site, township)
    page.get_by_role("link", name=title).click()
    look(page, f"inspection-{pack}-answered")
    page.get_by_role("button", name="整改通过了").click()
    expect(page.get_by_text("办结").first).to_be_visible()
    look(page, f"inspection-{pack}-closed")


@pytest.mark.clause("O2.3d")
def test_a_violation(page: Page, site: Site, look: Look, pack: str, width: int) -> None:
    township, director, _, village = PEOPLE[pack]
    sign_in(page, site, township)
    page.get_by_role("link", name="检查", exact=True).click()
    page.get_by_role("link", name="违规", exact=True).click()
    page.get_by_role("link", name="登记违规").click()
    option = page.get_by_label("哪个村（社区）").locator("option", has_text=village).first
    page.get_by_label("哪个村（社区）").select_option(value=option.get_attribute("value"))
    page.get_by_label("违规种类").select_option(label={360: "空白盖章", 1440: "擅自带离印章"}[width])
    page.get_by_label("哪天发生的").fill(day(-2))
    page.get_by_label("涉及什么职务").fill("印章保管人")
    page.get_by_label("涉及的人").fill("赵某（示例）")
    page.get_by_label("事实").fill("检查时发现（示例）")
    look(page, f"violation-{pack}-new")
    page.get_by_role("button", name="登记", exact=True).click()
    page.get_by_label("当事人怎样说").fill("说是一时大意")
    page.get_by_role("button", name="记下来").click()
    page.get_by_label("处理情况").fill("已经谈话")
    look(page, f"violation-{pack}-heard")
    page.get_by_role("button", name="记处理").click()
    page.get_by_label("结果").fill("已经改正")
    page.get_by_role("button", name="办结", exact=True).click()
    expect(page.get_by_text("违规办结").first).to_be_visible()
    look(page, f"violation-{pack}-closed")
    change_to(page, site, director)
    page.get_by_role("link", name="违规", exact=True).click()
    look(page, f"violation-{pack}-list")
