"""One paper for a household, the dead among them, applied for and fetched by a nephew; and 自由文字."""

from datetime import date, timedelta
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Look
from tests.journeys.desk import next_code, sign_in
from tests.journeys.site import Site
from tests.journeys.test_desks import PLACES, leave

pytestmark = pytest.mark.journey
ASKED = {"item": "ISS-ZQ-01", "unit": "company", "unit_name": "安居房屋租赁公司（示例）", "tie": "resident"}
FREE = {"for": "门牌情况", "unit": "bank", "unit_name": "会宁县农村信用社（示例）", "tie": "registered",
        "duty": "yes", "can": "yes", "public": "no"}  # fmt: skip
NEPHEW = "李建国"


def confirm(page: Page, *keys: str) -> None:
    """Every fact of the paper, seen in a book."""
    for key in keys:
        row = page.locator(f"fieldset.check:has([name='{key}-method'])")
        row.get_by_label("怎么核实的").select_option(index=1)
        row.get_by_label("看了哪一本").fill("户口簿")
        row.get_by_label("属实", exact=True).check()
    page.locator(".actbar").get_by_role("button", name="记下核实").click()
    page.get_by_role("button", name="都核实过了，送签批").click()
    expect(page.locator(".actbar")).to_contain_text("签批")


def approve(page: Page, case: str, button: str = "同意出具") -> None:
    page.locator(f"a[href$='{case}']").first.click()
    page.get_by_role("radio", name="不是", exact=True).check()
    page.get_by_role("button", name=button).click()
    expect(page.get_by_role("status").first).to_be_visible()


def seal(page: Page, case: str, secret: str) -> None:
    page.locator(f"a[href$='{case}']").first.click()
    page.get_by_label("不是", exact=True).check()
    page.get_by_label("验证码").fill(next_code(secret))
    page.get_by_role("button", name="确认是我").click()
    page.get_by_role("button", name="登记并盖章，1份").click()
    expect(page.get_by_text("登记好了，可以盖章")).to_be_visible()


@pytest.mark.clause("H3.2.3c", "O2.2d")
def test_a_household_through_a_proxy(page: Page, site: Site, look: Look, pack: str) -> None:
    prefix, _ = PLACES[pack]
    sign_in(page, site, f"{prefix}.clerk")
    page.get_by_role("link", name="新申请").first.click()
    page.goto(f"{page.url.split('?')[0]}?{urlencode(ASKED)}")
    for label, words in (("被证明人姓名", "马桂花"), ("现在住哪里", "三社12号（示例）"),
                         ("从什么时候起住", "2010-03-01"), ("用途", "办理租房合同")):  # fmt: skip
        page.get_by_label(label).fill(words)
    page.get_by_label("性别").select_option("女")
    page.get_by_label("房子是").select_option("自有住房")
    page.get_by_text("别人来申请，有代办人，或者一张纸证明几个人").click()
    page.get_by_label("代办人姓名").fill(NEPHEW)
    for _ in range(2):
        page.get_by_role("button", name="再加一位被证明人").click()
    son, father = page.locator("#person-1"), page.locator("#person-2")
    son.get_by_label("姓名").fill("李小明")
    son.get_by_label("公民身份号码").fill("620422199505120005")
    son.get_by_label("是申请人的什么人").fill("儿子")
    father.get_by_label("姓名").fill("马德山")
    father.get_by_label("是申请人的什么人").fill("父亲")
    father.get_by_label("已经去世").check()
    look(page, f"persons-{pack}-form")
    page.get_by_role("button", name="登记申请").click()
    expect(page.get_by_role("main")).to_contain_text("共3人")
    case = page.url.rsplit("/", 1)[1].split("?")[0]

    expect(page.get_by_role("main")).to_contain_text(f"代办人{NEPHEW}还没有委托书")
    mandate = page.locator("#mandate")
    today = date.today()  # noqa: DTZ011 - as the browser's own clock
    mandate.get_by_label("公民身份号码").fill("620422199505120005")
    mandate.get_by_label("是申请人的什么人").fill("侄子")
    mandate.get_by_label("委托书的日期").fill((today - timedelta(days=1)).isoformat())
    mandate.get_by_label("委托到哪天").fill((today + timedelta(days=30)).isoformat())
    mandate.get_by_label("原件留在村（社区）").check()
    mandate.get_by_role("button", name="记委托书").click()
    expect(page.locator("#mandate")).to_contain_text("申请人的侄子")
    look(page, f"persons-{pack}-mandate")
    page.get_by_label("看证件").check()
    page.get_by_role("button", name="收下").click()
    page.get_by_role("button", name="开始核实").click()
    confirm(page, "person", "persons_certified", "residence", "since")
    mine = page.url
    leave(page)

    sign_in(page, site, f"{prefix}.director")
    approve(page, case)
    leave(page)
    who = sign_in(page, site, f"{prefix}.custodian")
    seal(page, case, who["totp_secret"])
    look(page, f"persons-{pack}-sealed")
    leave(page)

    sign_in(page, site, f"{prefix}.clerk")
    page.goto(mine)
    hand_over = page.locator("#hand-over")
    expect(hand_over.get_by_label("谁收的")).to_have_value(NEPHEW)
    page.locator("canvas").scroll_into_view_if_needed()
    box = page.locator("canvas").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 60, steps=5)
    page.mouse.up()
    page.get_by_role("button", name="记交付").click()
    expect(page.locator("#who")).to_contain_text("屏幕签名")
    look(page, f"persons-{pack}-delivered")


@pytest.mark.clause("H3.1b", "H3.1c", "O3.1a")
def test_free_words_with_two_approvers_or_not_at_all(page: Page, site: Site, look: Look, pack: str) -> None:
    prefix, _ = PLACES[pack]
    sign_in(page, site, f"{prefix}.clerk")
    page.get_by_role("link", name="新申请").first.click()
    page.goto(f"{page.url.split('?')[0]}?{urlencode(FREE)}")
    look(page, f"free-{pack}-asked")
    if pack == "ordos":  # its list is closed: nothing to type, a way to go instead
        expect(page.get_by_label("第一件事")).to_have_count(0)
        expect(page.get_by_role("button", name="登记并出告知单")).to_be_visible()
        return
    expect(page.get_by_text("要主任和复核签批人两个人签批")).to_be_visible()
    for label, words in (("纸上的标题", "门牌情况证明"), ("被证明人姓名", "马桂花"),
                         ("第一件事", "马桂花家门口的门牌是三社12号。"), ("用途", "办理贷款")):  # fmt: skip
        page.get_by_label(label).fill(words)
    page.get_by_role("button", name="登记申请").click()
    expect(page.get_by_role("main")).to_contain_text("马桂花家门口的门牌是三社12号。")
    case = page.url.rsplit("/", 1)[1].split("?")[0]
    page.get_by_label("看证件").check()
    page.get_by_role("button", name="收下").click()
    page.get_by_role("button", name="开始核实").click()
    keys = page.locator("[name$='-method']").evaluate_all("all => all.map(one => one.name.slice(0, -7))")
    confirm(page, *keys)
    leave(page)

    sign_in(page, site, f"{prefix}.director")
    approve(page, case)
    leave(page)
    sign_in(page, site, f"{prefix}.deputy")
    look(page, f"free-{pack}-second")
    approve(page, case, "复核同意")
    leave(page)
    who = sign_in(page, site, f"{prefix}.custodian")
    seal(page, case, who["totp_secret"])
    look(page, f"free-{pack}-sealed")
