"""告知函: the letter to the unit that asked for what no committee may certify."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from zhengyin.documents.paper.parts import (
    Contacts,
    Data,
    Draft,
    Entered,
    Issuer,
    Mark,
    Registered,
    check_limits,
    entered,
    heading,
    place_in_book,
    signature,
    within,
)


@dataclass(frozen=True, slots=True)
class LetterPaper:
    """A letter that is sealed like a certificate, or, `Entered`, signed by hand without a place for the seal.

    `attachment` and `address` empty: no line for them.
    """

    template: ClassVar[str] = "letter"

    book: Registered | Draft | Entered
    issuer: Issuer
    signed_on: date
    title: str  # 关于不再出具××证明的告知函
    to: str
    paragraphs: tuple[str, ...]  # one beginning with 一、 gets its first sentence in 黑体
    last: str  # 专此函告。
    attachment: str
    handler: str
    office_phone: str
    contacts: Contacts
    mark: Mark
    address: str = ""  # where it is sent

    def __post_init__(self) -> None:
        check_limits(self.issuer, self.contacts, self.handler, self.office_phone)
        within("标题", 60, self.title)
        within("收函单位", 100, self.to)
        within("正文", 1200, *self.paragraphs)
        within("结尾", 100, self.last)
        within("附件", 300, self.attachment)
        within("收函地址", 100, self.address)

    def as_data(self) -> Data:
        return {
            **heading(self.title, self.issuer, self.mark),
            **self._place(),
            **signature(self.issuer, self.signed_on),
            "to": self.to,
            "paragraphs": self.paragraphs,
            "last": self.last,
            "attachment": self.attachment,
            "handler": self.handler,
            "office_phone": self.office_phone,
            "sealed": not isinstance(self.book, Entered),
            "address": self.address,
        }

    def _place(self) -> Data:
        reply = f"回复请寄{self.issuer.full}"
        if isinstance(self.book, Entered):
            return entered(self.book, self.contacts, f"{reply}，或打办公电话。")
        return place_in_book(self.book, self.contacts, f"{reply}，或扫码在网页上答复（不用登录）。")
