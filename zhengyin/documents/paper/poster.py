"""海报: both lists at a glance, for the wall of a service place or 村务公开栏. It stands in no book."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from zhengyin.documents.paper.parts import Data, Issuer, Mark, code_of, heading, within

Row = tuple[str, str]  # what is asked for, what to do


class Sheet(StrEnum):
    """The size of the page."""

    A3 = "a3"
    A4 = "a4"


@dataclass(frozen=True, slots=True)
class PosterPaper:
    """One page where it fits; a list too long for one goes on to the next, nothing is cut."""

    template: ClassVar[str] = "poster"

    sheet: Sheet
    issuer: Issuer
    can: tuple[Row, ...]
    cannot: tuple[Row, ...]
    note: str  # 对方非要村（社区）开？
    telephones: tuple[Row, ...]  # (村（社区）电话, 0943-…)
    address: str  # of the village's page; the code holds it in capitals
    standing: str  # which lists, which versions, printed when
    mark: Mark

    def __post_init__(self) -> None:
        within("单位", 45, self.issuer.full)
        within("事项名称", 60, *(name for name, _ in (*self.can, *self.cannot)))
        within("怎样办", 200, *(words for _, words in (*self.can, *self.cannot)))
        within("说明", 120, self.note)
        within("电话", 60, *(f"{whose}{number}" for whose, number in self.telephones))
        within("网址", 60, self.address)
        within("依据", 600, self.standing)

    def as_data(self) -> Data:
        return {
            **heading("开证明，先看这里", self.issuer, self.mark),
            "number": "",
            "keywords": [],
            "sheet": self.sheet.value,
            "subtitle": f"{self.issuer.place}{self.issuer.name}　免费办理，办不了的告诉您去哪里办",
            "can": self.can,
            "cannot": self.cannot,
            "note": self.note,
            "telephones": self.telephones,
            "qr": code_of(self.address),
            "site": self.address.split("://", 1)[-1],
            "standing": self.standing,
        }
