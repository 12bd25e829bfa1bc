"""遗失: reported in a minute, told to everybody, and a new seal given out against a signed receipt."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from zhengyin.cli.tour import clock, stranger
from zhengyin.cli.tour import paper as sheets
from zhengyin.cli.tour import resident as village
from zhengyin.cli.tour.cast import Resident
from zhengyin.cli.tour.handover import ground
from zhengyin.cli.tour.officers import Custodian
from zhengyin.cli.tour.page import Photo
from zhengyin.cli.tour.words import NotThere

if TYPE_CHECKING:
    from zhengyin.cli.tour.life import Life

DOUBTED = "印章报失后出具，待核"


def steps(life: "Life") -> list[tuple[str, Callable[[], None]]]:
    """The clerk keeps the seal by now; in the end the former custodian does again."""
    keeper = Custodian.in_place_of(life.clerk)
    return [
        ("经办人办一份居住证明，主任签批", partial(prepare, life, life.before)),
        ("等新保管人的验证码", keeper.phone.wait),
        ("新的保管人盖章", partial(seal_the_doubted, life, keeper)),
        ("保管人报失：一小时前可能就丢了，印章立即停用", partial(report, keeper)),
        ("报失以后谁也盖不了", partial(nobody_stamps, keeper)),
        ("社区的网页上有停用公告", partial(read_notice, life)),
        ("扫那份证明的方码：印章报失后出具，待核", partial(scan_the_doubted, life)),
        ("保管人看到那段时间盖的材料", partial(list_the_doubted, life, keeper)),
        ("乡镇登录，补发印章：写明样子、质料、备案号", partial(order, life)),
        ("乡镇留存印模，凭签了字的领取单颁发", partial(issue, life)),
        ("主任把新章交给原来的保管人", partial(entrust, life)),
        ("经办人再办一份，主任签批", partial(prepare, life, life.after)),
        ("保管人登录", life.custodian.log_in),
        ("等保管人的验证码", life.custodian.phone.wait),
        ("保管人用新章盖章，查验：登记在案，现行有效", partial(seal_the_good, life)),
    ]


def prepare(life: "Life", resident: Resident) -> None:
    """At the counter, verified and approved."""
    life.clerk.browser.click("待办")
    life.clerk.register(resident)
    life.clerk.open_case(resident)
    life.clerk.accept()
    life.clerk.verify()
    life.director.approve(resident)


def seal_the_doubted(life: "Life", keeper: Custodian) -> None:
    """Nobody knows yet that the seal is in other hands."""
    _, pdf, _ = keeper.seal(life.before)
    life.doubted = sheets.path_in(sheets.address_in(pdf))


def report(keeper: Custodian) -> None:
    """Two fields and a button."""
    keeper.browser.click("印章")
    keeper.browser.click("报失")
    keeper.browser.fill(
        {"最早什么时候可能丢的": clock.moment(-1), "经过": "下楼时装印章的包丢了，已报警（示例）"}
    )
    keeper.browser.press("报失，停用印章")
    keeper.browser.page.says("已停用", "不能盖章")


def nobody_stamps(keeper: Custodian) -> None:
    """The desk says it first."""
    keeper.browser.click("盖章")
    if "印章由您保管" in keeper.browser.page.words:
        raise NotThere("报失以后，盖章的页面上还写着印章由您保管")


def read_notice(life: "Life") -> None:
    """No log-in."""
    village.find_village(life.outside, life.place)
    life.outside.page.says("印章停用公告", "报失停用", "暂时不能盖章")


def scan_the_doubted(life: "Life") -> None:
    """What whoever holds the paper reads first."""
    life.outside.open(life.doubted)
    if life.outside.page.heading != DOUBTED:
        raise NotThere(f"查验结果不是“{DOUBTED}”，是“{life.outside.page.heading}”")


def list_the_doubted(life: "Life", keeper: Custodian) -> None:
    """The paper stands in the list with its number."""
    keeper.browser.click("印章")
    keeper.browser.click("那段时间盖的材料")
    keeper.browser.page.says(life.place.book)


def order(life: "Life") -> None:
    """补发, in place of the lost one."""
    life.township.log_in()
    browser = life.township.browser
    browser.click(f"{life.place.village}社区")
    browser.click("补发印章")
    browser.fill({
        "为什么换": "原章遗失，补发", "形状": "圆形", "直径（毫米）": "42", "中央五角星": "刊五角星",
        "质料": "铜", "刻制单位": "刻章店（示例）", "公安备案号": "示例备案第2号",
    })  # fmt: skip
    browser.press("制作")
    browser.page.says("刻制中", "圆形，直径42.0毫米")


def issue(life: "Life") -> None:
    """The receipt signed, the impression on the printed sheet: its diameter is measured."""
    browser, day = life.township.browser, clock.today()
    receipt: Photo = ("receipt.jpg", sheets.signed_slip(browser.fetch("打印领取单")), "image/jpeg")
    pressed = sheets.stamped_sheet(browser.fetch("打印印模采集纸"))
    browser.click("刻好了，颁发")
    browser.fill({
        "刻制日期": day, "颁发日期": day, "领取人": life.director.account.name,
        "签了字的领取单，拍一张": receipt,
        "印模（盖在印模采集纸上，拍一张）": ("impression.jpg", pressed, "image/jpeg"),
    })  # fmt: skip
    browser.press("颁发，启用这枚印章")
    browser.click("全部印章")
    browser.click(f"{life.place.village}社区居民委员会")  # the one in use stands first
    browser.page.says("启用", "量得")


def entrust(life: "Life") -> None:
    """In the way of the place."""
    browser = life.director.browser
    browser.click("印章")
    browser.click("登记代表会议决定的保管人" if life.place.votes else "委托保管人")
    browser.fill({"谁": life.custodian.account.name, "从哪天起保管": clock.today()})
    browser.fill({"印章固定放在哪里": "社区居委会档案室（示例）", **ground(life)})
    browser.press("登记保管人")
    browser.page.says(f"{life.custodian.account.name}，")


def seal_the_good(life: "Life") -> None:
    """The new seal's first paper."""
    number, pdf, _ = life.custodian.seal(life.after)
    stranger.scan(life.outside, sheets.path_in(sheets.address_in(pdf)), number)
