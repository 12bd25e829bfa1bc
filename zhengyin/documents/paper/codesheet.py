"""登录用码表: the printed second factor for people without a telephone that can compute codes."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from zhengyin.documents.paper.parts import Data, Issuer, Mark, heading, within
from zhengyin.shared.days import in_words

RULES = (
    "登录时，电脑问第几号，就输入那一号的码；用过一个，划掉一个。",
    "这张纸就是您的钥匙：自己收好，不拍照，不给别人看，任何人打电话来要都不给。",
    "码快用完了，请上级再给您打一张；新表一出，这张就作废。",
)


@dataclass(frozen=True, slots=True)
class CodeSheetPaper:
    """One person's sheet of one-time codes, in the order of their numbers from 1."""

    template: ClassVar[str] = "codesheet"

    issuer: Issuer  # the committee or office of the holder
    holder: str
    login_name: str
    sheet_number: str
    codes: tuple[str, ...]
    printed_on: date
    lost: str  # whom to telephone: 马上打镇里电话 0943-…，当场停用这张表。
    mark: Mark
    rules: tuple[str, ...] = RULES

    def __post_init__(self) -> None:
        within("姓名", 30, self.holder)
        within("登录名", 40, self.login_name)
        within("表号", 30, self.sheet_number)
        within("码", 12, *self.codes)
        within("丢了怎么办", 120, self.lost)
        within("用法", 100, *self.rules)

    def as_data(self) -> Data:
        return {
            **heading("登录用码表", self.issuer, self.mark),
            "number": "",
            "keywords": [],
            "previous_check": "",
            "footing": f"{self.holder}　{self.sheet_number}　只给本人",
            "holder": self.holder,
            "login_name": self.login_name,
            "sheet_number": self.sheet_number,
            "date": in_words(self.printed_on),
            "rules": self.rules,
            "codes": self.codes,
            "lost": self.lost,
        }
