"""What the rules of clean-up rounds and work plans look at. Pure."""

from dataclasses import dataclass
from datetime import date

from zhengyin.cleanup.kinds import Verdict, Way


@dataclass(frozen=True, slots=True)
class Opening:
    """A round that is to be opened; `under_way` is the title of one that is not over, `entries` how many."""

    title: str
    due_on: date
    ends_on: date
    today: date
    under_way: str
    entries: int


@dataclass(frozen=True, slots=True)
class Found:
    """What is said of one entry, and how it came; the round was opened on `opened_on`, due on `due_on`."""

    verdict: Verdict | None
    basis: str
    reason: str
    instead: str
    answered_by: str
    answered_on: date | None
    way: Way
    scanned: bool
    opened_on: date
    due_on: date
    today: date
    round_open: bool = True


@dataclass(frozen=True, slots=True)
class Closing:
    """A round that is to be closed: how many reviews wait, how many entries end, the document's day."""

    awaited: int
    ending: int
    ends_on: date
    decided_from: date | None  # the day the document takes effect; None: no document was given


@dataclass(frozen=True, slots=True)
class Tasked:
    """A task that is to be added to a plan."""

    what: str
    owner: str
    due_on: date
    begins_on: date
