"""一张纸说明书: one A4 page for one office, in big plain words. It stands in no book."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from zhengyin.documents.paper.parts import Data, Issuer, Mark, code_of, heading, within
from zhengyin.shared.days import in_words


@dataclass(frozen=True, slots=True)
class CardPaper:
    """In `steps`, `entry` and `troubles` a 【word】 is a word on the screen; it prints as a small box."""

    template: ClassVar[str] = "card"

    issuer: Issuer
    who: str  # 经办人
    opening: str  # one sentence: what this is for
    steps: tuple[str, ...]
    entry: str  # how to log in; empty for whoever needs no log-in
    never: tuple[str, ...]
    troubles: tuple[tuple[str, str], ...]  # (停电了, …), (打不出来, …)
    calling: str  # 办不下去，就打电话
    telephones: tuple[tuple[str, str], ...]  # (平头川镇, 0943-…)
    printed_on: date
    mark: Mark
    address: str = ""  # of the village's page; the code holds it in capitals

    def __post_init__(self) -> None:
        within("单位", 45, self.issuer.full)
        within("职务", 20, self.who)
        within("开头", 80, self.opening)
        within("步骤", 120, *self.steps)
        within("登录", 160, self.entry)
        within("不能做的", 80, *self.never)
        within("遇到难处", 160, *(words for _, words in self.troubles))
        within("电话的标题", 20, self.calling)
        within("电话", 60, *(f"{whose}{number}" for whose, number in self.telephones))
        within("网址", 60, self.address)

    def as_data(self) -> Data:
        return {
            **heading("一张纸说明书", self.issuer, self.mark),
            "number": "",
            "previous_check": "",
            "keywords": [],
            "footing": f"{self.issuer.full}　{in_words(self.printed_on)}打印　旧了、脏了，再打一张",
            "who": self.who,
            "opening": self.opening,
            "steps": self.steps,
            "entry": self.entry,
            "never": self.never,
            "troubles": self.troubles,
            "calling": self.calling,
            "telephones": self.telephones,
            "qr": code_of(self.address) if self.address else None,
            "address": self.address.split("://", 1)[-1],
        }
