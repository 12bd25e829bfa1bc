"""The seal goes to a hamlet and comes back: asked, agreed, stamped there and not at the office, returned."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.certificates import cast
from tests.journeys.conftest import Aside, Look
from tests.journeys.desk import next_code, sit_down
from tests.journeys.site import Site, served
from tests.journeys.test_desks import PLACES

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """A demonstration of its own: other journeys stamp at the office meanwhile."""
    with served() as running:
        yield running


@pytest.fixture(params=sorted(PLACES))
def pack(request: pytest.FixtureRequest) -> str:
    """Both places."""
    chosen: str = request.param
    return chosen


def answer(page: Page, code: str) -> None:
    """What is asked before the seal."""
    page.get_by_label("一共盖几枚章").fill("1")
    page.get_by_role("radio", name="不是", exact=True).check()
    page.get_by_label("验证码").fill(code)


@pytest.mark.clause("H3.2.4b")
def test_out_and_back(
    page: Page, site: Site, look: Look, pack: str, width: int, aside: Aside  # type: ignore[type-arg]
) -> None:  # fmt: skip
    prefix, stem = PLACES[pack]
    place = f"三社活动室{width}"
    aside(lambda: cast.approved(prefix))

    sit_down(page, site, f"{prefix}.clerk")
    page.get_by_role("link", name="印章带出", exact=True).click()
    page.get_by_role("link", name="申请带出印章").click()
    page.get_by_label("带到哪里").fill(place)
    page.get_by_label("带到哪里").press("Enter")
    page.get_by_role("button", name="送主任批准").press(
        "Enter"
    )  # the reason is missing: what was typed stays
    expect(page.get_by_text("为什么要带出还没有填").first).to_be_visible()
    expect(page.get_by_label("带到哪里")).to_have_value(place)
    look(page, f"take-out-{pack}-missing")
    page.get_by_label("为什么要带出").fill("集中登记，现场盖章（示例）")
    page.get_by_role("button", name="送主任批准").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"带到{place}")
    look(page, f"take-out-{pack}-asked")

    sit_down(page, site, f"{prefix}.director")
    page.get_by_role("link", name="等您定的").click()
    look(page, f"take-out-{pack}-director")
    page.locator("p.same", has_text=place).get_by_role("link", name="去看").click()
    page.get_by_role("button", name="同意带出").click()
    look(page, f"take-out-{pack}-approved")

    custodian = sit_down(page, site, f"{prefix}.custodian")
    page.get_by_role("link", name="盖章", exact=True).click()
    page.locator("p.same", has_text=place).get_by_role("link", name="去看").click()
    look(page, f"take-out-{pack}-leaving")
    page.get_by_role("button", name="现在带出").click()
    expect(page.get_by_text("带出以后还没有登记过用印")).to_be_visible()

    page.get_by_role("link", name="盖章", exact=True).click()
    expect(page.get_by_text(f"印章已带出，在{place}").first).to_be_visible()
    look(page, f"take-out-{pack}-away")
    page.get_by_role("link", name="看纸面，盖章").last.click()
    answer(page, "000000")
    page.get_by_role("button", name="确认是我").click()  # at the office: not while it is outside
    expect(page.get_by_text(f"印章已带出，在{place}，不能在保管处盖").first).to_be_visible()
    look(page, f"take-out-{pack}-refused")
    answer(page, next_code(custodian["totp_secret"]))
    page.get_by_label("我带着印章，就在那里盖").check()
    page.get_by_role("button", name="确认是我").click()
    look(page, f"take-out-{pack}-confirm")
    page.get_by_role("button", name="登记并盖章").click()
    expect(page.get_by_text(re.compile(re.escape(stem))).first).to_be_visible()

    sit_down(page, site, f"{prefix}.director")
    page.get_by_role("link", name="印章", exact=True).click()
    look(page, f"take-out-{pack}-seal")
    page.get_by_role("link", name="印章携带外出登记").click()
    page.get_by_role("link", name=place, exact=True).click()
    expect(page.get_by_role("complementary")).to_contain_text(stem)
    expect(page.get_by_role("complementary")).to_contain_text("1次")
    page.get_by_role("button", name="登记归还").click()
    expect(page.get_by_text("已归还", exact=True).first).to_be_visible()
    look(page, f"take-out-{pack}-back")
    page.get_by_role("link", name="‹ 印章带出").click()
    look(page, f"take-out-{pack}-register")
