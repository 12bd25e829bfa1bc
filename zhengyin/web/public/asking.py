"""The question as it stands in the address, and the one question that comes next.

Everything a resident said is in the address: it can be shared, back works, nothing is written.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from zhengyin.catalogue.kinds import Said, Tie
from zhengyin.catalogue.policy import Answer, Ask, AskedOf, Question
from zhengyin.web.public.pages import Choice, FollowUp
from zhengyin.web.public.units import offered

# What each of the procedure's keys is called in the address.
NAMES = {"unit_class": "unit", "ties": "tie", "document_proves": "doc", "basis_given": "basis"}
NO_TIE = "none"
YES_NO = (Choice(Said.YES, "是"), Choice(Said.NO, "不是"))
CAN_CANNOT = (Choice(Said.YES, "能"), Choice(Said.NO, "不能，或者手里没有"))
HAS_HAS_NOT = (Choice(Said.YES, "给了，写在纸上"), Choice(Said.NO, "没有给"))
LONGEST = 60  # characters of a resident's own words


@dataclass(frozen=True, slots=True)
class Address:
    """What the address says, checked: unknown values count as not said."""

    item: str
    asked_for: str
    unit: str
    tie: str
    doc: str
    basis: str

    @property
    def kept(self) -> tuple[tuple[str, str], ...]:
        """The parts said so far, for the next address."""
        parts = (
            ("item", self.item), ("for", self.asked_for), ("unit", self.unit),
            ("tie", self.tie), ("doc", self.doc), ("basis", self.basis),
        )  # fmt: skip
        return tuple((name, value) for name, value in parts if value)

    def question(self, day: date) -> Question:
        """The question for the rules; choosing an item is confirming it."""
        return Question(
            day=day,
            entry_code=self.item,
            asked_for=self.asked_for,
            confirmed=True,
            unit_class=self.unit,
            ties_asked=bool(self.tie),
            ties=frozenset({Tie(self.tie)}) if self.tie and self.tie != NO_TIE else frozenset(),
            document_proves=Said(self.doc) if self.doc else Said.NOT_ASKED,
            basis_given=Said(self.basis) if self.basis else Said.NOT_ASKED,
        )


def said_in(query: Mapping[str, str], units: Mapping[str, str]) -> Address:
    """Read what a resident said from the address."""
    item = query.get("item", "")[:20]
    return Address(
        item=item,
        asked_for="" if item else query.get("for", "").strip()[:LONGEST],
        unit=_one_of(query.get("unit", ""), units),
        tie=_one_of(query.get("tie", ""), (*Tie, NO_TIE)),
        doc=_one_of(query.get("doc", ""), (Said.YES, Said.NO)),
        basis=_one_of(query.get("basis", ""), (Said.YES, Said.NO)),
    )


def follow_up(answer: Answer, said: Address, units: Mapping[str, str], documents: str) -> FollowUp | None:
    """The first open question that a resident can answer and has not answered yet."""
    answered = {name for name, _ in said.kept}
    left = [
        ask for ask in answer.asks
        if ask.of is AskedOf.RESIDENT and ask.key in NAMES and NAMES[ask.key] not in answered
    ]  # fmt: skip
    if not left:
        return None
    first = left[0]
    help_text = f"比如：{documents}" if first.key == "document_proves" and documents else ""
    return FollowUp(NAMES[first.key], first.words, _choices(first, units), len(left), help_text, said.kept)


def left_to_the_village(answer: Answer, said: Address) -> tuple[str, ...]:
    """The open questions that only a talk with the handler can settle."""
    answered = {name for name, _ in said.kept}
    return tuple(
        ask.words
        for ask in answer.asks
        if ask.of is AskedOf.HANDLER or NAMES.get(ask.key, "") in answered or ask.key not in NAMES
    )


def _choices(ask: Ask, units: Mapping[str, str]) -> tuple[Choice, ...]:
    if ask.key == "unit_class":
        return tuple(Choice(key, name) for key, name in offered(dict(units)))
    if ask.key == "ties":
        return (*(Choice(tie, tie.words) for tie in Tie), Choice(NO_TIE, "都不是"))
    return {"document_proves": CAN_CANNOT, "basis_given": HAS_HAS_NOT}.get(ask.key, YES_NO)


def _one_of(value: str, allowed: Iterable[str]) -> str:
    return value if value in tuple(str(one) for one in allowed) else ""
