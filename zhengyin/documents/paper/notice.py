"""公示: what hangs on the wall, until which day, and how to object."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from zhengyin.documents.paper.parts import (
    Contacts,
    Data,
    Entered,
    Issuer,
    Mark,
    check_limits,
    code_of,
    entered,
    heading,
    signature,
    within,
)

NOTE = "扫码或者打开网址，看村（社区）正在公示的事。"


@dataclass(frozen=True, slots=True)
class NoticePaper:
    """Signed by the head, without a place for the seal: stamping it is a work use of its own."""

    template: ClassVar[str] = "notice"

    book: Entered
    issuer: Issuer
    signed_on: date
    paragraphs: tuple[str, ...]
    key: tuple[tuple[str, str], ...]  # 公示时间, 公示地点, 有意见找谁, 怎样提
    last: str
    address: str  # of the village's page; the code holds it in capitals
    handler: str
    office_phone: str
    contacts: Contacts
    mark: Mark

    def __post_init__(self) -> None:
        check_limits(self.issuer, self.contacts, self.handler, self.office_phone)
        within("公示内容", 400, *self.paragraphs)
        within("公示的时间、地点、联系人", 200, *(words for _, words in self.key))
        within("结尾", 100, self.last)
        within("网址", 60, self.address)

    def as_data(self) -> Data:
        return {
            **heading("公示", self.issuer, self.mark),
            **entered(self.book, self.contacts, NOTE),
            **signature(self.issuer, self.signed_on),
            "qr": code_of(self.address),
            "address": self.address.split("://", 1)[-1],
            "paragraphs": self.paragraphs,
            "key": self.key,
            "last": self.last,
            "handler": self.handler,
            "office_phone": self.office_phone,
        }
