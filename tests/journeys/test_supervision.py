"""Those who look and do not act: a month signed, committees looked over, figures, a letter of access."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.certificates.cast import HARIGENTU, LIJIAWAN
from tests.journeys.conftest import Look
from tests.journeys.desk import sign_in
from tests.journeys.site import Site, served
from tests.supervision.past import COUNTY, months, put_two_months
from zhengyin.shared.days import SHANGHAI

pytestmark = pytest.mark.journey
NOW = datetime.now(tz=SHANGHAI)


@dataclass(frozen=True, slots=True)
class Here:
    """Who and what one place is about."""

    supervisor: str
    township_officer: str
    lead: str
    auditor: str
    village: str
    township: str


PLACES = {
    "huining": Here("hn.ljw.supervisor", "hn.pt.officer", "hn.lead", "hn.auditor", "李家湾村", "平头川镇"),
    "ordos": Here("od.hrgt.supervisor", "od.as.officer", "od.lead", "od.auditor", "哈日根图嘎查", "昂素镇"),
}


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """A demonstration of its own with two months that are over."""
    with served() as running:
        put_two_months(running.database, LIJIAWAN, COUNTY)
        put_two_months(running.database, HARIGENTU, "150623000000")
        yield running


@pytest.fixture
def here(pack: str) -> Here:
    """The place of this run."""
    return PLACES[pack]


@pytest.mark.clause("O2.3a")
def test_a_member_signs_a_month(
    page: Page, site: Site, look: Look, pack: str, here: Here, width: int
) -> None:
    """On the phone the older month, at the desk the other."""
    month = dict(zip((360, 1440), months(NOW), strict=True))[width]
    sign_in(page, site, here.supervisor)
    expect(page).to_have_url(re.compile("/months$"))
    look(page, f"supervision-{pack}-months")
    page.locator(".same.care").get_by_role("link", name=month.words).click()
    expect(page.get_by_text("中间没有空号")).to_be_visible()
    look(page, f"supervision-{pack}-month")
    page.get_by_label("有什么要问的").fill("第3号是哪家单位？（示例）")
    page.get_by_role("button", name="核对过了，签名").click()
    expect(page.get_by_text("问：第3号是哪家单位？（示例）")).to_be_visible()
    expect(page.get_by_role("button", name="核对过了，签名")).to_have_count(0)
    look(page, f"supervision-{pack}-signed")
    page.get_by_role("link", name="‹ 按月核对").click()
    expect(page.locator(".same.care").get_by_role("link", name=month.words)).to_have_count(0)


def test_the_township_looks_over_its_committees(
    page: Page, site: Site, look: Look, pack: str, here: Here
) -> None:
    sign_in(page, site, here.township_officer)
    page.get_by_role("link", name="登记簿", exact=True).click()
    look(page, f"oversight-{pack}-registers")
    page.get_by_role("link", name=f"{here.village}：看登记簿").click()
    expect(page.get_by_text("导出表格")).to_be_visible()
    look(page, f"oversight-{pack}-register")
    page.get_by_role("link", name="打印（横向）").click()
    expect(page.get_by_role("heading", name="打印登记簿")).to_be_visible()
    page.get_by_role("link", name="数字").click()
    look(page, f"oversight-{pack}-figures-township")


def test_the_county_reads_its_figures(page: Page, site: Site, look: Look, pack: str, here: Here) -> None:
    sign_in(page, site, here.lead)
    page.get_by_role("link", name="数字").click()
    look(page, f"oversight-{pack}-figures")
    page.get_by_label("范围").select_option(label=here.township)
    page.get_by_role("button", name="看", exact=True).click()
    expect(page).to_have_url(re.compile("place="))
    page.get_by_role("link", name="登记簿", exact=True).click()
    page.get_by_label("乡镇（街道、苏木）").select_option(label=here.township)
    page.get_by_role("button", name="查").click()
    expect(page.get_by_role("link", name=f"{here.village}：看登记簿")).to_be_visible()
    look(page, f"oversight-{pack}-registers-county")


def test_a_letter_opens_exactly_what_it_says(
    page: Page, site: Site, look: Look, pack: str, here: Here, width: int
) -> None:
    number = f"〔2026〕{width}号（示例）"
    sign_in(page, site, here.lead)
    page.get_by_role("link", name="调阅函").click()
    page.get_by_role("link", name="登记调阅函").click()
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.get_by_role("alert").first).to_be_visible()
    look(page, f"letter-{pack}-wrong")
    page.get_by_label("哪个单位的调阅函").fill("县纪委监委（示例）")
    page.get_by_label("编号").fill(number)
    page.get_by_label("调阅的人").select_option(index=1)
    page.get_by_label("另一个人").select_option(index=2)
    page.get_by_role("group", name="看哪几本").get_by_label("为村（居）民出具证明事项登记簿").check()
    page.get_by_label("从哪天", exact=False).first.fill((NOW - timedelta(days=120)).date().isoformat())
    page.get_by_label("到哪天（含当天）").fill(NOW.date().isoformat())
    page.get_by_label("到哪天为止（含当天）").fill((NOW + timedelta(days=10)).date().isoformat())
    township = page.locator("details", has_text=here.township).first
    township.locator("summary").click()
    township.get_by_label(here.village, exact=True).check()
    look(page, f"letter-{pack}-form")
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.get_by_text(number)).to_be_visible()
    look(page, f"letter-{pack}-list")
    page.get_by_role("button", name="退出").click()
    expect(page.get_by_role("button", name="退出")).to_have_count(0)

    sign_in(page, site, here.auditor)
    look(page, f"auditor-{pack}-letters")
    card = page.locator("section", has_text=number)
    card.get_by_role("button", name="打开").click()
    expect(page.get_by_text("这以外的不显示")).to_be_visible()
    look(page, f"auditor-{pack}-book")
    page.get_by_role("button", name="打印登记簿").click()
    expect(page.get_by_text("每一页都印着")).to_be_visible()
    look(page, f"auditor-{pack}-print")
