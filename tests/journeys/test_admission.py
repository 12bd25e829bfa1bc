"""An item is proposed, consulted on, concluded, published, at once issuable; ended, at once refused."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.certificates.cast import page as form_page
from tests.journeys.conftest import Look
from tests.journeys.desk import sit_down
from tests.journeys.site import Site
from zhengyin.shared.days import SHANGHAI

pytestmark = pytest.mark.journey
PLACES = {
    "huining": ("hn.lead", "hn.pt.officer", "hn.ljw.clerk", "620422115203", 28 + 6),
    "ordos": ("od.lead", "od.as.officer", "od.hrgt.clerk", "150623103203", 5),
}
SAMPLE = "【姓名】，公民身份号码【公民身份号码】，户住本村【住址】，自来水由其接着用。"
WRITTEN = {
    "申请单位": "供水公司（示例）", "联系人": "王主任", "办公电话": "0943-0000900",
    "文件名称": "示例供水管理办法",
    "文号": "示例〔2026〕1号", "第几条": "第八条", "办理用途": "供水单位办理过户",
    "具体的工作要求": "说明由谁接着用水",
    "为什么不能用证照、信息共享或者告知承诺代替": "没有证照，没有共享数据，不能承诺",
    "村（居）委会怎样核实": "经办人和社长都知道",
    "办什么、用来做什么": "说明自来水由谁接着用", "谁开": "住所所在的村委会", "什么条件可以开": "户在本村",
    "要带什么（一行一样）": "居民身份证", "怎样办": "申请、核实、签批、盖章", "多长时间办好": "当场办结",
    "谁要这份证明": "供水单位", "样表的标题": "情况说明", "证明怎样写": SAMPLE,
}  # fmt: skip


def day(ahead: int = 0) -> str:
    return (datetime.now(tz=SHANGHAI) + timedelta(days=ahead)).date().isoformat()


def scan() -> list[FilePayload]:
    return [{"name": "scan.jpg", "mimeType": "image/jpeg", "buffer": form_page(8).data}]


def lead_at(page: Page, site: Site, who: str) -> None:
    sit_down(page, site, who)
    page.get_by_role("link", name="准入", exact=True).first.click()


def submit(page: Page) -> None:
    page.get_by_label("盖了章的申请表").set_input_files(scan())
    page.get_by_label("哪天收到的").fill(day())
    page.get_by_role("button", name="收下", exact=True).click()
    page.get_by_role("button", name="受理", exact=True).click()


@pytest.mark.clause("H2.2a", "H2.2b", "H2.2c", "H2.2d", "H2.2e", "O3.2a")
def test_an_item_comes_on_the_list_and_goes(
    page: Page, site: Site, look: Look, pack: str, width: int
) -> None:
    lead, township, clerk, code, least = PLACES[pack]
    item = f"农村自来水户主变更情况说明{width}"
    lead_at(page, site, lead)
    look(page, f"admission-{pack}-board")
    page.get_by_role("link", name="申请准入").click()
    page.get_by_label("事项名称").fill(item)
    for label, words in WRITTEN.items():
        page.get_by_label(label, exact=True).fill(words)
    page.get_by_label("属于哪一类").select_option(value="residents_need")
    page.get_by_label("户籍在本村（社区）", exact=True).check()
    page.get_by_label("当场办结", exact=True).check()
    page.get_by_label("经办人熟悉情况").check()
    look(page, f"admission-{pack}-form")
    page.get_by_role("button", name="存下来").click()
    expect(page.get_by_text("还没有填全")).to_have_count(0)
    look(page, f"admission-{pack}-draft")
    submit(page)
    asked = consulted(page, site, lead, township, f"admission-{pack}", look)
    assert asked >= least
    concluded_and_published(page, item, width, pack, look)
    page.goto(f"/c/{code}/issuable")
    expect(page.get_by_role("link", name=item).first).to_be_visible()
    sit_down(page, site, clerk)
    page.get_by_role("link", name=re.compile("新申请")).first.click()
    page.get_by_role("searchbox").or_(page.locator("input[name=q]")).first.fill(item)
    page.keyboard.press("Enter")
    expect(page.get_by_text(item).first).to_be_visible()
    look(page, f"admission-{pack}-counter")
    ended(page, site, PLACES[pack], item, width, pack)


def consulted(page: Page, site: Site, lead: str, township: str, name: str, look: Look) -> int:
    """Ask, let one answer at its desk, one on paper, the rest by link; weigh, sum up. How many were asked."""
    page.get_by_label("答复期限").fill(day(10))
    page.get_by_role("button", name="开始征求意见").click()
    here = page.url
    look(page, f"{name}-asked")
    sit_down(page, site, township)
    page.get_by_role("link", name="准入", exact=True).first.click()
    page.locator("section", has_text="请您答复").get_by_role("link").last.click()
    page.get_by_label("有意见建议", exact=True).check()
    page.get_by_label("意见建议（无意见的不填）").fill("只在没有过户协议时开")
    look(page, f"{name}-answering")
    page.get_by_role("button", name="答复", exact=True).click()
    expect(page.get_by_text("只在没有过户协议时开")).to_be_visible()
    sit_down(page, site, lead)
    page.goto(here)
    page.get_by_text("录入纸质答复").first.click()
    entry = page.locator("details[open]")
    entry.get_by_label("无意见", exact=True).check()
    entry.get_by_label("答复人").fill("赵科长")
    entry.get_by_label("纸上的日期").fill(day())
    entry.get_by_label("盖了章的答复").set_input_files(scan())
    entry.get_by_role("button", name="录入").click()
    expect(page.get_by_text("纸质答复").first).to_be_visible()
    links = [str(one.get_attribute("href")) for one in page.get_by_role("link", name="答复的链接").all()]
    page.goto(links[0])
    page.get_by_label("答复人").fill("张主任")
    look(page, f"{name}-opinion")
    page.get_by_role("button", name="无意见").click()
    expect(page.get_by_text("已经答复")).to_be_visible()
    for link in links[1:]:
        page.goto(link)
        page.get_by_label("答复人").fill("张主任")
        page.get_by_role("button", name="无意见").click()
        expect(page.get_by_text("已经答复")).to_be_visible()
    page.goto(here)
    page.get_by_label("采纳", exact=True).check()
    page.get_by_label("理由").fill("写进办理条件")
    look(page, f"{name}-weighing")
    page.get_by_role("button", name="记下").click()
    page.get_by_label("意见汇总").fill("一条意见，采纳了")
    page.get_by_role("button", name="汇总，等联审会议").click()
    expect(page.get_by_text("等联审会议").first).to_be_visible()
    look(page, f"{name}-summed")
    return len(links) + 2


def concluded_and_published(
    page: Page, item: str, width: int, pack: str, look: Look | None, ahead: int = 0
) -> None:
    page.get_by_role("link", name="准入", exact=True).first.click()
    page.get_by_role("link", name="联审会议").click()
    page.get_by_role("link", name=re.compile("召集会议")).click()
    page.get_by_label("会议名称").fill(f"联审会议{width}-{ahead}（示例）")
    page.get_by_label("在哪里开").fill("会议室")
    page.get_by_label("哪天开").fill(day())
    page.get_by_role("button", name="召集").click()
    page.get_by_label("主持人").fill("高明远")
    page.get_by_label("同意", exact=True).check()
    for one in page.get_by_label("到会", exact=True).all():
        one.check()
    page.get_by_label("会议纪要、签到、会签单").set_input_files(scan())
    if look:
        look(page, f"admission-{pack}-meeting")
    page.get_by_role("button", name="登记结果").click()
    expect(page.get_by_text("开过了")).to_be_visible()
    page.get_by_role("link", name="准入", exact=True).first.click()
    page.get_by_role("link", name="公布", exact=True).click()
    said = {
        "决定的标题": f"关于{item}的决定（示例）", "文号": f"示例〔2026〕{width}-{ahead}号",
        "签发人": "高明远",
        "合法性审核单位": "司法局（示例）", "合法性审核日期": day(), "印发日期": day(),
        "从哪天起施行": day(ahead),
    }  # fmt: skip
    for label, words in said.items():
        page.get_by_label(label).fill(words)
    page.get_by_label("决定的扫描件").set_input_files(scan())
    if look:
        look(page, f"admission-{pack}-publish")
    page.get_by_role("button", name="公布", exact=True).click()
    page.get_by_role("link", name=re.compile("办完的")).click()
    expect(page.get_by_role("link", name=item).first).to_be_visible()


def ended(
    page: Page, site: Site, place: tuple[str, str, str, str, int], item: str, width: int, pack: str
) -> None:
    """Ended from tomorrow on: today's list still has it, tomorrow's has the way instead."""
    lead, township, _, code, _ = place
    lead_at(page, site, lead)
    page.get_by_role("link", name="申请退出").click()
    page.get_by_label("申请单位", exact=True).fill("供水公司（示例）")
    page.get_by_label("联系人", exact=True).fill("王主任")
    page.get_by_label("办公电话", exact=True).fill("0943-0000900")
    page.get_by_label("哪一项").select_option(label=item)
    page.get_by_label("从哪天起停止").fill(day(1))
    page.get_by_label("为什么退出").fill("供水单位自己能查")
    page.get_by_label("以后怎样办").fill("带身份证到供水所办理")
    page.get_by_role("button", name="存下来").click()
    submit(page)
    consulted(page, site, lead, township, f"exit-{pack}", lambda page, name: None)
    concluded_and_published(page, item, width, pack, None, ahead=1)
    page.goto(f"/c/{code}/on?day={day()}")
    expect(page.get_by_text(item).first).to_be_visible()
    page.goto(f"/c/{code}/versions")
    expect(page.get_by_text("新立1条，止1条").first).to_be_visible()
