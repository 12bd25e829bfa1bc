"""介绍信: a letter of introduction with its stub, one sheet a copy; the number stands across the cut."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from zhengyin.documents.paper.parts import (
    Data,
    Entered,
    Issuer,
    Mark,
    Registered,
    code_of,
    heading,
    signature,
    within,
)
from zhengyin.shared.codes import in_fours


@dataclass(frozen=True, slots=True)
class IntroductionPaper:
    """Everything on it was typed and approved: nothing is left to be filled in by hand (H3.2.4d)."""

    template: ClassVar[str] = "introduction"

    book: Registered | Entered  # a draft carries no codes
    issuer: Issuer
    to: str
    bearers: str
    persons: int
    matter: str
    signed_on: date
    valid_until: str
    copies: int
    phone: str
    site: str  # host[:port]/v, as typed into a browser
    mark: Mark

    def __post_init__(self) -> None:
        within("署名", 60, self.issuer.place, self.issuer.name)
        within("介绍到哪里", 40, self.to)
        within("介绍谁", 30, self.bearers)
        within("事由", 100, self.matter)
        within("办公电话", 30, self.phone)
        within("核对网址", 60, self.site)
        if not 1 <= self.copies <= 999:
            raise ValueError("a letter without copies")

    def as_data(self) -> Data:
        book = self.book
        return {
            **heading("介绍信", self.issuer, self.mark),
            **signature(self.issuer, self.signed_on),
            "number": book.number,
            "previous_check": in_fours(book.previous_hash[:8].upper()),
            "keywords": [f"previous-sha256:{book.previous_hash}"],
            "to": self.to,
            "whom": self.bearers + (f"等{self.persons}人" if self.persons > 1 else "1人"),
            "bearers": self.bearers,
            "persons": f"{self.persons}人",
            "matter": self.matter,
            "valid_until": self.valid_until,
            "copies": self.copies,
            "phone": self.phone,
            "site": self.site,
            "qr": code_of(book.address) if isinstance(book, Registered) else None,
            "code": in_fours(book.check_code) if isinstance(book, Registered) else "",
        }
