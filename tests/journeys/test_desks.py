"""One certificate over the desks in a real browser: the clerk with the keyboard, the director, the seal."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Look
from tests.journeys.desk import next_code, sign_in
from tests.journeys.site import Site

PLACES = {
    "huining": ("hn.ljw", "平头川镇李家湾村证字〔"),
    "ordos": ("od.hrgt", "昂素镇哈日根图嘎查证字〔"),
}
ITEM = "ISS-ZQ-01"
NAME = "马桂花"


@pytest.fixture(params=sorted(PLACES))
def pack(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    return chosen


def press_on(page: Page, *typed: str) -> None:
    """Type into the field with the focus and press Enter: it goes on to the next."""
    for words in typed:
        if words:
            page.keyboard.type(words)
        page.keyboard.press("Enter")


def leave(page: Page) -> None:
    page.context.clear_cookies(name="sessionid")


@pytest.mark.journey
def test_one_certificate_over_the_desks(page: Page, site: Site, look: Look, pack: str) -> None:
    prefix, stem = PLACES[pack]
    shown: Callable[[str], None] = lambda name: look(page, f"desk-{pack}-{name}")  # noqa: E731

    sign_in(page, site, f"{prefix}.clerk")
    expect(page.get_by_role("heading", name="待办")).to_be_visible()
    shown("todo-empty")
    page.keyboard.press("n")
    expect(page.get_by_role("heading", name="新申请")).to_be_visible()
    press_on(page, "居住证明")
    expect(page.get_by_role("heading", name="是哪一种？")).to_be_visible()
    shown("found")
    page.keyboard.press("Enter")  # the first finding has the focus
    expect(page).to_have_url(re.compile(f"item={ITEM}"))
    page.get_by_label("要证明的是哪一类单位").select_option(label="其他企业、个人")
    page.get_by_label("单位叫什么").fill("安居房屋租赁公司（示例）")
    page.get_by_label("常住本村（社区）").check()
    page.get_by_role("button", name="看能不能开").click()
    expect(page.get_by_text("可以开。")).to_be_visible()
    shown("question")
    page.get_by_label("被证明人姓名").fill(NAME)
    page.keyboard.press("Enter")
    expect(page.get_by_label("性别")).to_be_focused()
    page.get_by_label("性别").select_option("女")
    page.get_by_label("现在住哪里").fill("三社12号（示例）")
    page.get_by_label("房子是").select_option("自有住房")
    page.get_by_label("从什么时候起住").fill("2010-03-01")
    page.get_by_label("用途").fill("办理租房合同")
    page.get_by_label("要几份").fill("2")
    page.get_by_label("申请人手机").fill("13800000117")
    page.get_by_role("button", name="登记申请").click()
    expect(page.get_by_text("给申请人的查询码")).to_be_visible()
    shown("applied")

    case = page.url.rsplit("/", 1)[1]
    page.get_by_label("看证件").check()
    page.get_by_role("button", name="收下").click()
    page.get_by_role("button", name="开始核实").click()
    expect(page.locator(".actbar .cannot")).to_be_visible()
    shown("verifying")
    for key, informant in (
        ("person", "身份证原件"),
        ("residence", "居住台账第12页"),
        ("since", "三社社长张有福"),
    ):
        row = page.locator(f"fieldset.check:has([name='{key}-method'])")
        row.get_by_label("怎么核实的").select_option(index=1)
        row.get_by_label("看了哪一本").fill(informant)
        row.get_by_label("属实", exact=True).check()
    page.locator(".actbar").get_by_role("button", name="记下核实").click()
    page.get_by_role("button", name="都核实过了，送签批").click()
    expect(page.locator(".actbar")).to_contain_text("签批")
    clerk = page.url
    leave(page)

    sign_in(page, site, f"{prefix}.director")
    expect(page.get_by_role("heading", name="等您定的")).to_be_visible()
    shown("decisions")
    page.get_by_role("link", name=NAME).first.click()
    expect(page.get_by_role("radio", name="不是", exact=True)).not_to_be_checked()
    shown("decision")
    page.get_by_role("radio", name="不是", exact=True).check()
    page.get_by_role("button", name="同意出具").click()
    expect(page.get_by_role("status")).to_contain_text("盖章")
    shown("decided")
    leave(page)

    who = sign_in(page, site, f"{prefix}.custodian")
    expect(page.get_by_role("heading", name="要盖的章")).to_be_visible()
    shown("to-seal")
    page.locator(f"a[href$='{case}']").first.click()
    page.get_by_label("不是", exact=True).check()
    page.get_by_label("验证码").fill(next_code(who["totp_secret"]))
    shown("sealing")
    page.get_by_role("button", name="确认是我").click()
    expect(page.get_by_text("确认是您本人，两分钟内有效")).to_be_visible()
    shown("confirm")
    page.get_by_role("button", name="登记并盖章，2份").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(stem)
    shown("receipt")
    leave(page)

    sign_in(page, site, f"{prefix}.clerk")
    page.goto(clerk)
    box = page.locator("canvas").bounding_box()
    assert box is not None
    page.locator("canvas").scroll_into_view_if_needed()
    box = page.locator("canvas").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 60, steps=5)
    page.mouse.up()
    shown("signed")
    page.get_by_role("button", name="记交付").click()
    expect(page.get_by_text("本人领取，屏幕签名")).to_be_visible()
    shown("delivered")
    page.get_by_role("link", name="登记簿", exact=True).click()
    expect(page.get_by_role("cell", name="马*").first).to_be_visible()
    shown("register")
    page.get_by_label("需要单位").fill("租赁")
    page.get_by_label("姓名（写全）").fill(NAME)
    page.get_by_role("button", name="查").click()
    expect(page.get_by_text("符合条件的共")).to_be_visible()
    expect(page.get_by_label("姓名（写全）")).to_have_value(NAME)
    shown("register-found")
    with page.expect_download() as table:
        page.get_by_role("link", name="导出表格").click()
    assert table.value.suggested_filename.endswith("年.xlsx")
    page.get_by_role("link", name="打印（横向）").click()
    expect(page.get_by_role("heading", name="打印登记簿")).to_be_visible()
    expect(page.get_by_role("link", name="第1本")).to_be_visible()
    shown("register-volumes")
