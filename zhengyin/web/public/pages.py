"""What the public templates get: frozen, finished, no queries behind them."""

from dataclasses import dataclass, field
from datetime import date

from zhengyin.catalogue.marks import Mark
from zhengyin.regions.queries import Ended
from zhengyin.seals.queries import LossNotice
from zhengyin.web.place import Link, Telephone


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of an index: what is asked for, where its answer stands, the answer in a word."""

    name: str
    href: str
    mark: Mark
    also: str = ""  # the name residents use, when it is not the item's
    extra: bool = False
    issued: bool = True  # the village issues it, at least in a named exception


@dataclass(frozen=True, slots=True)
class Duty:
    """Who is in the village office; `who` is the village's own words, empty while none are entered.

    `now` says whether it is open at this minute; None where the village's words do not tell.
    """

    who: str
    telephone: Telephone | None
    hours: tuple[tuple[str, str], ...] = ()
    address: str = ""
    charge: str = "办证明不收钱"
    now: bool | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question, as a link-less form line."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The one question that comes next. `kept` is what was answered before, as hidden fields."""

    name: str
    words: str
    choices: tuple[Choice, ...]
    left: int  # this one counted
    help: str = ""
    kept: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One way on. `telephone` is the office's line, where one is known."""

    title: str
    words: str
    where: str = ""
    bring: str = ""
    telephone: Telephone | None = None
    to_confirm: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """One of the seven headings of a guide."""

    title: str
    texts: tuple[str, ...]
    doubts: tuple[str, ...] = ()  # what became of the bases it names


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A guide: four facts at a glance, the seven headings, what is not written."""

    name: str
    glance: tuple[tuple[str, str], ...]
    headings: tuple[Heading, ...]
    materials: tuple[str, ...]
    not_written: str
    sample_href: str
    sample_title: str
    sample: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """The answer first, then reason and basis, ways, what to do when it does not work."""

    asked: str
    purpose: str
    shape: str
    colour: str
    headline: str
    more: str
    title: str
    is_yes: bool
    is_open: bool
    reason: str
    basis: str
    in_person_title: str
    in_person: tuple[str, ...]  # what only a talk in the village office can settle
    steps: tuple[Step, ...]
    complaint: Telephone | None
    issued_by_nobody: bool  # so the demand itself may be complained of
    letter: bool
    follow_up: FollowUp | None
    guide: GuidePage | None
    print_href: str
    apply_href: str
    again_href: str
    versions: tuple[str, ...]
    not_yet: Telephone | None = None  # the township's line, where the village cannot receive anybody yet
    doubts: tuple[str, ...] = ()  # what became of the bases it names


@dataclass(frozen=True, slots=True)
class Branch:
    """A level of the tree of places: where we are, what lies below, as large buttons."""

    title: str
    path: tuple[Link, ...]
    below: tuple[Link, ...]
    found: tuple[Link, ...] = field(default=())
    query: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A public notice that hangs today: the matter, never a person."""

    number: str
    matter: str
    place: str
    from_on: date
    until_on: date


@dataclass(frozen=True, slots=True)
class VillagePage:
    """The front page of a village."""

    duty: Duty
    asked: tuple[Asked, ...]
    complaint: Telephone | None
    ask_href: str
    verify_href: str
    not_yet: Telephone | None = None
    notices: tuple[Notice, ...] = ()
    ended: Ended | None = None
    losses: tuple[LossNotice, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundPage:
    """What a search found; a person chooses the item."""

    query: str
    lines: tuple[Asked, ...]
    instead: str  # what to do when it is no certificate that is asked for
    ask_href: str
    none_href: str
    duty: Duty


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a list under its own heading."""

    title: str
    lines: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """One of the two lists, whole."""

    title: str
    about: str
    sections: tuple[Section, ...]
    versions: tuple[str, ...]
    versions_href: str
    table_href: str
    ask_href: str
    other_href: str
    other_title: str


@dataclass(frozen=True, slots=True)
class DoorPage:
    """What is hung up: the code at the door with its address in words, posters, and a leaflet an item."""

    code: str
    address: str
    code_href: str
    posters: tuple[Link, ...] = ()
    leaflets: tuple[Link, ...] = ()
