"""What the rules of admission look at. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from zhengyin.admission.kinds import Conclusion, Kind, Stance, Way
from zhengyin.regions.packs.settings import FormCovers


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry of a list in force that has the proposed item's name, or one of its other names."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Asking:
    """The proposal as it stands on its form.

    `faults` are what keeps `entry` from being an entry of a list, in words. `standing` says that the item
    named for 退出 or 调整 stands on the county's own list, `taken` that its name already stands on a list in
    force, `unchanged` that a 调整 leaves it as it is.
    """

    kind: Kind
    applicant: str
    liaison: str
    telephone: str
    item_name: str
    item_code: str
    said: Mapping[str, str]
    faults: tuple[str, ...]
    today: date
    received_on: date | None
    stop_on: date | None = None
    on_paper: bool = False
    scanned: bool = False
    standing: bool = False
    taken: str = ""
    unchanged: bool = False
    covers: FormCovers = FormCovers.CERTIFICATES
    pending: bool = False  # another proposal for the same item is under way


@dataclass(frozen=True, slots=True)
class Complete:
    """What the lead body sees of a proposal before it accepts."""

    kind: Kind
    bases: int
    prohibited: tuple[Hit, ...]
    documents: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Consulting:
    """Whom to ask until when. `reviewers` must be among the bodies, and every township."""

    due_on: date
    today: date
    bodies: Collection[str]
    must: Mapping[str, str]  # id to name


@dataclass(frozen=True, slots=True)
class Answer:
    """What a body answers, and how it came."""

    stance: Stance | None
    words: str
    answered_by: str
    answered_on: date | None
    way: Way
    scanned: bool
    asked_on: date
    today: date
    weighing: bool = False  # the opinions were summed up meanwhile


@dataclass(frozen=True, slots=True)
class Summing:
    """The answers there are, when they are summed up. `unweighed` counts opinions nobody has weighed."""

    due_on: date
    today: date
    waiting: int
    unweighed: int
    summary: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """A joint meeting as it was held: each item's conclusion, each body present or not."""

    held_on: date
    called_on: date
    today: date
    presided_by: str
    scanned: bool
    conclusions: Mapping[str, tuple[Conclusion | None, str]]  # by the item's name
    present: Mapping[str, bool | None]  # by the body's name
