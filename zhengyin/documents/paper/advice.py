"""告知单 and 答复单: the answer first, then why, then where to go instead."""

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
    entered,
    heading,
    signature,
    unnumbered,
    within,
)

NOTE = "忘了怎么办，随时来问，或打村（社区）电话。这张单子不收钱，丢了可以再打一张。"
UNNUMBERED_NOTE = (
    "这是按公开清单查到的答复，供您参考，没有编号，不是村（居）委会的文书。不收钱，丢了可以再打。"
)


Way = tuple[tuple[str, str], ...]  # (去哪里, …), (带什么, …), (打电话, …)


@dataclass(frozen=True, slots=True)
class AdvicePaper:
    """The numbered 告知单 of an application, or, with `book` empty, the unnumbered 答复单 anybody prints."""

    template: ClassVar[str] = "advice"

    book: Entered | None
    issuer: Issuer
    signed_on: date
    title: str  # 告知单：这样办就行
    legal_name: str  # 不予出具告知单
    to: str  # 马桂花同志; empty on an unnumbered one
    answer: str
    why: str
    basis: str  # document, number, article
    ways: tuple[Way, ...]  # each by itself is enough; numbered where there are several
    stuck: str
    handler: str
    office_phone: str
    contacts: Contacts
    mark: Mark

    def __post_init__(self) -> None:
        check_limits(self.issuer, self.contacts, self.handler, self.office_phone)
        within("标题", 40, self.title, self.legal_name)
        within("给谁", 60, self.to)
        within("答复", 120, self.answer)
        within("为什么", 600, self.why)
        within("依据", 600, self.basis)
        lines = [line for way in self.ways for line in way]
        within("您可以这样办", 300, *(said for _, said in lines))
        within("您可以这样办的小标题", 4, *(name for name, _ in lines))
        within("办不成", 400, self.stuck)

    def as_data(self) -> Data:
        place = (
            entered(self.book, self.contacts, NOTE)
            if self.book
            else unnumbered(self.contacts, UNNUMBERED_NOTE, "网上查询打印，没有编号，不入登记簿")
        )
        return {
            **heading(self.title, self.issuer, self.mark),
            **place,
            **signature(self.issuer, self.signed_on),
            "legal_name": self.legal_name,
            "to": self.to,
            "answer": self.answer,
            "why": self.why,
            "basis": self.basis,
            "ways": self.ways,
            "stuck": self.stuck,
            "handler": self.handler,
            "office_phone": self.office_phone,
        }
