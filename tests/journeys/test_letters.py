"""A refusal with its letter to the unit, from the counter over the director's phone to the answer."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Look
from tests.journeys.desk import sign_in
from tests.journeys.site import Site
from tests.journeys.test_desks import PLACES, leave

UNIT = "中国农业银行（示例）支行"
ASKED = {"item": "PROH-08", "unit": "bank", "unit_name": UNIT, "tie": "registered"}


@pytest.mark.journey
def test_the_unit_is_written_to(page: Page, site: Site, look: Look, pack: str, width: int) -> None:
    prefix, _ = PLACES[pack]
    unit = f"{UNIT}{width}"  # the two widths share one village
    sign_in(page, site, f"{prefix}.clerk")
    page.get_by_role("link", name="新申请").first.click()
    page.goto(f"{page.url.split('?')[0]}?{urlencode({**ASKED, 'unit_name': unit})}")
    page.get_by_label("谁要开").fill("马桂花")
    page.get_by_role("button", name="登记并出告知单").click()
    page.get_by_role("link", name="给单位发告知函").click()
    look(page, f"letter-{pack}-draft")
    page.get_by_role("button", name="送负责人签发").click()
    expect(page.get_by_text("等负责人签发").first).to_be_visible()
    leave(page)

    sign_in(page, site, f"{prefix}.director")
    page.get_by_role("link", name="等您定的").click()
    look(page, f"letter-{pack}-list")
    page.get_by_role("link", name=unit).click()
    expect(page.get_by_text("要求出具的依据")).to_be_visible()
    look(page, f"letter-{pack}-director")
    page.get_by_role("button", name="同意发函").click()
    expect(page.get_by_text("已签发，等送出").first).to_be_visible()
    leave(page)

    sign_in(page, site, f"{prefix}.clerk")
    page.get_by_role("link", name=unit).click()
    page.get_by_label("负责人已经在纸上签了名").check()
    page.get_by_label("由申请人带去").check()
    look(page, f"letter-{pack}-sending")
    page.get_by_role("button", name="记送出").click()
    expect(page.get_by_text("已送出，等答复").first).to_be_visible()
    page.get_by_label("对方给出的依据").fill("《某办法（示例）》第七条")
    page.get_by_role("button", name="对方给出了依据").click()
    expect(page.get_by_role("link", name="按这个依据重新申请")).to_be_visible()
    look(page, f"letter-{pack}-answered")
