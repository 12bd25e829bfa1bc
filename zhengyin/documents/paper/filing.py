"""印章事项备案表: what a committee files with its township, to be signed and kept by both."""

from dataclasses import dataclass
from typing import ClassVar

from zhengyin.documents.paper.parts import Data, Issuer, Mark, heading, within


@dataclass(frozen=True, slots=True)
class FilingPaper:
    """An empty word prints as a line to write on. `exchange`: question and answer where it was sent back."""

    template: ClassVar[str] = "filing"

    issuer: Issuer
    number: str  # 平头川镇李家湾村印章台账〔2026〕3号
    matter: str
    happened_on: str
    rows: tuple[tuple[str, str], ...]
    recorded_by: str
    township: str
    acknowledged_by: str
    acknowledged_on: str
    exchange: tuple[tuple[str, str], ...]
    impression: bool  # leaves room for the impression of the seal
    mark: Mark

    def __post_init__(self) -> None:
        within("备案事项", 40, self.matter)
        within("备案内容", 600, *(words for _, words in self.rows))
        within("补正", 300, *(words for pair in self.exchange for words in pair))

    def as_data(self) -> Data:
        return {
            **heading("印章事项备案表", self.issuer, self.mark),
            "number": self.number,
            "previous_check": "",
            "keywords": [],
            "footing": "一式两份，村（社区）和乡镇（街道、苏木）各存一份",
            "matter": self.matter,
            "happened_on": self.happened_on,
            "rows": self.rows,
            "recorded_by": self.recorded_by,
            "township": self.township,
            "acknowledged_by": self.acknowledged_by,
            "acknowledged_on": self.acknowledged_on,
            "exchange": self.exchange,
            "impression": self.impression,
        }
