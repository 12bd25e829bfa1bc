"""下班核对: seal, papers of the day and pad against the registers, by whoever keeps the seal."""

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
HALL = "三社活动室（示例）"
KEPT = {"huining": "村委会办公室保险柜（示例）", "ordos": "嘎查办公室保险柜（示例）"}


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """A demonstration of its own: its day begins with nothing stamped."""
    with served() as running:
        yield running


def to_the_day(page: Page) -> None:
    """From whatever page: the seal's desk, then the last line of it."""
    page.get_by_role("link", name="盖章", exact=True).click()
    page.get_by_role("link", name="下班核对：今天盖了什么").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("，盖了什么")


def carry_out(prefix: str) -> None:
    """Asked for by the clerk, approved, gone: the seal is in a hamlet until this evening."""
    seal = seal_of(cast.VILLAGES[prefix], day_of(now()))
    assert seal
    row = actions.ask_take_out(
        seal_id=seal.id, reason="集中登记，现场盖章（示例）", place=HALL, from_at=now(),
        until_at=now() + timedelta(hours=3), actor=cast.officer(f"{prefix}.clerk"), at=now(),
    )  # fmt: skip
    actions.approve_take_out(take_out_id=row.pk, actor=cast.officer(f"{prefix}.director"), at=now())
    actions.leave_with_seal(take_out_id=row.pk, actor=cast.officer(f"{prefix}.custodian"), at=now())


def spoil_the_torn_slip(page: Page) -> None:
    """What is missing leads to its pad; there it is voided."""
    page.get_by_role("link", name="去办").click()
    page.get_by_role("link", name="补登或作废").first.click()
    page.get_by_text("没有盖过章，作废这一张").click()
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="作废").press("Enter")
    expect(page.get_by_text("原件留在存根旁边")).to_be_visible()


@pytest.mark.clause("H3.2.3a", "H3.2.4b")
def test_seal_papers_and_pad_are_compared(
    page: Page, site: Site, looks: Look, pack: str, aside: Aside  # type: ignore[type-arg]
) -> None:  # fmt: skip
    prefix, stem = PLACES[pack]
    _, receipt = aside(lambda: cast.sealed(prefix))
    assert receipt.number.startswith(stem)

    sit_down(page, site, f"{prefix}.custodian")
    to_the_day(page)  # no pad was printed yet: nothing is asked of one
    expect(page.get_by_label("应急用印单下一张空白的是几号")).to_have_count(0)
    page.get_by_role("link", name="应急单").click()
    page.get_by_label("印几张").fill("2")
    page.get_by_label("印几张").press("Enter")
    pad = page.get_by_role("link", name="打印这一本").get_attribute("href")
    assert pad and "应急0002" in without_spaces(text_of(page.request.get(pad).body()))

    to_the_day(page)
    expect(page.get_by_role("table")).to_contain_text(receipt.number)
    expect(page.locator("section", has_text="印章在哪里").first).to_contain_text(KEPT[pack])
    looks(page, f"day-{pack}-open")
    page.get_by_role("button", name="核对过了，记下来").press("Enter")  # nothing was looked at
    expect(page.get_by_role("alert").or_(page.locator(".refused")).first).to_be_visible()
    looks(page, f"day-{pack}-unanswered")
    page.get_by_label("在，看过了").check()
    page.get_by_label("对不上").check()
    page.get_by_label("应急用印单下一张空白的是几号").fill("9")
    page.get_by_role("button", name="核对过了，记下来").press("Enter")
    expect(page.get_by_text("没有应急0009这一张").first).to_be_visible()
    expect(page.get_by_label("对不上")).to_be_checked()
    looks(page, f"day-{pack}-wrong")
    page.get_by_label("差在哪里").fill("签收单还没有贴上（示例）")
    page.get_by_label("应急用印单下一张空白的是几号").fill("2")
    page.get_by_role("button", name="核对过了，记下来").press("Enter")
    expect(page.get_by_text("撕下来还没有着落")).to_be_visible()
    looks(page, f"day-{pack}-slip-missing")

    spoil_the_torn_slip(page)
    aside(lambda: cast.sealed(prefix))
    to_the_day(page)
    expect(page.get_by_text("核对以后又盖了")).to_be_visible()
    expect(page.get_by_text("撕下来还没有着落")).to_have_count(0)  # it has come to its end since
    aside(lambda: carry_out(prefix))
    page.reload()
    expect(page.locator("section", has_text="印章在哪里").first).to_contain_text(f"已带出，在{HALL}")
    expect(page.get_by_label("在，看过了")).to_have_count(0)  # it is not looked for in its safe
    looks(page, f"day-{pack}-away")
    page.get_by_label("对得上", exact=True).check()
    page.get_by_label("应急用印单下一张空白的是几号").fill("2")
    page.get_by_role("button", name="核对过了，记下来").press("Enter")
    expect(page.get_by_role("heading", level=1).locator("xpath=..")).to_contain_text("核对过了")
    looks(page, f"day-{pack}-done")

    day = page.url
    sit_down(page, site, f"{prefix}.supervisor")
    page.goto(day)
    expect(page.locator("section", has_text="谁核对过")).to_contain_text("登记了2件")
    expect(page.get_by_role("button", name="核对过了，记下来")).to_have_count(0)
    looks(page, f"day-{pack}-supervision")
    page.get_by_role("link", name="‹ 印章").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("印章")
