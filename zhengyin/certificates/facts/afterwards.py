"""What the rules look at once a paper is sealed: handed over, void, made anew. Pure."""

from dataclasses import dataclass
from datetime import date

from zhengyin.certificates.facts.applying import MandateHeld
from zhengyin.certificates.kinds import Again, SignedBy, Voiding, Why


@dataclass(frozen=True, slots=True)
class VoidFacts:
    """Before a paper is declared void."""

    kind: Voiding | None
    why: Why | None
    note: str
    copies: int
    sealed_on: date
    today: date
    collected: int = 0
    announced_where: str = ""
    announced_on: date | None = None
    stamped_on_paper: bool = False  # entered late: the seal was on it before the register knew
    problems: tuple[str, ...] = ()  # words that do not fit


@dataclass(frozen=True, slots=True)
class AgainFacts:
    """Before a paper is asked for once more, corrected or the same."""

    again: Again
    reason: str
    open_correction: str = ""  # where one that is under way stands
    differs: tuple[str, ...] = ()  # labels of what is not as in the old one
    problems: tuple[str, ...] = ()  # words that do not fit


@dataclass(frozen=True, slots=True)
class DeliverFacts:
    """Before the hand-over."""

    has_signature: bool
    recipient: str
    how: str
    applicant: str = ""
    mandates: tuple[MandateHeld, ...] = ()
    today: date = date.min
    signed_by: str = SignedBy.SLIP
    carrier: str = ""
    post_number: str = ""
    problems: tuple[str, ...] = ()
