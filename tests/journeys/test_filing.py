"""备案: what a committee records of its seal goes to its township, which signs for it or sends it back."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.certificates import cast
from tests.documents.reading import text_of, without_spaces
from tests.journeys.conftest import Aside, Look
from tests.journeys.desk import sit_down
from tests.journeys.site import Site, served
from tests.journeys.test_desks import PLACES
from zhengyin.registers.queries import now
from zhengyin.seals import actions
from zhengyin.seals.queries import seal_of
from zhengyin.shared.days import day_of

pytestmark = [pytest.mark.journey, pytest.mark.parametrize("width", [1440])]
ABOVE = {"huining": "hn.pt.officer", "ordos": "od.as.officer"}
VILLAGES = {"huining": "李家湾村", "ordos": "哈日根图嘎查"}
SAFE = "新办公楼一楼保险柜（示例）"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """A demonstration of its own: nothing of it was signed for yet."""
    with served() as running:
        yield running


def moved(prefix: str, days_ago: int) -> None:
    """The place of keeping was changed so many days ago, and nobody signed for it."""
    at = now() - timedelta(days=days_ago)
    seal = seal_of(cast.VILLAGES[prefix], day_of(now()))
    assert seal and seal.custody_id
    director = cast.officer(f"{prefix}.director")
    actions.move_place(custody_id=seal.custody_id, place="二楼铁皮柜（示例）", actor=director, at=at)


def open_filings(page: Page, site: Site, who: str) -> None:
    sit_down(page, site, who)
    page.get_by_role("link", name="备案", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("印章事项备案")


def form_printed(page: Page) -> str:
    """The words of the 备案表 behind the button."""
    href = page.get_by_role("link", name="打印备案表").get_attribute("href")
    assert href
    return without_spaces(text_of(page.request.get(href).body()))


@pytest.mark.clause("O2.3a", "H3.2.4b")
def test_filed_sent_back_mended_and_signed_for(
    page: Page, site: Site, looks: Look, pack: str, aside: Aside  # type: ignore[type-arg]
) -> None:  # fmt: skip
    prefix, village = PLACES[pack][0], VILLAGES[pack]
    aside(lambda: moved(prefix, 20))

    sit_down(page, site, f"{prefix}.director")
    page.get_by_role("link", name="印章", exact=True).click()
    expect(page.get_by_text("1件过了期限乡镇还没有签收")).to_be_visible()
    looks(page, f"filing-{pack}-seal")
    page.get_by_role("link", name="换地方").press("Enter")
    page.get_by_label("放在哪里").fill(SAFE)
    looks(page, f"filing-{pack}-place")
    page.get_by_label("放在哪里").press("Enter")
    page.get_by_role("link", name="印章事项备案").press("Enter")
    expect(page.get_by_role("row", name=re.compile("改变存放地点.*还有10天"))).to_have_count(1)
    looks(page, f"filing-{pack}-own-list")

    sit_down(page, site, ABOVE[pack])
    expect(page.get_by_text(re.compile("其中1件过了10天"))).to_be_visible()
    looks(page, f"filing-{pack}-township-home")
    open_filings(page, site, ABOVE[pack])
    looks(page, f"filing-{pack}-list")
    page.get_by_role("row", name=re.compile(f"{village}.*改变存放地点.*还有")).get_by_role(
        "link", name="改变存放地点", exact=True
    ).press("Enter")
    expect(page.get_by_text(SAFE)).to_be_visible()
    assert "印章事项备案表" in form_printed(page)
    page.get_by_text("缺东西，退回补正").press("Enter")
    page.get_by_role("button", name="退回补正").press("Enter")  # without a question
    expect(page.get_by_text("要补正什么还没有填").first).to_be_visible()
    looks(page, f"filing-{pack}-no-question")
    page.get_by_label("要补正什么").fill("没有写清楚是哪一间（示例）")
    page.get_by_role("button", name="退回补正").press("Enter")
    expect(page.get_by_text("没有写清楚是哪一间（示例）")).to_be_visible()
    looks(page, f"filing-{pack}-returned")
    one = re.search("filings/(.*)", page.url)
    assert one

    sit_down(page, site, f"{prefix}.director")
    expect(page.get_by_text("1件退回来要补正")).to_be_visible()
    page.get_by_role("link", name="去看").first.click()
    page.get_by_role("link", name=re.compile("^退回补正")).press("Enter")
    page.get_by_role("link", name="改变存放地点", exact=True).press("Enter")
    page.get_by_label("怎样补正的").fill("一楼102室，钥匙在主任处（示例）")
    looks(page, f"filing-{pack}-answering")
    page.get_by_role("button", name="补好了，再报").press("Enter")
    expect(page.get_by_text("一楼102室").first).to_be_visible()

    open_filings(page, site, ABOVE[pack])
    for box in page.get_by_role("checkbox").all():
        box.press("Space")
    page.get_by_role("button", name="签收勾上的").press("Enter")
    expect(page.get_by_text("没有等签收的备案。")).to_be_visible()
    looks(page, f"filing-{pack}-none-open")
    page.get_by_role("link", name=re.compile("^已签收")).press("Enter")
    looks(page, f"filing-{pack}-done")
    page.goto(page.url.split("/filings")[0] + "/" + one[0])
    looks(page, f"filing-{pack}-acknowledged")
    printed = form_printed(page)
    officer = next(one["name"] for one in site.accounts if one["username"] == ABOVE[pack])
    assert officer in printed and "一楼102室" in printed and SAFE in printed
