"""From a real desk to practice: a whole certificate for nothing, and the real desk untouched."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import psycopg
import pytest
from playwright.sync_api import Browser, Page, expect

from tests import harness
from tests.journeys.conftest import Look
from tests.journeys.desk import sign_in
from tests.journeys.site import Site, free_port, served, serving

KEY = "given-to-both-sides"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """A real site that knows the way; a context of its own, for the way is told at the start."""
    there = free_port()
    told = {"ZHENGYIN_PRACTICE_KEY": KEY, "ZHENGYIN_PRACTICE_URL": f"http://127.0.0.1:{there}"}
    database = harness.copy_of(harness.template())
    environment = {**os.environ, "DATABASE_URL": harness.application_url(database)}
    subprocess.run(
        [sys.executable, "-m", "zhengyin.cli", "load", "--practice"], env=environment, cwd=harness.CHECKOUT,
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    practice = serving(database, there, ZHENGYIN_PRACTICE="1", ZHENGYIN_PRACTICE_KEY=KEY)
    with practice, served(**told) as real:
        yield real


def lines_of(site: Site) -> int:
    with psycopg.connect(harness.application_url(site.database)) as connection:
        row = connection.execute("SELECT count(*) FROM ledger_entry").fetchone()
        assert row is not None
        return int(row[0])


def shown(page: Page, office: str) -> list[str]:
    """Log-in name, password and a code nobody used yet."""
    page.get_by_role("link", name="登录名和动态码").click()
    row = page.locator("tbody tr", has=page.get_by_text(office, exact=True))
    return row.locator("td").all_inner_texts()[1:4]


def become(page: Page, office: str) -> None:
    name, password, code = shown(page, office)
    page.context.clear_cookies(name="lx-sessionid")
    row = page.locator("tbody tr", has=page.get_by_text(office, exact=True))
    with page.context.expect_page() as opened:  # the page of the codes stays
        row.get_by_role("link", name="去登录").click()
    entry = opened.value
    expect(entry.get_by_label("登录名")).to_have_value(name)
    entry.get_by_label("密码").fill(password)
    entry.keyboard.press("Enter")
    entry.get_by_label("验证码").fill(code)
    entry.keyboard.press("Enter")
    expect(entry.locator(".me")).to_be_visible()
    page.goto(entry.url)
    entry.close()
    expect(page.locator(".demo b")).to_have_text("练习")
    expect(page).not_to_have_url(re.compile("/account/login/"))


def fresh_code(page: Page, office: str) -> str:
    """The code of the next half minute: the log-in has used the one before."""
    used = page.context.new_page()
    used.goto(re.sub(r"/d/.*", "/practice/", page.url))
    before = shown_code(used, office)
    for _ in range(70):
        if shown_code(used, office) != before:
            break
        used.wait_for_timeout(1000)
        used.reload()
    code = shown_code(used, office)
    used.close()
    return code


def shown_code(page: Page, office: str) -> str:
    row = page.locator("tbody tr", has=page.get_by_text(office, exact=True))
    return row.locator("td").all_inner_texts()[3]


@pytest.mark.journey
@pytest.mark.parametrize("width", [1440], indirect=True)
def test_a_whole_certificate_for_nothing(page: Page, site: Site, look: Look, browser: Browser) -> None:
    sign_in(page, site, "hn.ljw.clerk")
    before = lines_of(site)
    page.locator(".foot").get_by_role("link", name="练习", exact=True).click()
    look(page, "practice-way")
    page.get_by_role("link", name="去练习").click()
    look(page, "practice-entrance")
    page.get_by_role("button", name="开始练习").click()
    expect(page.get_by_role("heading", name="练习村：练习用的登录名")).to_be_visible()
    look(page, "practice-home")

    become(page, "经办人")
    page.keyboard.press("n")
    page.get_by_label("要开什么证明").fill("居住证明")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="居（租）住证明").click()
    page.get_by_label("要证明的是哪一类单位").select_option(label="其他企业、个人")
    page.get_by_label("单位叫什么").fill("练习租赁公司")
    page.get_by_label("常住本村（社区）").check()
    page.get_by_role("button", name="看能不能开").click()
    page.get_by_label("被证明人姓名").fill("练习人")
    page.get_by_label("性别").select_option("女")
    page.get_by_label("现在住哪里").fill("一社1号")
    page.get_by_label("房子是").select_option("自有住房")
    page.get_by_label("从什么时候起住").fill("2010-03-01")
    page.get_by_label("用途").fill("办理租房合同")
    page.get_by_role("button", name="登记申请").click()
    case = page.url
    page.get_by_label("看证件").check()
    page.get_by_role("button", name="收下").click()
    page.get_by_role("button", name="开始核实").click()
    for row in page.locator("fieldset.check:has([name$='-method'])").all():
        row.get_by_label("怎么核实的").select_option(index=1)
        row.get_by_label("看了哪一本").fill("台账第1页")
        row.get_by_label("属实", exact=True).check()
    page.locator(".actbar").get_by_role("button", name="记下核实").click()
    page.get_by_role("button", name="都核实过了，送签批").click()

    become(page, "主任（签批人）")
    page.get_by_role("link", name="练习人").first.click()
    page.get_by_role("radio", name="不是", exact=True).check()
    page.get_by_role("button", name="同意出具").click()
    expect(page.get_by_role("status")).to_contain_text("盖章")

    become(page, "印章保管人")
    page.get_by_role("link", name="看纸面，盖章").first.click()
    page.get_by_label("不是", exact=True).check()
    page.get_by_label("验证码").fill(fresh_code(page, "印章保管人"))
    page.get_by_role("button", name="确认是我").click()
    page.get_by_role("button", name="登记并盖章，1份").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("平头川镇练习村证字〔")
    look(page, "practice-receipt")

    stranger = browser.new_context().new_page()
    there = re.sub(r"/d/.*", "", page.url)
    stranger.goto(f"{there}/v/ABCDEFGHJKLMNPQRSTUVWXYZ23")
    expect(stranger.get_by_role("heading", name="这是练习件，无效")).to_be_visible()
    assert stranger.goto(f"{there}/").status == 404  # type: ignore[union-attr]
    stranger.context.close()

    assert lines_of(site) == before
    page.goto(f"{site.url}/desk")
    expect(page.get_by_role("heading", name="待办")).to_be_visible()  # still at the real desk
    assert page.context.request.get(case.replace(there, site.url)).status == 403
