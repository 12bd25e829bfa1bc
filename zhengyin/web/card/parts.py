"""What a card is made of. A 【word】 in a step stands on the screen; a test looks for it there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

ON_SCREEN = re.compile("【([^】]+)】")


@dataclass(frozen=True, slots=True)
class Here:
    """The words of one place: 嘎查达 or 主任, whom to telephone."""

    name: str  # 李家湾村; of an office its own name
    director: str
    residents: str
    above: str  # 平头川镇; of a township the county's office
    site: str  # host as typed into a browser


@dataclass(frozen=True, slots=True)
class Step:
    """What to do on the page whose address is named `at`."""

    at: str
    words: str

    @property
    def pressed(self) -> Iterator[str]:
        """The words that must stand on that page."""
        return iter(ON_SCREEN.findall(self.words))


@dataclass(frozen=True, slots=True)
class Card:
    """One page's words. `entry` is how to log in; empty for the door's."""

    who: str
    opening: str
    steps: tuple[Step, ...]
    never: tuple[str, ...]
    troubles: tuple[tuple[str, str], ...]
    entry: tuple[Step, ...] = ()


def log_in(here: Here) -> tuple[Step, ...]:
    """The same three pages for everybody."""
    return (
        Step("home", f"电脑或手机打开 {here.site}，最下面点【工作人员登录】。"),
        Step("account-login", "输登录名和密码，按【下一步】。"),
        Step("account-code", "再输手机上的6位数，或者码表上问到的那一号，按【登录】。"),
    )


def change_over() -> tuple[str, str]:
    """A computer that several people use."""
    return "换人用", "一个人走开，点右上角“换人”，另一个人输自己的6位口令。不用别人的账户。"


def no_power(here: Here, mine: str) -> tuple[str, str]:
    """停电断网; `mine` is this office's own part."""
    return (
        "停电、断网",
        f"不急的，记下姓名和电话，来电再办。急用的，用纸的“应急用印单”：{mine}没有单子就先不盖，打{here.above}的电话。",
    )


NO_PRINT = (
    "打不出来",
    "看纸、看电、看线，回到那一页再按一次打印：编号不变，不会多登记。还不行，换一台电脑登录再打。不存U盘，不发微信。",
)
FORGOTTEN = "忘了密码"
SECRET = "密码、口令、动态码、码表，谁要都不给。打电话来要的是骗子。"


def forgotten(whom: str) -> tuple[str, str]:
    """Who resets the log-in."""
    return FORGOTTEN, f"找{whom}重置。重置后24小时不能签批和盖章，这是防人冒用。"
