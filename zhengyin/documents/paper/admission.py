"""申请表, 征求意见函, 联审会议议程和会签单. Official columns are not public: 产品自拟 says the foot."""

from dataclasses import dataclass
from typing import ClassVar

from zhengyin.documents.paper.parts import Data, Mark, code_of, within

OWN_FORM = "本表式的栏目由产品自拟；主管部门有统一式样的，从其规定。"


@dataclass(frozen=True, slots=True)
class AdmissionPaper:
    """`rows` are (what, words), an empty word is left to write on; `table` under `head`, cells likewise.

    `address` is printed as a code to scan, to answer without an account.
    """

    template: ClassVar[str] = "admission"

    title: str
    by: str
    to: str
    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    head: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    table: tuple[tuple[str, ...], ...]
    signers: tuple[str, ...]
    address: str
    mark: Mark

    def __post_init__(self) -> None:
        within("标题", 60, self.title)
        within("正文", 600, *self.paragraphs)
        within("栏目", 3200, *(words for _, words in self.rows))
        within("表格", 400, *(cell for row in self.table for cell in row))

    def as_data(self) -> Data:
        return {
            "title": self.title, "issuer_full": self.by, "mark": self.mark.value or None, "number": "",
            "previous_check": "", "keywords": [], "footing": OWN_FORM, "to": self.to,
            "paragraphs": self.paragraphs, "rows": self.rows, "head": self.head, "heads": self.heads,
            "widths": self.widths, "table": self.table, "signers": self.signers,
            "qr": code_of(self.address) if self.address else None, "address": self.address,
        }  # fmt: skip
