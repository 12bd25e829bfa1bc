"""A clerk logs in, registers the counter's computer, and a colleague takes over with a PIN."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Look
from tests.journeys.desk import next_code
from tests.journeys.site import Site

pytestmark = pytest.mark.journey


def account(site: Site, username: str) -> dict[str, str]:
    return next(one for one in site.accounts if one["username"] == username)


def log_in(page: Page, look: Look, who: dict[str, str]) -> None:
    page.goto("/account/login/")
    page.get_by_label("登录名").fill(who["username"])
    page.get_by_label("密码").fill("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_text("登录名或密码不对")).to_be_visible()
    expect(page.get_by_label("登录名")).to_have_value(who["username"])
    look(page, "login-wrong")
    page.get_by_label("密码").fill(who["password"])
    page.keyboard.press("Enter")
    expect(page.get_by_label("验证码")).to_be_visible()
    look(page, "login-code")
    page.get_by_label("验证码").fill(next_code(who["totp_secret"]))
    page.keyboard.press("Enter")
    expect(page.get_by_label("验证码")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("/account/login/"))


def test_a_clerk_logs_in_sets_a_pin_and_takes_over_with_it(
    page: Page, site: Site, look: Look, width: int
) -> None:
    who = account(site, "hn.ljw.clerk" if width == 360 else "od.hrgt.clerk")
    log_in(page, look, who)
    page.goto("/account/")
    look(page, "account")
    page.get_by_label("这台电脑叫什么").fill("便民大厅1号电脑")
    page.get_by_label("新口令（6位数字）").fill("258036")
    page.get_by_label("验证码（动态码、码表或短信）").fill(next_code(who["totp_secret"]))
    page.get_by_role("button", name="登记这台电脑并设口令").click()
    expect(page.get_by_role("button", name="设口令", exact=True)).to_be_visible()
    page.get_by_role("button", name="退出登录").click()
    page.get_by_role("link", name="这台电脑登记过，用口令登录").click()
    look(page, "switch")
    page.get_by_label(who["name"]).check()
    page.get_by_label("6位口令").fill("258036")
    page.get_by_role("button", name="换成这个人").click()
    expect(page.get_by_label("6位口令")).to_have_count(0)
    page.goto("/account/")
    expect(page.get_by_text(who["username"])).to_be_visible()
