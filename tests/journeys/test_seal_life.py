"""A seal's life: made when the old one comes in, kept, lost, made anew; destroyed with its committee."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.certificates import cast
from tests.journeys.conftest import Aside, Look
from tests.journeys.desk import sit_down
from tests.journeys.seal_acts import (
    PLACES,
    Here,
    code_on,
    collect,
    entrust,
    fill,
    issue,
    keep_impression,
    minute,
    order,
    photo,
    report_loss,
    stamp,
    to_the_seals,
    today,
)
from tests.journeys.site import Site, served
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.papers import sealed_pdf
from zhengyin.cli.tour.paper import written_sheet
from zhengyin.regions.names import organization_id

pytestmark = [pytest.mark.journey, pytest.mark.parametrize("width", [1440])]
DOUBTED = "印章报失后出具，待核"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """A demonstration of its own: here seals go and committees end."""
    with served() as running:
        yield running


@pytest.fixture
def here(pack: str) -> Here:
    """The place of this run."""
    return PLACES[pack]


def sealed(here: Here) -> bytes:
    """A paper of the committee that ends; its clerk keeps the seal."""
    case = cast.approved(here.ending, at=organization_id(f"committee:{here.ending_code}"))
    cast.seal(case, cast.officer(f"{here.ending}.clerk"))
    return sealed_pdf(Certificate.objects.get(pk=case))


@pytest.mark.clause("H3.2.1a", "H3.2.1b", "H3.2.1c", "H3.2.4a", "O2.3b")
def test_made_kept_lost_and_made_anew(
    page: Page, site: Site, looks: Look, pack: str, here: Here, aside: Aside  # type: ignore[type-arg]
) -> None:  # fmt: skip
    director = next(one for one in site.accounts if one["username"] == f"{here.prefix}.director")["name"]
    to_the_seals(page, site, here, here.village)
    looks(page, f"seal-{pack}-all")
    order(page, looks, pack, "磨损，字迹不清（示例）")
    expect(page.get_by_text("还没有收缴")).to_be_visible()  # greyed: the old one comes in first
    expect(page.get_by_role("link", name="刻好了，颁发")).to_have_count(0)
    keep_impression(page, looks, pack)
    looks(page, f"seal-{pack}-engraving")
    new = page.url
    page.get_by_role("link", name=re.compile("的印章$")).press("Enter")
    page.get_by_role("row", name=re.compile("启用")).get_by_role("link").press("Enter")
    collect(page, looks, pack, here.keeper)
    looks(page, f"seal-{pack}-collected")
    page.goto(new)
    issue(page, looks, pack, director)
    looks(page, f"seal-{pack}-issued")

    entrust(page, site, looks, here)
    aside(lambda: cast.approved(here.prefix))
    since = minute()
    code = stamp(page, site, here)
    report_loss(page, looks, pack, since)
    page.get_by_role("link", name="盖章", exact=True).press("Enter")
    expect(page.get_by_text("印章由您保管")).to_have_count(0)
    page.context.clear_cookies()
    page.goto(f"/c/{here.code}")
    expect(page.get_by_role("heading", name="印章停用公告")).to_be_visible()
    looks(page, f"seal-{pack}-notice")
    page.goto(code)
    expect(page.get_by_role("heading", level=1)).to_have_text(DOUBTED)
    looks(page, f"seal-{pack}-verify")

    sit_down(page, site, here.township)
    page.get_by_role("link", name=here.village, exact=True).press("Enter")
    page.get_by_role("link", name="补发印章").press("Enter")
    fill(page, **{"直径（毫米）": "42", "公安备案号": "示例第3号"})
    page.get_by_role("button", name="制作", exact=True).press("Enter")
    issue(page, looks, pack, director)  # the lost one bars nothing
    page.goto(code)
    expect(page.get_by_role("heading", level=1)).to_have_text(DOUBTED)  # and stays in doubt


@pytest.mark.clause("H3.2.1d")
def test_a_committee_ends_and_its_seal_is_destroyed(
    page: Page, site: Site, looks: Look, pack: str, here: Here, aside: Aside  # type: ignore[type-arg]
) -> None:  # fmt: skip
    """In 会宁 its township says so, merged; in 鄂尔多斯 the banner, abolished."""
    code = aside(lambda: code_on(sealed(here)))
    sit_down(page, site, here.by)
    if here.by == here.township:
        page.get_by_role("link", name=here.ending_village, exact=True).press("Enter")
        page.get_by_role("link", name="撤销或者合并了，登记").press("Enter")
        page.get_by_label("合并到别的村（社区）").check()
        to = page.get_by_label("合并到哪里").locator("option", has_text=here.village).first
        page.get_by_label("合并到哪里").select_option(value=to.get_attribute("value"))
    else:
        page.get_by_role("link", name="登记撤并").press("Enter")
        page.get_by_text(re.compile("^昂素镇（")).press("Enter")
        looks(page, f"ending-{pack}-county")
        page.get_by_role("link", name=f"{here.ending_village}撤并了").press("Enter")
        page.get_by_label("撤销", exact=True).check()
    fill(page, **{"从哪天起": today(), "批准文件（名称和文号）": "政发〔2026〕12号（示例）"})
    looks(page, f"ending-{pack}-form")
    page.get_by_role("button", name="登记，停用印章").press("Enter")
    expect(page.get_by_text("撤并").first).to_be_visible()
    looks(page, f"ending-{pack}-recorded")
    page.goto(f"/c/{here.ending_code}")
    expect(page.get_by_text("这个村（居）民委员会已经撤并")).to_be_visible()
    expect(page.get_by_text("值班")).to_have_count(0)  # nobody is there any more
    looks(page, f"ending-{pack}-public")
    page.goto(code)
    expect(page.get_by_role("heading", level=1)).to_have_text("登记在案，现行有效")

    sit_down(page, site, f"{here.ending}.director")
    page.get_by_role("link", name="印章", exact=True).press("Enter")
    expect(page.get_by_text("请把印章交给")).to_be_visible()
    looks(page, f"ending-{pack}-own-seal")
    to_the_seals(page, site, here, here.ending_village)
    page.get_by_role("row", name=re.compile("停用")).get_by_role("link").press("Enter")
    collect(page, looks, f"{pack}-ended", "原主任（示例）")
    page.get_by_role("link", name="登记销毁").press("Enter")
    fill(
        page,
        销毁日期=today(),
        在哪里销毁的="镇政府院内（示例）",
        怎样销毁的="锯断",
        见证人一="王五",
        见证人二="王五",
    )
    page.get_by_role("button", name="登记销毁").press("Enter")  # one witness twice
    expect(page.get_by_text("现在还不能这样办")).to_be_visible()
    looks(page, f"ending-{pack}-one-witness")
    fill(page, 见证人二="赵六")
    page.get_by_label("销毁记录或者照片").set_input_files(photo(written_sheet()))
    page.get_by_role("button", name="登记销毁").press("Enter")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("已销毁")
    looks(page, f"ending-{pack}-destroyed")
