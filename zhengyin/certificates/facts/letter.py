"""What the rules look at of a 告知函 to the unit. Pure."""

from dataclasses import dataclass
from datetime import date

from zhengyin.people.policy.deciding import Concerned, Deciding, PersonId
from zhengyin.shared.refusal import Refusal


@dataclass(frozen=True, slots=True)
class DraftLetterFacts:
    """Before a 告知函 is drafted."""

    ruled_out: bool  # refused because the lists say so: only then is there a rule to tell, a basis to ask for
    unit: str
    answer_by: date
    today: date
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ApproveLetterFacts:
    """Before the director lets it go."""

    not_issuing: tuple[Refusal, ...]
    concerned: Concerned
    deciding: Deciding
    drafted_by: PersonId
    answer_by: date
    today: date
    text_digest: str
    seen: str  # the digest of the text that lay before the director


@dataclass(frozen=True, slots=True)
class SendLetterFacts:
    """Before it leaves the office."""

    signed: bool  # by the director's hand, on the print
    how: str
    post_number: str
    note: str
    answer_by: date
    today: date
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """What came back from the unit, or did not."""

    answer_by: date
    today: date
    basis: str = ""
    problems: tuple[str, ...] = ()
