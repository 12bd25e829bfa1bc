"""印章移交清单: what passes on, with room for two impressions of each seal and three names."""

from dataclasses import dataclass
from typing import ClassVar

from zhengyin.documents.paper.parts import Contacts, Data, Issuer, Mark, heading, unnumbered, within

SEAL_COLUMNS = ("序号", "种类", "印章全称（印文）", "尺寸、质料", "现在", "存放处", "完好情况")
BEFORE, AFTER = "移交前印模", "移交后印模"
ROLES = ("移交人", "接交人", "监交人")


@dataclass(frozen=True, slots=True)
class HandoverPaper:
    """Signed on paper; its picture comes back. An empty name prints as a line to write on."""

    template: ClassVar[str] = "handover"

    number: str  # 平头川镇李家湾村印交〔2026〕1号
    issuer: Issuer
    intro: str
    seals: tuple[tuple[str, ...], ...]  # cells as SEAL_COLUMNS
    items: tuple[tuple[str, str], ...]  # what else is handed over: label, words
    signatures: tuple[tuple[str, str], ...]  # name and office, as ROLES
    note: str
    contacts: Contacts
    mark: Mark

    def __post_init__(self) -> None:
        within("移交说明", 200, self.intro)
        within("印章", 120, *(cell for row in self.seals for cell in row))
        within("移交内容", 400, *(words for _, words in self.items))
        within("签名人", 60, *(words for one in self.signatures for words in one))

    def as_data(self) -> Data:
        return {
            **heading("印章移交清单", self.issuer, self.mark),
            **unnumbered(self.contacts, "", ""),
            "number": self.number,
            "footing": f"{self.issuer.full}　原件归档",
            "intro": self.intro,
            "seal_columns": SEAL_COLUMNS,
            "seals": self.seals,
            "items": self.items,
            "impressions": [[row[0], f"{row[0]}号{BEFORE}", f"{row[0]}号{AFTER}"] for row in self.seals],
            "signatures": [
                {"role": role, "name": name, "office": office}
                for role, (name, office) in zip(ROLES, self.signatures, strict=True)
            ],
            "note": self.note,
        }
