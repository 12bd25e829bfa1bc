"""Several papers at once: read and decided together, sealed with one proof of who it is."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.certificates import cast
from tests.journeys.conftest import Aside, Look
from tests.journeys.desk import next_code, printed, sign_in
from tests.journeys.site import Site
from tests.journeys.test_desks import PLACES, leave

pytestmark = pytest.mark.journey


@pytest.mark.clause("H3.2.2a", "H3.2.3a")
def test_three_decided_and_two_sealed_together(
    page: Page, site: Site, look: Look, pack: str, aside: Aside  # type: ignore[type-arg]
) -> None:  # fmt: skip
    prefix, stem = PLACES[pack]
    cases = aside(lambda: [cast.verified(prefix) for _ in range(3)])

    sign_in(page, site, f"{prefix}.director")
    for case in cases:
        page.locator(f"input[name=paper][value='{case}']").check()
    look(page, f"together-{pack}-ticked")
    page.get_by_role("button", name="勾上的一起看、一起定").click()
    answers = page.get_by_role("radio", name="不是", exact=True)
    for at in range(2):
        answers.nth(at).check()
    page.get_by_role("radio", name=re.compile("^是")).nth(2).check()
    look(page, f"together-{pack}-answered")
    page.get_by_role("button", name="同意出具，3件").click()
    expect(page.get_by_text("已签批", exact=True)).to_have_count(2)
    expect(page.get_by_text("没有签批", exact=True)).to_have_count(1)
    look(page, f"together-{pack}-decided")
    leave(page)

    who = sign_in(page, site, f"{prefix}.custodian")
    for case in cases[:2]:
        page.locator(f"input[name=paper][value='{case}']").check()
    expect(page.locator(f"input[name=paper][value='{cases[2]}']")).to_have_count(0)
    page.get_by_role("button", name="勾上的一起盖章").click()
    for at in range(2):
        page.get_by_role("radio", name="不是", exact=True).nth(at).check()
    page.get_by_label("验证码").fill(next_code(who["totp_secret"]))
    look(page, f"together-{pack}-sealing")
    page.get_by_role("button", name="确认是我").click()
    page.get_by_role("button", name="登记并盖章，2份").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2件登记好了")
    expect(page.get_by_role("link", name=re.compile(re.escape(stem)))).to_have_count(2)
    look(page, f"together-{pack}-sealed")
    page.reload()  # a lost connection shows the same, and nothing is sealed again
    expect(page.get_by_role("heading", level=1)).to_have_text("2件登记好了")

    page.get_by_role("link", name="打印", exact=True).first.click()
    assert printed(page, "打印1份").startswith(b"%PDF")
    page.reload()
    expect(page.get_by_role("main")).to_contain_text("第一次打印")
    page.locator("input[name=reason]").first.check()
    look(page, f"together-{pack}-printed")
