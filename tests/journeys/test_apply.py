"""A resident makes an appointment on a telephone, sees how it goes, and calls it off."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Look

pytestmark = pytest.mark.journey
VILLAGES = {"huining": "620422115203", "ordos": "150623103203"}


def next_question(page: Page) -> None:
    page.get_by_role("button", name="下一题").click()


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


@pytest.mark.clause("H1a")
@pytest.mark.parametrize("pack", VILLAGES)
def test_an_appointment_from_the_answer_to_its_end(page: Page, look: Look, pack: str) -> None:
    page.goto(f"/c/{VILLAGES[pack]}/answer?item=ISS-ZQ-01&tie=registered")
    page.get_by_role("link", name="预约", exact=True).click()
    heading(page, "哪里要这张证明？")
    look(page, f"{pack}-apply-unit")
    page.get_by_label("银行").first.check()
    page.get_by_label("单位叫什么").fill("中国农业银行")
    next_question(page)
    page.get_by_label("用途").fill("申请农户小额贷款")
    next_question(page)
    heading(page, "您是谁？")
    page.go_back()
    heading(page, "拿去做什么用？")
    page.go_back()
    heading(page, "哪里要这张证明？")
    page.go_forward()
    page.go_forward()
    heading(page, "您是谁？")
    page.get_by_label("您的身份证号码").fill("62042219680512000")
    next_question(page)
    expect(page.get_by_text("您的姓名还没有填").first).to_be_visible()
    look(page, f"{pack}-apply-wrong")
    page.get_by_label("您的身份证号码").fill("")
    page.get_by_label("您的姓名").fill("马桂花")
    page.get_by_label("您的电话").fill("13800001234")
    next_question(page)
    page.get_by_label("我的家人").check()
    look(page, f"{pack}-apply-whom")
    page.get_by_label("那个人的姓名").fill("李秀英")
    page.get_by_label("您是那个人的什么人").fill("女儿")
    next_question(page)
    page.get_by_label("户籍在本村（社区）", exact=True).check()
    next_question(page)
    heading(page, "证明上要写的")
    look(page, f"{pack}-apply-facts")
    page.get_by_label("性别").select_option("女")
    page.get_by_label("现在住哪里（到门牌）").fill("三社12号")
    page.get_by_label("房子是").select_option("自有住房")
    page.get_by_label("从什么时候起住").fill("2009-03-01")
    next_question(page)
    page.get_by_label("我自己来").check()
    next_question(page)
    heading(page, "看一遍，对不对？")
    look(page, f"{pack}-apply-check")
    page.get_by_role("button", name=re.compile("改.?用途")).click()
    expect(page.get_by_label("用途")).to_have_value("申请农户小额贷款")
    next_question(page)
    page.get_by_role("button", name="提交预约").click()
    look(page, f"{pack}-apply-sent")
    code = page.get_by_role("heading", level=1).inner_text()
    page.go_back()
    heading(page, "看一遍，对不对？")
    page.get_by_role("button", name="提交预约").click()
    heading(page, code)
    page.get_by_role("link", name="查进度").first.click()
    look(page, f"{pack}-track")
    page.get_by_label("查询码").fill(code)
    page.get_by_label("电话最后4位").fill("1234")
    page.get_by_role("button", name="查", exact=True).click()
    heading(page, "等收下")
    page.get_by_text("不办了，撤回").click()
    look(page, f"{pack}-tracked")
    page.get_by_label("不用办了").check()
    page.get_by_role("button", name="撤回").click()
    heading(page, "已经撤回")
    look(page, f"{pack}-withdrawn")
