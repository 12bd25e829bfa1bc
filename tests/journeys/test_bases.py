"""A law is repealed: what rests on it is listed, marked in public, reviewed; then the record is ended."""

from datetime import datetime

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.certificates.cast import page as form_page
from tests.journeys.conftest import Look
from tests.journeys.desk import sit_down
from tests.journeys.site import Site
from zhengyin.shared.days import SHANGHAI

pytestmark = pytest.mark.journey
PLACES = {"huining": ("hn.lead", "620422115203"), "ordos": ("od.lead", "150623103203")}
LAW, NEW = "中国公民收养子女登记办法", "收养登记条例（示例）"
ITEMS = ("收养人婚姻状况和抚养教育被收养人的能力等情况的证明", "夫妻一方不能亲自办理收养登记的书面委托书证明")
OPEN = "依据正在复核，这期间照常办理"


def scan() -> list[FilePayload]:
    return [{"name": "scan.jpg", "mimeType": "image/jpeg", "buffer": form_page(8).data}]


def the_law(page: Page) -> None:
    """From the lead body's tab to the page of the law."""
    page.get_by_role("link", name="依据", exact=True).first.click()
    page.get_by_label("标题、文号、发文机关").fill("收养子女登记")
    page.get_by_role("button", name="查找").click()
    page.get_by_role("link", name=LAW).click()


def reviewed(page: Page, item: str) -> None:
    page.get_by_role("link", name=item).click()
    page.get_by_label("为什么保留").fill("新条例有同样的规定")
    page.get_by_label("现在的依据").fill("《收养登记条例（示例）》第九条")


@pytest.mark.clause("H4.1c")
def test_a_repealed_law_s_entries_are_reviewed(
    page: Page, site: Site, look: Look, pack: str, width: int
) -> None:
    lead, code = PLACES[pack]
    sit_down(page, site, lead)
    the_law(page)
    page.get_by_text("登记废止、修改、被代替").click()
    page.get_by_label("废止", exact=True).check()
    page.get_by_label("从哪天起").fill(datetime.now(tz=SHANGHAI).date().isoformat())
    page.get_by_label("按哪份文件", exact=True).fill(NEW)
    page.get_by_label("那份文件（照片或者PDF，可以不附）").set_input_files(scan())
    look(page, f"bases-{pack}-change")
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.get_by_text("已废止").first).to_be_visible()
    look(page, f"bases-{pack}-repealed")
    here = page.url
    page.goto(f"/c/{code}/guides/ISS-NAT-01")
    expect(page.get_by_text(OPEN)).to_be_visible()
    look(page, f"bases-{pack}-guide")
    page.goto(here)
    page.get_by_role("link", name="2项等复核").click()
    look(page, f"bases-{pack}-reviews")
    reviewed(page, ITEMS[0])
    look(page, f"bases-{pack}-review")
    page.get_by_role("button", name="记下，保留").click()
    expect(page.get_by_role("link", name=ITEMS[0])).to_have_count(0)
    reviewed(page, ITEMS[1])
    page.get_by_role("button", name="记下，保留").click()
    expect(page.get_by_text("没有等复核的")).to_be_visible()
    page.get_by_role("link", name="复核过的").click()
    expect(page.get_by_role("link", name=ITEMS[0]).first).to_be_visible()
    look(page, f"bases-{pack}-reviewed")
    page.goto(f"/c/{code}/bases/adoption_2023")
    expect(page.get_by_text("现在的依据：《收养登记条例（示例）》第九条").first).to_be_visible()
    look(page, f"bases-{pack}-public")
    page.goto(f"/c/{code}/answer?item=ISS-NAT-01")
    expect(page.get_by_text("复核过，保留这一项")).to_be_visible()
    look(page, f"bases-{pack}-answer")
    ended(page, here, code)


def ended(page: Page, here: str, code: str) -> None:
    """The record was a mistake after all: from today it counts for nothing and stays to be read."""
    page.goto(here)
    page.get_by_text("登记错了，作废").first.click()
    page.get_by_label("哪里登记错了").first.fill("示例文件，实际没有废止")
    page.get_by_role("button", name="作废这条登记").first.click()
    expect(page.get_by_text("作废：示例文件，实际没有废止").first).to_be_visible()
    page.goto(f"/c/{code}/bases")
    expect(page.get_by_role("heading", name="清单的依据")).to_be_visible()
    expect(page.get_by_text("已废止")).to_have_count(0)
