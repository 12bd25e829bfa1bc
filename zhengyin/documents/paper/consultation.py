"""征求意见函: the letter, the draft clause by clause, and the sheet to answer on (its columns 产品自拟)."""

from dataclasses import dataclass
from typing import ClassVar

from zhengyin.documents.paper.parts import Data, Mark, code_of, within

OWN_FORM = "征求意见稿不是生效的文件。反馈表的栏目由产品自拟；主管部门有统一式样的，从其规定。"


@dataclass(frozen=True, slots=True)
class ConsultationPaper:
    """To one unit; `address` is printed as a code to scan. `clauses` are (mark, heading, words)."""

    template: ClassVar[str] = "consultation"

    by: str
    to: str
    draft: str  # its title, 征求意见稿 in it
    due: str
    contact: str
    telephone: str
    day: str
    enclosures: tuple[str, ...]
    clauses: tuple[tuple[str, str, str], ...]
    address: str
    mark: Mark

    def __post_init__(self) -> None:
        within("标题", 110, self.draft)
        within("收函单位", 60, self.to)
        within("条款", 1600, *(heading + words for _, heading, words in self.clauses))

    def as_data(self) -> Data:
        return {
            "title": f"{self.by}关于征求《{self.draft}》意见的函", "issuer_full": self.by,
            "mark": self.mark.value or None, "number": "", "previous_check": "", "keywords": [],
            "footing": OWN_FORM, "to": self.to, "draft": self.draft, "due": self.due,
            "contact": self.contact, "telephone": self.telephone, "day": self.day,
            "enclosures": self.enclosures, "clauses": self.clauses, "qr": code_of(self.address),
        }  # fmt: skip
