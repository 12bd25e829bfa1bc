"""检查单 before the inspection, 检查记录 and 整改通知 after it. No official form is known: 产品自拟."""

from dataclasses import dataclass
from typing import ClassVar

from zhengyin.documents.paper.parts import Data, Mark, within

OWN_FORM = "本表式由产品自拟，没有统一规定的式样；本县（旗区）另有规定的，从其规定。"


@dataclass(frozen=True, slots=True)
class InspectionPaper:
    """`rows` and `known` are (what, words); a cell of the table without words is left to write in."""

    template: ClassVar[str] = "inspection"

    title: str
    by: str  # the township
    rows: tuple[tuple[str, str], ...]
    known: tuple[tuple[str, str], ...]
    heads: tuple[str, ...]
    widths: tuple[int, ...]  # of the columns, in parts
    table: tuple[tuple[str, ...], ...]
    last: str
    signers: tuple[str, ...]
    mark: Mark

    def __post_init__(self) -> None:
        within("标题", 40, self.title)
        within("基本情况", 200, *(words for _, words in self.rows))
        within("系统里的登记", 300, *(words for _, words in self.known))
        within("检查情况", 400, *(cell for row in self.table for cell in row))

    def as_data(self) -> Data:
        return {
            "title": self.title, "issuer_full": self.by, "mark": self.mark.value or None, "number": "",
            "previous_check": "", "keywords": [], "footing": OWN_FORM, "rows": self.rows,
            "known": self.known, "heads": self.heads, "widths": self.widths, "table": self.table,
            "last": self.last, "signers": self.signers,
        }  # fmt: skip
