"""来表盖章存档件: what was certified on the other side's form, its pictures, the slip. Nothing to seal."""

import base64
import hashlib
from dataclasses import dataclass
from typing import ClassVar

from zhengyin.documents.paper.parts import (
    NOT_A_SEAL,
    Contacts,
    Data,
    Draft,
    Drawing,
    Issuer,
    Mark,
    Registered,
    check_limits,
    heading,
    place_in_book,
    signature,
    within,
)
from zhengyin.documents.paper.slips import Slip

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="{w}" height="{h}" viewBox="0 0 {w} {h}"><image width="{w}" height="{h}" '
    'xlink:href="data:image/jpeg;base64,{data}"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Picture:
    """One page of the form as JPEG; it is printed as these very bytes."""

    jpeg: bytes
    width: int
    height: int

    @property
    def svg(self) -> Drawing:
        return Drawing(SVG.format(w=self.width, h=self.height, data=base64.b64encode(self.jpeg).decode()))

    def as_data(self) -> Data:
        digest = hashlib.sha256(self.jpeg).hexdigest()
        return {
            "svg": self.svg,
            "sha256": " ".join(digest[start : start + 8] for start in range(0, len(digest), 8)),
        }


@dataclass(frozen=True, slots=True)
class FormRecordPaper:
    """The record that is signed and kept; a file check finds it like any other paper."""

    template: ClassVar[str] = "formrecord"

    book: Registered | Draft
    issuer: Issuer
    slip: Slip
    facts: tuple[str, ...]
    closing: tuple[str, ...]
    pictures: tuple[Picture, ...]
    contacts: Contacts
    mark: Mark

    def __post_init__(self) -> None:
        check_limits(self.issuer, self.contacts, "", "")
        self.slip.check()
        within("证明内容", 1200, *self.facts)
        within("用途和有效期", 400, *self.closing)
        if not self.facts or not self.closing:
            raise ValueError("a record that certifies nothing")

    def as_data(self) -> Data:
        return {
            **heading("来表盖章存档件", self.issuer, self.mark),
            **place_in_book(self.book, self.contacts, NOT_A_SEAL),
            **signature(self.issuer, self.slip.signed_on),
            "village": "居委会" if self.issuer.kind == "居民委员会" else "村委会",
            "to": self.slip.to,
            "slip": self.slip.as_data(),
            "facts": self.facts,
            "closing": self.closing,
            "pictures": [picture.as_data() for picture in self.pictures],
        }
