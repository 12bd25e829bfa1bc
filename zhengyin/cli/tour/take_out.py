"""带出: asked for, approved, used outside and nowhere else, brought back with the list of its uses."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from zhengyin.cli.tour import clock
from zhengyin.cli.tour.contract import COPIES
from zhengyin.cli.tour.page import Value
from zhengyin.cli.tour.words import NotThere, text_of

if TYPE_CHECKING:
    from zhengyin.cli.tour.life import Life

PLACE = "老年活动室（示例）"


def steps(life: "Life") -> list[tuple[str, Callable[[], None]]]:
    """The contract is stamped outside."""
    return [
        ("保管人申请带出印章", partial(ask, life)),
        ("主任批准带出", partial(approve, life)),
        ("保管人带出", partial(leave, life)),
        ("等保管人的验证码", life.custodian.phone.wait),
        ("印章在外面，在保管处不能盖；就在那里盖合同", partial(stamp, life)),
        ("保管人登记归还，带出期间的用印列得清", partial(bring_back, life)),
        ("工作用印登记簿上有这一行", partial(read_register, life)),
    ]


def ask(life: "Life") -> None:
    """For the next two hours."""
    browser = life.custodian.browser
    browser.click("印章")
    browser.click("印章携带外出登记")
    browser.click("申请带出印章")
    browser.fill({"为什么要带出": "到老年活动室集中办理", "带到哪里": PLACE})
    browser.fill({"从什么时候": clock.moment(), "最晚什么时候归还": clock.moment(2)})
    browser.press("送主任批准")
    browser.page.says("等批准带出")


def approve(life: "Life") -> None:
    """From the list of what waits for the director."""
    browser = life.director.browser
    browser.click("等您定的")
    browser.page.says(f"把印章带到{PLACE}")
    browser.click("去看")
    browser.press("同意带出")
    browser.page.says("批准了，还没带出")


def leave(life: "Life") -> None:
    """From the custodian's desk."""
    browser = life.custodian.browser
    browser.click("盖章")
    browser.click("去看")
    browser.press("现在带出")
    browser.page.says("已带出")


def stamp(life: "Life") -> None:
    """A code that was refused with the answers is not spent: the same one stands."""
    browser, code = life.custodian.browser, life.custodian.phone.next_code()
    browser.click("盖章")
    browser.click("去看工作用印")
    browser.click(life.contract)
    answers: dict[str, Value] = {
        "看过手里的纸了吗？": "看过：没有空白", "一共盖几枚章": COPIES, "验证码": code,
    }  # fmt: skip
    browser.fill(answers)
    browser.press("确认是我", unfit=True)
    browser.page.says("不能在保管处盖")
    browser.fill({**answers, "我带着印章，就在那里盖": True})
    browser.press("确认是我")
    browser.press("登记并用印")
    browser.page.says("登记好了，可以盖章")


def bring_back(life: "Life") -> None:
    """The contract stands among the uses."""
    browser = life.custodian.browser
    browser.click("盖章")
    browser.click("去看")
    browser.fill({"什么时候回到保管处的": clock.moment()})
    browser.press("登记归还")
    browser.page.says("已归还", "外出期间用印明细，1次", life.contract)


def read_register(life: "Life") -> None:
    """用印时间、用印内容、用印份数、签批人员、经办人员."""
    browser = life.clerk.browser
    browser.click("工作用印")
    browser.click("工作用印登记簿")
    columns = [text_of(one) for one in browser.page.soup.select("table.book th")]
    for row in browser.page.soup.select("table.book tbody tr"):
        said = dict(zip(columns, (text_of(cell) for cell in row.select("td")), strict=True))
        if said["用印内容"] == life.contract:
            wanted = (COPIES, life.director.account.name, life.clerk.account.name)
            if (said["用印份数"], said["签批人员"], said["经办人员"]) != wanted:
                raise NotThere(f"工作用印登记簿上写的不对：{said}")
            return
    raise NotThere(f"工作用印登记簿上没有{life.contract}")
