"""What touches everybody: locked, a notice with an objection, a meeting, the director's word, open."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Look
from tests.journeys.desk import sign_in
from tests.journeys.site import Site

PLACES = {"huining": ("hn.ljw", "620422115203"), "ordos": ("od.hrgt", "150623103203")}
MATTER = "三社一户申请宅基地，占用村里的公用地（示例）"


def applied(page: Page) -> str:
    """无宅基地证明 at the counter, public interest touched; the address of its case."""
    page.goto(page.url.replace("/todo", "/new") + "?item=ISS-XY-01")
    page.get_by_label("要证明的是哪一类单位").select_option(index=1)
    page.get_by_label("单位叫什么").fill("乡镇政府（示例）")
    page.locator("[name=tie][value=registered]").check()
    page.locator("[name=public][value=yes]").check()
    page.get_by_role("button", name="看能不能开").click()
    page.locator("[name=public_reason]").fill("要占村里的公用地")
    page.get_by_role("button", name="看能不能开").click()
    page.get_by_label("被证明人姓名").fill("马桂花")
    page.get_by_label("性别").select_option("女")
    page.locator("[name=f_subject_identity]").fill("62042219680512002X")
    page.locator("[name=f_household]").fill("三社（示例）")
    page.get_by_label("要几份").fill("1")
    page.locator("[name=f_ledger_year]").fill("2025")
    page.get_by_label("用途").fill("申请宅基地")
    page.get_by_label("申请人手机").fill("13800000117")
    page.get_by_role("button", name="登记申请").click()
    expect(page.locator("#deliberation")).to_contain_text("还没有公示")
    return page.url


def leave(page: Page) -> None:
    page.context.clear_cookies(name="sessionid")


@pytest.mark.journey
@pytest.mark.clause("H3.2.2b", "O2.1d")
def test_a_notice_and_a_meeting_over_the_desks(page: Page, site: Site, look: Look, pack: str) -> None:
    prefix, code = PLACES[pack]
    sign_in(page, site, f"{prefix}.clerk")
    expect(page).to_have_url(re.compile("/todo"))
    case = applied(page)
    look(page, f"deliberation-{pack}-card")
    page.get_by_role("link", name="去公示、议事").click()
    expect(page.get_by_role("heading", name="公示和议事")).to_be_visible()
    look(page, f"deliberation-{pack}-empty")
    page.get_by_label("公示什么事").fill(MATTER)
    page.get_by_label("贴在哪里").fill("村务公开栏")
    page.get_by_role("button", name="登记并张贴").click()
    expect(page.get_by_text("还没有结束")).to_be_visible()
    page.get_by_text("有人提意见，记一条").click()
    page.get_by_label("提了什么意见").fill("那块地是大家走的路")
    page.get_by_role("button", name="记录异议").click()
    expect(page.get_by_text("1条异议还没有答复")).to_be_visible()
    look(page, f"deliberation-{pack}-objection")
    page.get_by_label("怎样处理").select_option("采纳")
    page.get_by_label("怎样答复的").fill("路往北让三米")
    page.get_by_role("button", name="答复异议").click()
    expect(page.get_by_text("答复：路往北让三米")).to_be_visible()

    page.get_by_text("召集会议", exact=True).click()
    page.get_by_label("讨论什么事").fill(MATTER)
    page.get_by_label("在哪里开").fill("会议室")
    page.get_by_role("button", name="登记会议").click()
    today = page.get_by_label("哪天开的").input_value()
    for label, said in (
        ("主持人", "李国栋"), ("应到人数", "31"), ("实到人数", "27"), ("同意票", "20"), ("反对票", "4"),
        ("弃权票", "3"), ("党组织研究的日期", today), ("结论", "同意出具"),
        ("会议记录（名称或编号）", "第3次"),
    ):  # fmt: skip
        page.locator("form[action$='/votes']").get_by_label(label, exact=True).fill(said)
    look(page, f"deliberation-{pack}-votes")
    page.get_by_role("button", name="登记表决").click()
    expect(page.get_by_text("已表决，待确认")).to_be_visible()
    here = page.url
    leave(page)

    sign_in(page, site, f"{prefix}.director")
    page.goto(here)
    expect(page.get_by_text("贴错了、不办了，终止公示")).to_have_count(0)  # somebody objected
    page.locator("summary", has_text="异议成立，没有通过").click()
    page.locator("form[action*='/notices/'][action$='/failure']").get_by_label("原因").fill(
        "改为开会表决（示例）"
    )
    page.get_by_role("button", name="异议成立，没有通过").click()
    expect(page.get_by_text("公示没有通过").first).to_be_visible()
    page.get_by_label("最少要到多少人").fill("21")
    page.get_by_label("最少要多少同意票").fill("14")
    page.get_by_label("这两个数按哪一条定的").fill("议事规则第九条（示例）")
    look(page, f"deliberation-{pack}-confirm")
    page.get_by_role("button", name="确认：表决通过").click()
    expect(page.get_by_text("村民代表会议表决通过。")).to_be_visible()
    look(page, f"deliberation-{pack}-done")
    page.goto(case)
    expect(page.locator("#deliberation")).to_contain_text("已经通过")
    leave(page)

    page.goto(f"/c/{code}")
    expect(page.get_by_text("正在公示")).to_have_count(0)
