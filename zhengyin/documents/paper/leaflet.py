"""办事指南 on paper: one item's guide and sample, to take home. It stands in no book."""

from dataclasses import dataclass
from typing import ClassVar

from zhengyin.documents.paper.parts import Data, Issuer, Mark, code_of, heading, within

Part = tuple[str, tuple[str, ...]]  # a heading of the guide with its texts


@dataclass(frozen=True, slots=True)
class LeafletPaper:
    """Two pages at most in the ordinary case: front the guide, back the sample."""

    template: ClassVar[str] = "leaflet"

    issuer: Issuer
    name: str
    glance: tuple[tuple[str, str], ...]  # (几天, 当场办)
    parts: tuple[Part, ...]
    not_written: str
    sample_title: str
    sample: tuple[str, ...]
    telephones: tuple[tuple[str, str], ...]
    address: str  # of the guide's page; the code holds it in capitals
    standing: str  # which list, which version, printed when
    mark: Mark

    def __post_init__(self) -> None:
        within("单位", 45, self.issuer.full)
        within("事项名称", 60, self.name, self.sample_title)
        within("办事指南", 1500, *(text for _, texts in self.parts for text in texts), self.not_written)
        within("式样", 1500, *self.sample)
        within("电话", 60, *(f"{whose}{number}" for whose, number in self.telephones))
        within("网址", 90, self.address)
        within("依据", 300, self.standing)

    def as_data(self) -> Data:
        return {
            **heading(f"怎样开“{self.name}”", self.issuer, self.mark),
            "number": "",
            "previous_check": "",
            "keywords": [],
            "footing": self.standing,
            "glance": self.glance,
            "parts": self.parts,
            "not_written": self.not_written,
            "sample_title": self.sample_title,
            "sample": self.sample,
            "telephones": self.telephones,
            "qr": code_of(self.address),
            "site": self.address.split("://", 1)[-1],
        }
