"""A committee asks the department about an item; the answer by one link is there for every committee."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Look
from tests.journeys.desk import sit_down
from tests.journeys.site import Site

pytestmark = pytest.mark.journey
PLACES = {  # who leads, who asks, who else reads
    "huining": ("hn.lead", "hn.ljw.clerk", "hn.hsm.clerk"),
    "ordos": ("od.lead", "od.hrgt.clerk", "od.hrgt.director"),
}


@pytest.mark.clause("H4.2c")
def test_a_question_is_asked_answered_by_link_and_read_by_all(
    page: Page, site: Site, look: Look, pack: str, width: int
) -> None:
    lead, asks, reads = PLACES[pack]
    words = f"租房的没有租赁合同，看什么材料？（{width}，示例）"
    sit_down(page, site, lead)
    page.get_by_role("link", name="问部门", exact=True).click()
    page.get_by_role("link", name="各事项的联系部门").click()
    item = page.get_by_label("哪一项")
    item.select_option(index=1)
    code = item.input_value()
    page.get_by_label("联系部门").fill("公安局（示例）")
    page.get_by_label("办公电话").fill("0943-0000902")
    page.get_by_role("button", name="记下").click()
    expect(page.get_by_text("0943-0000902").first).to_be_visible()
    look(page, f"guidance-{pack}-contacts")

    sit_down(page, site, asks)
    page.get_by_role("link", name="问部门", exact=True).click()
    page.get_by_role("link", name="提问", exact=True).click()
    page.get_by_label("哪一项").select_option(value=code)
    page.get_by_label("要问什么").fill("我的手机号13900000000，请回电")
    page.get_by_role("button", name="提问").click()
    expect(page.get_by_text("不要写身份证号码和手机号").first).to_be_visible()
    page.get_by_label("要问什么").fill(words)
    look(page, f"guidance-{pack}-ask")
    page.get_by_role("button", name="提问").click()
    expect(page.get_by_text("等部门答复").first).to_be_visible()

    sit_down(page, site, lead)
    page.get_by_role("link", name="问部门", exact=True).click()
    page.locator("section", has_text=words).get_by_role("link").click()
    link = str(page.get_by_role("link", name="答复的链接").get_attribute("href"))
    page.context.clear_cookies()
    page.goto(link)
    look(page, f"guidance-{pack}-link")
    page.get_by_label("答复人").fill("王科长（示例）")
    page.get_by_label("答复（各村").fill("看水电费单，或者请两名知情人证实。")
    page.get_by_role("button", name="答复", exact=True).click()
    expect(page.get_by_text("答复一次，不能再改")).to_be_visible()

    sit_down(page, site, reads)
    page.get_by_role("link", name="问部门", exact=True).click()
    page.get_by_label("找什么").fill(str(width))
    page.get_by_role("button", name="找", exact=True).click()
    expect(page.get_by_text("看水电费单，或者请两名知情人证实。")).to_be_visible()
    look(page, f"guidance-{pack}-read")
