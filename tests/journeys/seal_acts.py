"""What township, director and custodian do to a seal, over their pages; for test_seal_life.py."""

import re
from dataclasses import dataclass
from datetime import datetime

from playwright.sync_api import FilePayload, Page, expect

from tests.documents.reading import picture_of, text_of, without_spaces
from tests.journeys.conftest import Look
from tests.journeys.desk import next_code, printed, sit_down
from tests.journeys.site import Site
from zhengyin.cli.tour.paper import signed_slip, stamped_sheet, written_sheet
from zhengyin.documents import qr
from zhengyin.shared.days import SHANGHAI


@dataclass(frozen=True, slots=True)
class Here:
    """Who and what one place is about; `ending` is the committee that ends there, and who says so."""

    prefix: str
    township: str
    code: str
    village: str
    keeper: str
    ending: str
    ending_code: str
    ending_village: str
    by: str


PLACES = {
    "huining": Here("hn.ljw", "hn.pt.officer", "620422115203", "李家湾村", "张建平", "hn.ptc", "620422115201",
                    "平头川村", "hn.pt.officer"),
    "ordos": Here("od.hrgt", "od.as.officer", "150623103203", "哈日根图嘎查", "斯琴高娃", "od.mg",
                  "150623103213", "明盖嘎查", "od.lead"),
}  # fmt: skip


def photo(data: bytes) -> list[FilePayload]:
    return [{"name": "照片.jpg", "mimeType": "image/jpeg", "buffer": data}]


def paper(page: Page, words: str) -> bytes:
    """What the link with these words prints."""
    href = page.get_by_role("link", name=words).first.get_attribute("href")
    assert href
    return page.request.get(href).body()


def fill(page: Page, **said: str) -> None:
    """Fields by their labels."""
    for label, words in said.items():
        page.get_by_label(label, exact=True).fill(words)


def today() -> str:
    return datetime.now(tz=SHANGHAI).date().isoformat()


def minute() -> str:
    return datetime.now(tz=SHANGHAI).strftime("%Y-%m-%dT%H:%M")


def code_on(pdf: bytes) -> str:
    """The page the square on a sealed paper leads to."""
    return "/v/" + qr.read(picture_of(pdf))[0].rsplit("/", 1)[1]


def to_the_seals(page: Page, site: Site, here: Here, village: str) -> None:
    """A committee's seals at its township."""
    sit_down(page, site, here.township)
    page.get_by_role("link", name=village, exact=True).press("Enter")
    page.get_by_role("link", name=re.compile("^全部印章")).press("Enter")


def order(page: Page, looks: Look, pack: str, reason: str) -> None:
    """制作: without a reason refused, and what was typed stays."""
    page.get_by_role("link", name="制作、更换、补发印章").press("Enter")
    fill(
        page, **{"直径（毫米）": "42", "质料": "铜", "刻制单位": "刻章店（示例）", "公安备案号": "示例第2号"}
    )
    page.get_by_role("radio", name="刊五角星", exact=True).check()
    page.get_by_role("button", name="制作", exact=True).press("Enter")
    expect(page.get_by_text("现在还不能这样办")).to_be_visible()
    expect(page.get_by_label("质料")).to_have_value("铜")
    looks(page, f"seal-{pack}-order")
    fill(page, 为什么换=reason)
    page.get_by_role("button", name="制作", exact=True).press("Enter")
    expect(page.get_by_text("圆形，直径42.0毫米，中央刊五角星")).to_be_visible()


def collect(page: Page, looks: Look, pack: str, who: str) -> None:
    """收缴, with the return slip signed."""
    page.get_by_role("link", name="登记收缴").press("Enter")
    signed = signed_slip(paper(page, "先打印要签字的纸"))
    fill(page, 收缴日期=today(), 交印人=who)
    page.get_by_label("签了字的收缴单，拍一张").set_input_files(photo(signed))
    looks(page, f"seal-{pack}-collect")
    page.get_by_role("button", name="收缴这枚印章").press("Enter")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("已收缴")


def issue(page: Page, looks: Look, pack: str, who: str) -> None:
    """颁发, against the signed receipt."""
    page.get_by_role("link", name="刻好了，颁发").press("Enter")
    signed = signed_slip(paper(page, "打印领取单"))
    fill(page, 刻制日期=today(), 颁发日期=today(), 领取人=who)
    page.get_by_label("签了字的领取单，拍一张").set_input_files(photo(signed))
    looks(page, f"seal-{pack}-issue")
    page.get_by_role("button", name="颁发，启用这枚印章").press("Enter")
    expect(page.locator("section", has_text="4　印章")).to_contain_text("启用")


def keep_impression(page: Page, looks: Look, pack: str) -> None:
    """留存印模: cleaned and measured by the frame printed on the sheet."""
    page.get_by_role("link", name="留存印模").press("Enter")
    pressed = stamped_sheet(paper(page, "先打印印模采集纸"))
    page.get_by_role("button", name="留存印模").press("Enter")  # without a picture
    expect(page.get_by_role("alert").first).to_be_visible()
    looks(page, f"seal-{pack}-no-impression")
    page.get_by_label("印模照片").set_input_files(photo(pressed))
    page.get_by_role("button", name="留存印模").press("Enter")
    expect(page.get_by_text(re.compile("量得约4[12].*对得上"))).to_be_visible()
    assert paper(page, "看印模").startswith((b"\x89PNG", b"\xff\xd8"))


def entrust(page: Page, site: Site, looks: Look, here: Here) -> None:
    """In the way of the place: the director's letter, or the meeting's vote with its two scans."""
    sit_down(page, site, f"{here.prefix}.director")
    page.get_by_role("link", name="印章", exact=True).press("Enter")
    vote = here.prefix == "od.hrgt"
    page.get_by_role("link", name="登记代表会议决定的保管人" if vote else "委托保管人").press("Enter")
    who = page.get_by_label("谁", exact=True)
    who.select_option(
        label=next(one for one in who.locator("option").all_inner_texts() if here.keeper in one)
    )
    fill(page, **{"从哪天起保管": today(), "印章固定放在哪里": "办公室保险柜（示例）"})
    if vote:
        meeting(page)
    else:
        fill(page, 委托书日期=today(), **{"委托书（名称或编号）": "印章保管委托书（示例）"})
    looks(page, f"seal-{here.prefix}-entrust")
    page.get_by_role("button", name="登记保管人").press("Enter")
    expect(page.get_by_text(f"{here.keeper}，")).to_be_visible()


def meeting(page: Page) -> None:
    day = today()
    fill(
        page, 党组织提名日期=day, 会议名称="嘎查村民代表会议（示例）", 会议日期=day, 主持人="巴特尔",
        应到人数="31", 实到人数="27", 同意票="20", 反对票="4", 弃权票="3", 最少要到多少人="21",
        **{"村（居）民委员会提名日期": day, "会议记录（名称或编号）": "会议记录第3号（示例）",
           "最少要多少同意票": "14", "这两个数按哪一条定的": "议事规则第九条（示例）"},
    )  # fmt: skip
    for name in ("会议记录照片", "签到表照片"):
        page.get_by_label(name).set_input_files(photo(written_sheet()))


def stamp(page: Page, site: Site, here: Here) -> str:
    """The custodian's desk: one paper, the question, the code; what its square leads to."""
    who = sit_down(page, site, f"{here.prefix}.custodian")
    page.get_by_role("link", name="看纸面，盖章").first.press("Enter")
    page.get_by_label("一共盖几枚章").fill("1")
    page.get_by_role("radio", name="不是", exact=True).check()
    page.get_by_label("验证码").fill(next_code(who["totp_secret"]))
    page.get_by_role("button", name="确认是我").press("Enter")
    page.get_by_role("button", name=re.compile("^登记并盖章")).press("Enter")
    expect(page).to_have_url(re.compile("/receipt$"))
    return code_on(printed(page, "打印1份"))


def report_loss(page: Page, looks: Look, pack: str, since: str) -> None:
    """Two fields and a button; the seal stands still at once."""
    page.get_by_role("link", name="印章", exact=True).press("Enter")
    page.get_by_role("link", name="报失", exact=True).press("Enter")
    page.get_by_label("最早什么时候可能丢的").fill(since)
    page.get_by_role("button", name="报失，停用印章").press("Enter")  # how is not said yet
    expect(page.get_by_text("经过还没有填").first).to_be_visible()
    looks(page, f"seal-{pack}-loss")
    page.get_by_label("经过").fill("下社走访时装印章的包丢了，已报警（示例）")
    page.get_by_role("button", name="报失，停用印章").press("Enter")
    expect(page.get_by_text(re.compile("停用：报失"))).to_be_visible()
    looks(page, f"seal-{pack}-lost")
    assert "停用公告" in without_spaces(text_of(paper(page, "打印停用公告")))
    page.get_by_role("link", name="那段时间盖的材料").press("Enter")
    looks(page, f"seal-{pack}-doubted")
