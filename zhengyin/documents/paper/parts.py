"""What several papers share: issuer, place in the book, code, mark, limits.

A paper's `template` names the file beside it; `as_data()` is what that file reads. The limits keep
a paper printable; a text over its limit raises Overflow, naming the field, and nothing is ever cut.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Protocol

from zhengyin.documents import qr
from zhengyin.shared.codes import in_fours
from zhengyin.shared.days import in_words

Data = dict[str, object]

UNNUMBERED = "（盖章时编号）"
WHEN_SEALED = "盖章时生成"
NOT_A_SEAL = "电子校验码（供核对，不是电子印章，不替代纸质原件）。"


class Drawing(str):
    """An SVG among a paper's data: drawn, not read, so no font has to know its letters."""

    __slots__ = ()


def code_of(address: str) -> Drawing:
    """The code that holds `address`, to be drawn on the paper."""
    return Drawing(qr.drawn(address).svg())


class Mark(StrEnum):
    """The words laid behind the text and framed at the top of a paper that is not an original."""

    NONE = ""
    UNSEALED = "未用印　无效"
    DEMONSTRATION = "示例"
    DEMONSTRATION_UNSEALED = "示例　未用印　无效"
    PRACTICE = "练习　无效"


def mark_for(*, sealed: bool, demonstration: bool) -> Mark:
    """Return the mark a paper must carry."""
    if demonstration:
        return Mark.DEMONSTRATION if sealed else Mark.DEMONSTRATION_UNSEALED
    return Mark.NONE if sealed else Mark.UNSEALED


class Overflow(ValueError):
    """A text does not fit its place on the paper. `field` is its Chinese name."""

    def __init__(self, field: str, limits: str = "") -> None:
        self.field = field
        super().__init__(f"“{field}”在纸上放不下{limits}，请写短一些。")


class Paper(Protocol):
    """Anything `typesetting.typeset` can print."""

    template: ClassVar[str]

    def as_data(self) -> Data: ...


@dataclass(frozen=True, slots=True)
class Issuer:
    """The committee's full legal name in two parts, so that a long one breaks after the township."""

    place: str  # 会宁县平头川镇
    name: str  # 李家湾村村民委员会

    @property
    def full(self) -> str:
        return self.place + self.name

    @property
    def kind(self) -> str:
        return "居民委员会" if self.name.endswith("居民委员会") else "村民委员会"


@dataclass(frozen=True, slots=True)
class Contacts:
    """Where to check a paper without its code."""

    site: str  # host[:port] as typed into a browser
    village: str  # 李家湾村 0943-0000101
    county: str  # 会宁县民政局 0943-0000202


@dataclass(frozen=True, slots=True)
class Registered:
    """A paper's place in its book, fixed under the book's lock."""

    number: str  # 平头川镇李家湾村证字〔2026〕1号
    previous_hash: str  # of the line before it in the chain, hexadecimal
    address: str  # what the code holds, with the long token; printed in capitals
    check_code: str  # 12 characters, printed in fours

    @property
    def previous_check(self) -> str:
        return in_fours(self.previous_hash[:8].upper())


@dataclass(frozen=True, slots=True)
class Entered:
    """A paper that stands in a book but carries no code: it says nothing that a stranger would check."""

    number: str  # 平头川镇李家湾村告字〔2026〕3号
    previous_hash: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper before its seal: no number, no code, no check word."""

    number_stem: str  # 平头川镇李家湾村证字〔2026〕


def place_in_book(book: Registered | Draft, contacts: Contacts, note: str) -> Data:
    """Return number, code, check word and the words beside the code."""
    check = {"site": contacts.site, "village": contacts.village, "county": contacts.county, "note": note}
    if isinstance(book, Draft):
        return {
            "number": book.number_stem + UNNUMBERED,
            "previous_check": WHEN_SEALED,
            "keywords": [],
            "qr": None,
            "check": {**check, "code": f"（{WHEN_SEALED}）"},
        }
    return {
        "number": book.number,
        "previous_check": book.previous_check,
        "keywords": [f"previous-sha256:{book.previous_hash}"],
        "qr": code_of(book.address),
        "check": {**check, "code": in_fours(book.check_code)},
    }


def entered(book: Entered, contacts: Contacts, note: str) -> Data:
    """Return number and check word of a paper without a code."""
    return {
        **unnumbered(contacts, note, ""),
        "number": book.number,
        "previous_check": in_fours(book.previous_hash[:8].upper()),
        "keywords": [f"previous-sha256:{book.previous_hash}"],
    }


def within(field: str, limit: int, *texts: str) -> None:
    """Raise Overflow for the first text longer than `limit` characters. `field` is its Chinese name."""
    for text in texts:
        if len(text) > limit:
            raise Overflow(field, f"：最多{limit}个字，现在{len(text)}个字")


def heading(title: str, issuer: Issuer, mark: Mark) -> Data:
    """Return what every sheet needs: title, whole name of the issuer, mark."""
    return {"title": title, "issuer_full": issuer.full, "mark": mark.value or None, "footing": ""}


def unnumbered(contacts: Contacts, note: str, footing: str) -> Data:
    """Return the same for a paper that stands in no book and carries no code."""
    check = {"site": contacts.site, "village": contacts.village, "county": contacts.county, "note": note}
    return {
        "number": "",
        "previous_check": "",
        "keywords": [],
        "qr": None,
        "check": {**check, "code": ""},
        "footing": footing,
    }


def check_limits(issuer: Issuer, contacts: Contacts, handler: str, office_phone: str) -> None:
    """The limits of what stands in the same place on every paper."""
    within("署名", 60, issuer.place, issuer.name)
    within("核对电话", 60, contacts.village, contacts.county)
    within("核对网址", 60, contacts.site)
    within("经办人", 30, handler)
    within("办公电话", 30, office_phone)


def signature(issuer: Issuer, signed_on: date) -> Data:
    return {"issuer": {"place": issuer.place, "name": issuer.name}, "date": in_words(signed_on)}
