"""The desks above the committees and the director's own, looked at on a phone and a desktop."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect
from stdnum.cn import ric

from tests.journeys.conftest import Look
from tests.journeys.desk import sign_in
from tests.journeys.site import Site, served
from zhengyin.seals.roster import HEADINGS

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """A demonstration of its own: here people change their offices, which the other journeys rest on."""
    with served() as running:
        yield running


@dataclass(frozen=True, slots=True)
class Here:
    """Who and what the desks of one place are about."""

    accounts: str
    township: str
    officer: str
    village: str
    director: str
    clerk: str
    other_township: str
    wrong_name: str
    identity_starts: str


PLACES = {
    "huining": Here("hn", "平头川镇", "hn.pt.officer", "李家湾村", "hn.ljw.director", "马秀兰", "会师镇",
                    "三道湾村", "62042219"),
    "ordos": Here("od", "昂素镇", "od.as.officer", "哈日根图嘎查", "od.hrgt.director", "娜仁花", "敖勒召其镇",
                  "某某嘎查", "15062319"),
}  # fmt: skip


@pytest.fixture
def here(pack: str) -> Here:
    """The place of this run."""
    return PLACES[pack]


def identity(body: str) -> str:
    """A well-formed number nobody has."""
    return body + str(ric.calc_check_digit(body + "0"))


def test_the_township_brings_a_village_as_far_as_its_director(
    page: Page, site: Site, look: Look, pack: str, here: Here
) -> None:
    sign_in(page, site, here.officer)
    look(page, f"{pack}-township-home")
    page.get_by_role("link", name="补齐").first.click()
    look(page, f"{pack}-township-committee")
    page.get_by_role("link", name="照信用代码证书确认全称").click()
    page.get_by_label("证书上的机构名称").fill(here.wrong_name)
    page.get_by_role("button", name="确认全称").click()
    look(page, f"{pack}-township-name-wrong")
    expect(page.get_by_label("证书上的机构名称")).to_have_value(here.wrong_name)
    page.get_by_role("link", name="‹").click()
    page.get_by_role("link", name="主任（签批人）", exact=True).click()
    look(page, f"{pack}-township-appoint")
    page.goto(page.url.split("/offices/")[0] + "/committees")
    page.get_by_role("link", name=here.village, exact=True).click()
    look(page, f"{pack}-township-committee-ready")
    page.get_by_role("link", name=f"{here.clerk}：账户").click()
    look(page, f"{pack}-offices-account")


def test_an_account_is_handed_over_on_a_page_to_print(
    page: Page, site: Site, look: Look, width: int, pack: str, here: Here
) -> None:
    sign_in(page, site, here.officer + "2")
    page.get_by_role("link", name="补齐").nth(1 if width == 360 else 2).click()
    page.get_by_role("link", name="委员", exact=True).click()
    page.get_by_label("姓名").fill("王五一")
    page.get_by_label("身份证号码").fill(identity(f"{here.identity_starts}{width % 100}0101000"))
    page.get_by_label("哪次选举的结果").fill("2026年换届选举结果")
    page.get_by_label("选举日期").fill("2026-01-05")
    page.get_by_role("button", name="登记").click()
    page.get_by_role("link", name="王五一：开通账户").click()
    look(page, f"{pack}-offices-open-account")
    page.get_by_role("button", name="开通账户").click()
    expect(page.get_by_text("第一次的密码")).to_be_visible()
    look(page, f"{pack}-offices-handed")


def test_the_director_looks_after_people_and_seal(
    page: Page, site: Site, look: Look, pack: str, here: Here
) -> None:
    sign_in(page, site, here.director)
    page.get_by_role("link", name="人员", exact=True).click()
    look(page, f"{pack}-director-people")
    page.get_by_role("link", name="登记过的电脑").click()
    look(page, f"{pack}-offices-computers")
    page.get_by_role("link", name="人员", exact=True).click()
    page.get_by_role("link", name="委托签批").click()
    look(page, f"{pack}-director-delegate")
    page.get_by_role("link", name="印章", exact=True).click()
    look(page, f"{pack}-committee-seal")
    page.get_by_role("link", name="报失", exact=True).click()
    look(page, f"{pack}-keeping-loss")


def test_a_gacha_hands_its_seal_over_by_the_meetings_decision(page: Page, site: Site, look: Look) -> None:
    sign_in(page, site, "od.hrgt.director")
    page.get_by_role("link", name="印章", exact=True).click()
    page.get_by_role("link", name="办移交").first.click()
    if page.get_by_role("button", name="开始移交").count():
        look(page, "keeping-begin")
        page.get_by_label("调整保管人").check()
        page.get_by_role("button", name="开始移交").click()
    look(page, "keeping-handover")
    page.get_by_role("link", name=re.compile("清点")).click()
    look(page, "keeping-count")
    page.get_by_label("印章完好情况").fill("完好，字迹清晰")
    page.get_by_label("存放处和钥匙").fill("铁皮柜第二格，钥匙两把")
    page.get_by_label("随交档案").fill("登记簿5本")
    page.get_by_role("button", name="记下，编好清单").click()
    page.get_by_role("link", name="登记三方签字").click()
    look(page, "keeping-complete")
    page.get_by_role("button", name="登记，移交完毕").click()
    look(page, "keeping-complete-wrong")
    page.get_by_role("link", name="‹ 印章移交").click()
    page.get_by_role("link", name="指定临时代管人").click()
    look(page, "keeping-acting")


def test_a_township_hands_in_the_roster_of_an_election(page: Page, site: Site, look: Look) -> None:
    sign_in(page, site, "hn.pt.officer2")
    page.get_by_role("link", name="换届名单").click()
    look(page, "township-roster")
    rows = [",".join(HEADINGS), "没有的村,主任,王五一,620422199001010000,,2026-11-18,选举结果"]
    file = {"name": "换届名单.csv", "mimeType": "text/csv", "buffer": "\r\n".join(rows).encode()}
    page.get_by_label("换届名单").set_input_files(files=[file])
    page.get_by_role("button", name="检查名单").click()
    expect(page.get_by_text("本乡镇（街道、苏木）没有这个村（社区）")).to_be_visible()
    look(page, "township-roster-went")


def test_the_county(page: Page, site: Site, look: Look, pack: str, here: Here) -> None:
    sign_in(page, site, f"{here.accounts}.lead")
    look(page, f"{pack}-county-home")
    page.get_by_role("link", name=f"{here.other_township}：任职").click()
    look(page, f"{pack}-offices-page")
    page.get_by_role("link", name="数字").click()
    look(page, f"{pack}-county-figures")


def test_the_three_administrators(page: Page, site: Site, look: Look, pack: str, here: Here) -> None:
    for username in (f"{here.accounts}.{desk}" for desk in ("system", "security", "audit")):
        sign_in(page, site, username)
        look(page, f"administrator-{pack}-{username[3:]}")
        page.get_by_role("link", name="任职", exact=True).click()
        look(page, f"{pack}-administrator-offices")
        if username.endswith(".system"):
            page.get_by_role("link", name="县（旗区）主管部门", exact=True).click()
            look(page, f"{pack}-administrator-appoint")
        if username.endswith(".audit"):
            page.get_by_role("link", name="任免簿").click()
            look(page, f"{pack}-administrator-books")
            page.get_by_role("link", name=here.township).first.click()
            look(page, f"{pack}-administrator-book")
        page.get_by_role("button", name="退出").click()


def test_the_auditors_desk_without_a_letter(
    page: Page, site: Site, look: Look, pack: str, here: Here
) -> None:
    sign_in(page, site, f"{here.accounts}.auditor")
    look(page, f"auditor-{pack}-no-letter")
