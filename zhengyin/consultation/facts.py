"""What the rules of a consultation look at. Pure."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from zhengyin.admission.kinds import Way
from zhengyin.consultation.clauses import Clause
from zhengyin.consultation.kinds import Part, Stance


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft as it was typed."""

    title: str
    contact: str
    telephone: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Sending:
    """To whom and until when; `names` are all that are asked, with a desk or without."""

    at: datetime
    due_on: date
    due_time: time | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the filled list (附件3): the item, on what it rests, what for, which class of use."""

    name: str
    basis: str = ""
    purpose: str = ""
    class_of_use: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What came in one go: a part is None where it is not among it.

    `opinions` pairs the number of the clause, 0 for the whole, with the words. A paper has its day.
    """

    answered_by: str
    answered_on: date | None = None
    scanned: bool = False
    stance: Stance | None = None
    opinions: tuple[tuple[int, str], ...] = ()
    listing: Stance | None = None
    items: tuple[Row, ...] = ()
    liaison: tuple[str, str] | None = None  # name, office telephone

    @property
    def parts(self) -> tuple[Part, ...]:
        """What is among it."""
        there = (self.stance is not None, self.listing is not None, self.liaison is not None)
        return tuple(part for part, said in zip(Part, there, strict=True) if said)

    def only(self, parts: Collection[Part]) -> "Said":
        """The same with these parts alone."""
        opinions, items = Part.OPINIONS in parts, Part.ITEMS in parts
        return replace(
            self,
            stance=self.stance if opinions else None,
            opinions=self.opinions if opinions else (),
            listing=self.listing if items else None,
            items=self.items if items else (),
            liaison=self.liaison if Part.LIAISON in parts else None,
        )


@dataclass(frozen=True, slots=True)
class Answering:
    """An answer, and where the consultation stands. `given` are the parts the unit has returned before."""

    said: Said
    way: Way
    at: datetime
    today: date
    sent_on: date
    due_on: date
    due_time: time | None
    given: Collection[Part] = ()
    closed: bool = False
    clauses: int = 0
