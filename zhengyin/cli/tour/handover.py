"""换届: the seal passes to another custodian by a counted list and three signatures."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from zhengyin.cli.tour import clock
from zhengyin.cli.tour import paper as sheets
from zhengyin.cli.tour.page import Value
from zhengyin.cli.tour.words import NotThere

if TYPE_CHECKING:
    from zhengyin.cli.tour.life import Life


def steps(life: "Life") -> list[tuple[str, Callable[[], None]]]:
    """From the custodian to the clerk."""
    return [
        ("换届，主任开始移交印章", partial(begin, life)),
        ("保管人当面清点，编好移交清单", partial(count, life)),
        ("没有三方签字，移交不了", partial(complete_without, life)),
        ("打印移交清单，三方签字，移交完毕", partial(complete, life)),
        ("新的保管人看到印章由自己保管，原来的已经退出登录", partial(look, life)),
    ]


def ground(life: "Life") -> dict[str, Value]:
    """On what the custody rests: the director's letter, or the meeting's decision with its two scans."""
    day = clock.today()
    if not life.place.votes:
        return {"委托书日期": day, "委托书（名称或编号）": "印章保管委托书（示例）"}
    photo = ("minutes.jpg", sheets.written_sheet(), "image/jpeg")
    return {
        "党组织提名日期": day, "村（居）民委员会提名日期": day,
        "会议名称": "居民代表会议（示例）", "会议日期": day,
        "主持人": life.director.account.name, "会议记录（名称或编号）": "居民代表会议记录（示例）",
        "会议记录照片": photo, "签到表照片": photo,
        "应到人数": "45", "实到人数": "40", "同意票": "36", "反对票": "2", "弃权票": "2",
        "最少要到多少人": "23", "最少要多少同意票": "21", "这两个数按哪一条定的": "议事规则（示例）",
    }  # fmt: skip


def begin(life: "Life") -> None:
    """The election was today."""
    browser = life.director.browser
    browser.click("印章")
    browser.click("换保管人，办移交")
    browser.fill({"为什么移交": "换届", "变动日期": clock.today()})
    browser.press("开始移交")
    browser.page.says("还剩10天", "交接期内")


def count(life: "Life") -> None:
    """What the books and pads say is counted by the machine."""
    browser = life.custodian.browser
    browser.click("印章")
    browser.click("去办")
    browser.click("清点，编清单")
    browser.fill({"印章完好情况": "完好，字迹清晰", "存放处和钥匙": "铁皮柜第二格，钥匙两把"})
    browser.fill({"随交档案": "登记簿2本"})
    browser.press("记下，编好清单")
    browser.page.says("铁皮柜第二格，钥匙两把", "工作用印登记簿")


def signatures(life: "Life") -> dict[str, Value]:
    """Who signed, and who keeps the seal from now on."""
    clerk = life.clerk.account.name
    return {
        "三方签字的日期": clock.today(), "移交人": life.custodian.account.name,
        "监交人（监督委员会）": life.supervisor.account.name, "谁": clerk,
        "印章固定放在哪里": "社区办公室保险柜（示例）",
    }  # fmt: skip


def complete_without(life: "Life") -> None:
    """The photograph of the signed list is missing."""
    browser = life.director.browser
    browser.click("印章")
    browser.click("办移交")
    browser.click("登记三方签字")
    browser.fill({**signatures(life), **ground(life)})
    browser.press("登记，移交完毕", unfit=True)
    browser.page.says("签过字的移交清单")
    if browser.page.heading != "登记三方签字，移交完毕":
        raise NotThere("没有签字也移交了")


def complete(life: "Life") -> None:
    """Printed, signed by three, photographed."""
    browser = life.director.browser
    browser.click("‹ 印章移交")
    signed = sheets.signed_slip(browser.fetch("打印移交清单"))
    browser.click("登记三方签字")
    browser.fill({**signatures(life), **ground(life), "签过字的移交清单": ("list.jpg", signed, "image/jpeg")})
    browser.press("登记，移交完毕")
    browser.page.says(f"{life.clerk.account.name}，")


def look(life: "Life") -> None:
    """Each at the own desk; whose office ended is logged out."""
    life.clerk.browser.open("desk")
    life.clerk.browser.click("印章")
    life.clerk.browser.page.says(f"{life.clerk.account.name}（您）")
    life.custodian.browser.open("desk")
    life.custodian.browser.page.says("工作人员登录", "登录名")
