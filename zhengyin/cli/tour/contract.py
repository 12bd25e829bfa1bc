"""A contract: the committee's own or the collective's? Then a vote, and only then it is approved."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from zhengyin.cli.tour import clock
from zhengyin.cli.tour.form import photographed
from zhengyin.cli.tour.page import Value
from zhengyin.cli.tour.words import NotThere, text_of

if TYPE_CHECKING:
    from zhengyin.cli.tour.life import Life

COPIES = "2"
MAJOR = "对外签订合同"
RULES = "本社区居民代表会议议事规则（示例）"


def decided(life: "Life") -> list[tuple[str, Callable[[], None]]]:
    """As far as the approval."""
    return [
        ("经办人申请在合同上盖章：是集体经济组织的事，这里不盖", partial(ask, life)),
        ("是居委会的事：收下，先公示或者表决", partial(ask_again, life)),
        ("经办人登记居民代表会议的表决", partial(vote, life)),
        ("主任确认表决通过，签批合同", partial(approve, life)),
    ]


def request(life: "Life", whose: str) -> dict[str, Value]:
    """The form: a photograph of the first page."""
    return {
        "盖好以后交给村（居）民个人吗？": "不交给个人", "用印内容": life.contract,
        "写好的材料": photographed("contract", 12), "盖几份": COPIES,
        "是不是重大事项": MAJOR, "是重大事项的：这是谁的事": whose,
    }  # fmt: skip


def ask(life: "Life") -> None:
    """The collective has a seal of its own."""
    browser = life.clerk.browser
    browser.click("工作用印")
    browser.click("申请用印")
    browser.fill({"属于用印范围里的哪一项": first_choice(life), **request(life, "村集体经济组织的事")})
    browser.press("送负责人签批", unfit=True)
    browser.page.says("由集体经济组织用自己的章")


def first_choice(life: "Life") -> str:
    """The first entry of the scope list of this place."""
    options = life.clerk.browser.page.soup.select("select[name=scope] optgroup option")
    if not options:
        raise NotThere("用印范围是空的")
    return text_of(options[0])


def ask_again(life: "Life") -> None:
    """What was typed still stands there, the photograph is chosen again."""
    browser = life.clerk.browser
    browser.fill({"写好的材料": photographed("contract", 12), "是重大事项的：这是谁的事": "村（居）委会的事"})
    browser.press("送负责人签批")
    browser.page.says(life.contract, "还没有公示，也没有开会表决")


def vote(life: "Life") -> None:
    """Called and held the same day."""
    browser, day = life.clerk.browser, clock.today()
    browser.click("去公示、议事")
    browser.fill({"什么会": "居民代表会议", "讨论什么事": "门面租给谁、租多少钱", "在哪里开": "社区会议室"})
    browser.fill({"哪天开": day})
    browser.press("登记会议")
    browser.fill({
        "哪天开的": day, "主持人": life.director.account.name, "应到人数": "45", "实到人数": "40",
        "同意票": "36", "反对票": "2", "弃权票": "2", "党组织研究的日期": day, "结论": "同意出租",
        "会议记录（名称或编号）": "居民代表会议记录（示例）",
    })  # fmt: skip
    browser.press("登记表决")
    browser.page.says("应到45人，实到40人", "表决结果等主任确认")


def approve(life: "Life") -> None:
    """First the vote, then the paper: the numbers that pass are those of the community's own rules."""
    browser = life.director.browser
    browser.click("等您定的")
    browser.click("去看工作用印")
    browser.click(life.contract)
    browser.click("去公示、议事")
    browser.fill({"最少要到多少人": "23", "最少要多少同意票": "21", "这两个数按哪一条定的": RULES})
    browser.press("确认：表决通过")
    browser.click(f"‹ {life.contract}")
    browser.press("同意用印")
    browser.page.says("签批了，等用印")
