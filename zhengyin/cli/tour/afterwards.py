"""After the hand-over: a paper that was wrong is corrected, another is declared void; strangers see both."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from zhengyin.cli.tour import paper as sheets
from zhengyin.cli.tour.words import NotThere

if TYPE_CHECKING:
    from zhengyin.cli.tour.route import Route

Act = Callable[[], None]
NEW_HOME = "五社21号"


def afterwards(route: "Route") -> list[tuple[str, Act]]:
    """The first paper is corrected, the counter's voided."""
    wrong, void, right = route.papers[:3]
    resident = route.online.resident
    return [
        ("经办人给住址写错的那份办更正", lambda: route.handler.begin_correction(wrong.number, NEW_HOME)),
        ("经办人受理更正", route.handler.accept),
        ("经办人核实更正，送签批", route.handler.verify),
        ("主任只看改了什么，签批更正", lambda: route.director.approve(resident, changed=NEW_HOME)),
        ("等保管人的验证码", route.custodian.phone.wait),
        ("保管人盖更正的章", partial(route.seal, route.corrected, right)),
        (
            "扫旧纸上的方码：已被更正，写着新的编号",
            lambda: over(route, wrong.address, "已被更正", right.number),
        ),
        ("扫新纸上的方码：现行有效", partial(route.check_the_other, route.corrected, right)),
        ("更正的那份交付", partial(route.deliver, route.corrected)),
        ("主任收回窗口的那份，作废", lambda: route.director.void(route.handler.address_of(void.number))),
        ("扫作废那份的方码：已作废", lambda: over(route, void.address, "已作废", "已收回，共2份")),
        ("登记簿上写着作废、已更正和更正", partial(read_remarks, route)),
    ]


def over(route: "Route", address: str, outcome: str, said: str) -> None:
    """A stranger reads first that the paper no longer holds."""
    route.outside.open(sheets.path_in(address))
    if route.outside.page.heading != outcome:
        raise NotThere(f"查验结果不是“{outcome}”，是“{route.outside.page.heading}”")
    route.outside.page.says("这张纸不能再用", said)


def read_remarks(route: "Route") -> None:
    """备注 of the three lines."""
    wrong, void, right = route.papers[:3]
    for paper, said in ((void, "作废"), (wrong, f"见{right.number}"), (right, f"代替{wrong.number}")):
        route.read_register(paper)
        if said not in paper.register_line["备注"]:
            raise NotThere(f"{paper.number}的备注里没有“{said}”：{paper.register_line['备注']}")
