"""附条: the slip for the other side's form; one a copy, ten on an A4. Glued on, sealed across the edge."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from zhengyin.documents.paper.parts import (
    NOT_A_SEAL,
    Contacts,
    Data,
    Draft,
    Issuer,
    Mark,
    Registered,
    check_limits,
    heading,
    place_in_book,
    within,
)
from zhengyin.shared.codes import in_fours
from zhengyin.shared.days import in_words

NAMES_SHOWN = 20  # characters; the record names everybody
MOST = 99  # copies of one certificate
GLUED = "贴在表上，骑缝盖章；没有附条的，按编号打电话核对。"


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands on one slip besides the number and the code."""

    form_title: str  # as printed on the other side's form
    pages: int
    names: tuple[str, ...]  # whom it certifies
    to: str
    signed_on: date
    copies: int
    text_digest: str  # hexadecimal; of the pictures and all that was approved; empty on a draft

    def check(self) -> None:
        """Raise Overflow where something does not fit."""
        within("表的名称", 50, self.form_title)
        within("姓名", 30, *self.names)
        within("开给", 50, self.to)

    def as_data(self) -> Data:
        return {
            "form": self.form_title,
            "pages": f"{self.pages}页",
            "subject": self._subject(),
            "to": self.to,
            "date": in_words(self.signed_on),
            "copies": f"共{self.copies}份",
            "word": in_fours(self.text_digest[:8].upper()) or "（签批后有）",
            "note": GLUED,
        }

    def _subject(self) -> str:
        shown = self.names[:2] if sum(map(len, self.names[:2])) <= NAMES_SHOWN else self.names[:1]
        return "、".join(shown) + (f"等{len(self.names)}人" if len(self.names) > len(shown) else "")


@dataclass(frozen=True, slots=True)
class SlipsPaper:
    """As many slips as copies."""

    template: ClassVar[str] = "slips"

    book: Registered | Draft
    issuer: Issuer
    slip: Slip
    contacts: Contacts
    mark: Mark

    def __post_init__(self) -> None:
        check_limits(self.issuer, self.contacts, "", "")
        self.slip.check()
        if not 1 <= self.slip.copies <= MOST:
            raise ValueError("a sheet without slips")

    def as_data(self) -> Data:
        return {
            **heading("附条", self.issuer, self.mark),
            **place_in_book(self.book, self.contacts, NOT_A_SEAL),
            "slip": self.slip.as_data(),
            "count": self.slip.copies,
        }
