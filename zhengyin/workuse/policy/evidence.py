"""协助调查取证: by letter, with two officers, and a copy of the reply is kept. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zhengyin.shared.names import normalise_name
from zhengyin.shared.refusal import Refusal
from zhengyin.workuse.kinds import SHORTEST_NAME, Inquirer


@dataclass(frozen=True, slots=True)
class Officer:
    """One of the two: name and the number of the certificate shown."""

    name: str
    certificate: str

    @property
    def whole(self) -> bool:
        """Both are given."""
        return bool(self.name.strip() and self.certificate.strip())

    def same_as(self, other: "Officer") -> bool:
        """One person written twice: the same certificate, however it is spaced. Namesakes there are."""
        return _tight(self.certificate) == _tight(other.certificate)


def _tight(words: str) -> str:
    return "".join(words.split()).upper()


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Who asks what by which letter."""

    inquirer: Inquirer | None
    unit: str
    letter_number: str
    letter_on: date | None
    officers: tuple[Officer, Officer]
    wanted: str

    @property
    def names(self) -> tuple[str, ...]:
        """The two officers'."""
        some = (normalise_name(one.name) for one in self.officers)
        return tuple(one for one in some if len(one) >= SHORTEST_NAME)


def refusals_of_the_inquiry(inquiry: Inquiry, *, scanned: bool, today: date) -> Iterator[Refusal]:
    """Yield why no reply is sealed for it."""
    pieces = (
        ("哪一类单位", inquiry.inquirer), ("来函单位", inquiry.unit.strip()),
        ("函号", inquiry.letter_number.strip()), ("来函日期", inquiry.letter_on),
        ("要了解什么", inquiry.wanted.strip()),
    )  # fmt: skip
    for label, given in pieces:
        if not given:
            yield Refusal("evidence_piece_missing", label)
    if inquiry.letter_on is not None and inquiry.letter_on > today:
        yield Refusal("evidence_letter_lies_ahead")
    first, second = inquiry.officers
    if not (first.whole and second.whole) or first.same_as(second):
        yield Refusal("evidence_needs_two_officers")
    if not scanned:
        yield Refusal("evidence_letter_not_scanned")
