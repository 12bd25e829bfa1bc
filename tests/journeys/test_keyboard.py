"""新申请 with the keyboard alone, and how many keys the commonest paper takes beside what is typed."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Look
from tests.journeys.desk import sign_in
from tests.journeys.site import Site

TYPED = ("马桂花", "62042219680512002X", "三社12号", "20100301", "办理租房合同")


class Keys:
    """Counts what is pressed beside the words themselves."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1

    def write(self, words: str) -> None:
        self.page.keyboard.type(words)

    def line(self, words: str = "") -> None:
        self.write(words)
        self.press("Enter")


def form(keys: Keys, *, purpose: bool) -> None:
    """The item's form from the first field to 登记申请."""
    page = keys.page
    expect(page.get_by_label("被证明人姓名")).to_be_focused()
    keys.line(TYPED[0])
    keys.press("ArrowDown", "ArrowDown", "Enter")  # 性别: 女
    keys.line(TYPED[1])
    keys.line()  # 户籍在哪里: as the residence
    keys.line(TYPED[2])
    keys.press("ArrowDown", "Enter")  # 房子是
    expect(page.get_by_label("从什么时候起住")).to_be_focused()
    page.get_by_label("从什么时候起住").fill(
        "2010-03-01"
    )  # eight digits, in an order the browser's language sets
    keys.press("Enter")
    expect(page.get_by_label("用途")).to_be_focused()
    keys.line(TYPED[4] if purpose else "")
    keys.line()  # 要几份: 1
    keys.line()  # 手机
    keys.line()  # 打电话来的
    expect(page.get_by_role("button", name="登记申请")).to_be_focused()
    keys.press("Enter")
    expect(page.get_by_text("登记好了")).to_be_visible()


def find(keys: Keys) -> None:
    keys.page.wait_for_load_state()  # the page's keys are a script of its own
    keys.press("n")
    expect(keys.page.get_by_label("要开什么证明")).to_be_focused()
    keys.line("居住证明")
    expect(keys.page.get_by_role("heading", name="是哪一种？")).to_be_visible()
    keys.press("Enter")
    expect(keys.page).to_have_url(re.compile("item=ISS-ZQ-01"))


@pytest.mark.journey
@pytest.mark.parametrize("width", [1440], indirect=True)
def test_from_n_to_registered_without_a_mouse(page: Page, site: Site, look: Look) -> None:
    sign_in(page, site, "hn.ljw.clerk")
    keys = Keys(page)
    find(keys)
    expect(page.get_by_label("要证明的是哪一类单位")).to_be_focused()
    page.get_by_label("要证明的是哪一类单位").select_option(
        label="其他企业、个人"
    )  # arrows, as many as there are classes
    keys.press("Enter")
    keys.line("会宁县安居房屋租赁公司")
    ties = page.locator("#question input[name=tie]")
    expect(ties.first).to_be_focused()
    keys.press("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp")
    place = [ties.nth(at).get_attribute("value") for at in range(ties.count())].index("resident")
    keys.press(*["ArrowDown"] * place, "Space", "Enter")
    keys.line()  # 章盖在哪里: a paper of our own
    expect(page.get_by_role("button", name="看能不能开")).to_be_focused()
    keys.press("Enter")
    form(keys, purpose=True)

    again = Keys(page)
    find(again)
    expect(page.get_by_role("link", name="跟上一件一样")).to_be_focused()
    look(page, "counter-last")
    again.press("Enter")
    expect(page.get_by_label("用途")).to_have_value(TYPED[4])
    form(again, purpose=False)
    assert (keys.pressed, again.pressed) == (30, 19)


@pytest.mark.journey
def test_somebody_rings_up(page: Page, site: Site, look: Look) -> None:
    sign_in(page, site, "od.hrgt.clerk")
    here = re.sub(r"/todo.*", "", page.url)
    page.goto(f"{here}/new?item=ISS-ZQ-01&unit=company&unit_name=安居房屋租赁公司&tie=resident")
    page.get_by_label("被证明人姓名").fill("马桂花")
    page.get_by_label("性别").select_option("女")
    page.get_by_label("现在住哪里").fill("三社12号")
    page.get_by_label("房子是").select_option("自有住房")
    page.get_by_label("从什么时候起住").fill("2010-03-01")
    page.get_by_label("用途").fill("办理租房合同")
    page.get_by_label("申请人手机").fill("13800000117")
    page.get_by_label("打电话来的").check()
    look(page, "telephone")
    page.get_by_role("button", name="登记申请").click()
    expect(page.get_by_text("给申请人的查询码")).to_be_visible()
    expect(page.get_by_text("打电话来的：视频里对着证件看人")).to_be_visible()
    page.get_by_label("熟识", exact=True).check()
    page.get_by_label("熟识的写谁认识").fill("三社社长")
    look(page, "telephone-identity")
    page.get_by_role("button", name="收下").click()
    expect(page.get_by_role("button", name="开始核实")).to_be_visible()


@pytest.mark.journey
def test_the_card_is_at_the_foot_of_the_desk(page: Page, site: Site) -> None:
    sign_in(page, site, "hn.ljw.clerk")
    foot = page.locator(".foot").get_by_role("link", name="一张纸说明书")
    printed = page.context.request.get(str(foot.get_attribute("href")))
    assert printed.headers["content-type"] == "application/pdf" and printed.body().startswith(b"%PDF-")
