"""The city asks nine banners about a draft: by link, at a desk, on paper, one silent; what became of it."""

import re

import psycopg
import pytest
from playwright.sync_api import Page, expect

from tests import harness
from tests.journeys.conftest import Look
from tests.journeys.desk import sit_down
from tests.journeys.site import Site
from tests.journeys.test_admission import day, scan
from zhengyin.cli.packs_folder import PACKS
from zhengyin.consultation.example import load_example

pytestmark = pytest.mark.journey
BANNERS, POLICE = 9, "鄂尔多斯市公安局（示例）"
TABLE = "consultation_consultation"
# A week passes: what was sent lies that much further back. By the owner's hand, for the application may not.
A_WEEK_PASSES = f"""
ALTER TABLE {TABLE} DISABLE TRIGGER consultation_guard;
UPDATE {TABLE} SET due_on = due_on - 7, sent_at = sent_at - interval '7 days' WHERE title = %(title)s;
ALTER TABLE {TABLE} ENABLE TRIGGER consultation_guard;
"""


def draft_of_the_city() -> str:
    example = load_example(PACKS / "ordos")
    assert example is not None
    return example.text


@pytest.mark.clause("O0a", "O0b")
def test_nine_banners_are_asked_and_it_is_published_what_became_of_it(
    page: Page, site: Site, look: Look, width: int
) -> None:
    title = f"关于出具证明工作的实施意见{width}（示例）（征求意见稿）"
    here = sent(page, site, look, width, title)
    every = page.get_by_role("link", name=re.compile("^填报的链接")).all()
    links = [str(one.get_attribute("href")) for one in every]
    assert len(links) == BANNERS + 1
    at_its_desk(page, site, title)
    by_link(page, look, width, links)
    sit_down(page, site, "od.city")
    page.goto(here)
    on_paper(page, look, width)
    table = page.locator("table", has_text="各单位报了什么")
    expect(table.locator("tbody tr").first).to_contain_text("复制提醒文字")
    look(page, f"consultation-{width}-returned")
    expect(page.get_by_role("button", name="截止，开始研究意见")).to_be_disabled()
    with psycopg.connect(harness.owner_url(site.database), autocommit=True) as owner:
        for statement in A_WEEK_PASSES.strip().split(";\n"):
            owner.execute(statement, {"title": title} if "%(title)s" in statement else None)
    page.reload()
    expect(table.locator("tbody tr").first).to_contain_text("逾期没有报全")
    page.get_by_role("button", name="截止，开始研究意见").click()
    weighed_and_published(page, look, width)
    taken_up(page, site, look, width, title)


def sent(page: Page, site: Site, look: Look, width: int, title: str) -> str:
    """Pasted, cut, put right, sent; the address of the page."""
    sit_down(page, site, "od.city")
    page.get_by_role("link", name="征求意见", exact=True).first.click()
    look(page, f"consultation-{width}-board")
    page.get_by_role("link", name="起草", exact=True).click()
    page.get_by_label("标题").fill(title)
    page.get_by_label("正文").fill(draft_of_the_city())
    page.get_by_label("联系人").fill("乌兰（示例）")
    page.get_by_label("办公电话").fill("0477-0000327")
    look(page, f"consultation-{width}-draft")
    page.get_by_role("button", name="存下来，看分条").click()
    expect(page.get_by_text("正文，11条")).to_be_visible()
    page.get_by_role("link", name="修改，调整分条").click()
    text = page.get_by_label("正文").input_value()
    page.get_by_label("正文").fill(text.replace("二、规范证明事项\n\n", "二、规范证明事项\n"))
    page.get_by_role("button", name="存下来，看分条").click()
    expect(page.get_by_text("正文，10条")).to_be_visible()
    page.get_by_text("加附件").click()
    page.get_by_label("附件名称").fill("证明事项清单（空表）")
    page.get_by_label("文件（照片或者PDF）").set_input_files(scan())
    page.get_by_role("button", name="加上").click()
    page.get_by_label("哪天以前答复").fill(day(6))
    page.get_by_label("几点以前").fill("16:00")
    page.get_by_label("还发给哪些单位").fill(POLICE)
    look(page, f"consultation-{width}-sending")
    page.get_by_role("button", name="发出征求意见").click()
    expect(page.get_by_text(f"{BANNERS + 1}个单位，{BANNERS + 1}个没有报全")).to_be_visible()
    look(page, f"consultation-{width}-sent")
    return page.url


def at_its_desk(page: Page, site: Site, title: str) -> None:
    """鄂托克前旗 has opinions on two clauses, lists an item and names its liaison, in one go."""
    sit_down(page, site, "od.lead")
    page.get_by_role("link", name="征求意见", exact=True).first.click()
    page.locator("section", has_text="请您答复").get_by_role("link", name=title).click()
    page.get_by_text("对哪一条有意见").click()
    page.get_by_label("对“二、(二)”的意见").fill("建议写明样式由谁统一")
    page.get_by_label("对“三、(一)”的意见").fill("建议推迟一个月")
    page.get_by_text("填事项", exact=True).click()
    page.get_by_label("第1项：事项名称").fill("同住情况说明（示例）")
    page.get_by_label("第1项：设定依据").fill("《示例办法》第八条")
    page.get_by_label("联络人姓名").fill("李联络（示例）")
    page.get_by_label("联络人办公电话").fill("0477-0000555")
    page.get_by_role("button", name="送出填好的").click()
    expect(page.get_by_text("2条意见")).to_be_visible()


def by_link(page: Page, look: Look, width: int, links: list[str]) -> None:
    """All but 达拉特旗 (paper) and 伊金霍洛旗 (silent); one has an opinion, then says that it has none."""
    for number, link in enumerate([*links[:2], *links[3:8], links[-1]]):
        page.goto(link)
        if page.get_by_text("2条意见").count():  # 鄂托克前旗 has answered at its desk
            continue
        page.get_by_label("答复人").fill("经办人（示例）")
        if number == 0:
            look(page, f"consultation-{width}-link")
            page.get_by_text("对哪一条有意见").click()
            page.get_by_label("对全文的意见").fill("建议分两步走")
            page.get_by_role("button", name="送出填好的").click()
            expect(page.get_by_text("1条意见")).to_be_visible()
            page.get_by_label("答复人").fill("经办人（示例）")
            page.get_by_label("对全文的意见").fill("")
        page.get_by_role("button", name="无意见").click()
        expect(page.get_by_text("报了 无意见")).to_be_visible()


def on_paper(page: Page, look: Look, width: int) -> None:
    """What came back stamped."""
    page.get_by_role("link", name=re.compile("^录入纸质答复：达拉特旗")).click()
    page.get_by_label("答复人").fill("赵科长")
    page.get_by_label("哪天收到的").fill(day())
    page.get_by_label("盖了章的答复").set_input_files(scan())
    page.get_by_label("无意见", exact=True).check()
    page.get_by_label("没有要报的事项", exact=True).check()
    page.get_by_label("联络人姓名").fill("王联络（示例）")
    page.get_by_label("联络人办公电话").fill("0477-0000556")
    look(page, f"consultation-{width}-paper")
    page.get_by_role("button", name="录入", exact=True).click()
    expect(page.get_by_text("王联络（示例） 0477-0000556")).to_be_visible()


def weighed_and_published(page: Page, look: Look, width: int) -> None:
    """One opinion is adopted, one is not; everybody reads why, and nobody's telephone."""
    expect(page.get_by_text("意见，2条，采纳0条")).to_be_visible()
    look(page, f"consultation-{width}-weighing")
    for taken, because in (("采纳", "写进第二条"), ("不采纳", "期限由上级文件定")):
        form = page.locator("details[open] form", has_text="采纳吗").first
        form.get_by_label(taken, exact=True).check()
        form.get_by_label("理由").fill(because)
        form.get_by_role("button", name=re.compile("^记下")).click()
        expect(page.get_by_text(because).first).to_be_visible()
    page.get_by_role("button", name="公布采纳情况").click()
    page.get_by_role("link", name="公开的采纳情况").click()
    shown = page.locator("main")
    for words in ("建议写明样式由谁统一", "写进第二条", "建议推迟一个月", "期限由上级文件定", POLICE,
                  "征求意见稿，不是生效的文件", "没有答复的单位"):  # fmt: skip
        expect(shown).to_contain_text(words)
    for hidden in ("0000555", "李联络", "王联络", "建议分两步走"):
        expect(shown).not_to_contain_text(hidden)
    silent = page.get_by_role("heading", name="没有答复的单位").locator("xpath=following-sibling::p[1]")
    expect(silent).to_have_text(re.compile("^伊金霍洛旗[^、]*$"))
    look(page, f"consultation-{width}-result")
    page.goto("/c/150623103203/consultations")
    look(page, f"consultation-{width}-results")


def taken_up(page: Page, site: Site, look: Look, width: int, title: str) -> None:
    """What the banner listed is a draft of admission there."""
    sit_down(page, site, "od.lead")
    page.get_by_role("link", name="征求意见", exact=True).first.click()
    page.get_by_role("link", name=re.compile("^已公布")).click()
    page.get_by_role("link", name=title).click()
    look(page, f"consultation-{width}-listed")
    page.get_by_role("button", name=re.compile("^起草准入申请")).click()
    expect(page.get_by_role("heading", name="准入：同住情况说明（示例）")).to_be_visible()
    expect(page.get_by_text("正在填写")).to_be_visible()
