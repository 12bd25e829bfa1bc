"""告知函: the letter to the unit that asked for what no committee may certify."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from zhengyin.documents.paper.parts import (
    Contacts,
    Data,
    Draft,
    Issuer,
    Mark,
    Registered,
    check_limits,
    heading,
    place_in_book,
    signature,
    within,
)


@dataclass(frozen=True, slots=True)
class LetterPaper:
    """A letter that is sealed like a certificate. `attachment` empty: no line for it."""

    template: ClassVar[str] = "letter"

    book: Registered | Draft
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

    def __post_init__(self) -> None:
        check_limits(self.issuer, self.contacts, self.handler, self.office_phone)
        within("标题", 60, self.title)
        within("收函单位", 100, self.to)
        within("正文", 1200, *self.paragraphs)
        within("结尾", 100, self.last)
        within("附件", 300, self.attachment)

    def as_data(self) -> Data:
        note = f"回复请寄{self.issuer.full}，或扫码在网页上答复（不用登录）。"
        return {
            **heading(self.title, self.issuer, self.mark),
            **place_in_book(self.book, self.contacts, note),
            **signature(self.issuer, self.signed_on),
            "to": self.to,
            "paragraphs": self.paragraphs,
            "last": self.last,
            "attachment": self.attachment,
            "handler": self.handler,
            "office_phone": self.office_phone,
        }
