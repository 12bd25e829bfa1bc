"""Papers around a seal (领取单, 停用公告, 收缴销毁记录, 印模采集纸); the act's line stands in the book."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from zhengyin.documents.paper.parts import Data, Drawing, Issuer, Mark, heading, signature, within


@dataclass(frozen=True, slots=True)
class SealPaper:
    """One page. `signers` print as lines to sign on; `frame` prints the square a seal is measured by.

    `picture` is what a part of the seal was engraved by (第二种文字的图样).
    """

    template: ClassVar[str] = "sealpaper"

    title: str
    issuer: Issuer
    signed_on: date | None  # None: the day is written by hand
    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]  # an empty word prints as a line to write on
    last: tuple[str, ...]
    signers: tuple[str, ...]
    footing: str
    mark: Mark
    frame: bool = False
    picture: Drawing | None = None

    def __post_init__(self) -> None:
        within("标题", 30, self.title)
        within("署名", 60, self.issuer.place, self.issuer.name)
        within("正文", 400, *self.paragraphs)
        within("各项", 200, *(words for _, words in self.rows))
        within("结尾", 200, *self.last)
        within("签名处", 20, *self.signers)

    def as_data(self) -> Data:
        return {
            **heading(self.title, self.issuer, self.mark),
            **(signature(self.issuer, self.signed_on) if self.signed_on else {"issuer": None}),
            "number": "",
            "previous_check": "",
            "keywords": [],
            "footing": self.footing,
            "paragraphs": self.paragraphs,
            "rows": self.rows,
            "last": self.last,
            "signers": self.signers,
            "frame": self.frame,
            "picture": self.picture,
        }
