"""签收单: a half-sheet to be signed by hand, then photographed; two on one A4."""

from dataclasses import dataclass
from typing import ClassVar

from zhengyin.documents.paper.parts import Data, Issuer, Mark, code_of, heading, within
from zhengyin.shared.codes import in_fours

NAMES_SHOWN = 6
STATEMENT = "上面这份证明我已收到，内容我看过（或听人念过），没有错。"


def names_in_short(names: tuple[str, ...]) -> str:
    """马桂花、李建国 … 等25人: the number of the certificate says the rest."""
    shown = "、".join(names[:NAMES_SHOWN])
    return f"{shown}等{len(names)}人" if len(names) > NAMES_SHOWN else shown


@dataclass(frozen=True, slots=True)
class ReceiptSlip:
    """One slip. Its code only matches a photograph to its line: it opens nothing to a stranger."""

    number: str  # of the certificate
    title: str  # of the certificate
    names: tuple[str, ...]  # whom it certifies
    to: str
    copies: int
    address: str  # what the code holds; printed in capitals
    check_code: str  # 12 characters, printed in fours
    handler: str
    phone: str
    place: str  # 李家湾村
    statement: str = STATEMENT

    def as_data(self) -> Data:
        return {
            "number": self.number,
            "title": self.title,
            "subject": names_in_short(self.names),
            "to": self.to,
            "copies": f"{self.copies}份",
            "qr": code_of(self.address),
            "code": in_fours(self.check_code),
            "statement": self.statement,
            "handler": self.handler,
            "phone": self.phone,
            "place": self.place,
        }


@dataclass(frozen=True, slots=True)
class ReceiptPaper:
    """One or more slips, two a page."""

    template: ClassVar[str] = "receipt"

    issuer: Issuer
    slips: tuple[ReceiptSlip, ...]
    mark: Mark

    def __post_init__(self) -> None:
        if not self.slips:
            raise ValueError("a sheet without slips")
        for slip in self.slips:
            within("编号", 60, slip.number)
            within("证明名称", 60, slip.title)
            within("姓名", 30, *slip.names)
            within("交给单位", 100, slip.to)
            within("签收的话", 120, slip.statement)
            within("经办人", 30, slip.handler, slip.phone, slip.place)

    def as_data(self) -> Data:
        return {
            **heading("签收单", self.issuer, self.mark),
            "number": "",
            "keywords": [],
            "slips": [slip.as_data() for slip in self.slips],
        }
