"""What the rules look at from the application to the verification, one frozen picture an act. Pure."""

from dataclasses import dataclass
from datetime import date

from zhengyin.catalogue.kinds import Tie
from zhengyin.catalogue.policy import Answer, AskedOf
from zhengyin.shared.refusal import Refusal


@dataclass(frozen=True, slots=True)
class MandateHeld:
    """A recorded mandate, as far as the rules care; `until` is the last day."""

    name: str
    covers: frozenset[str]
    until: date


@dataclass(frozen=True, slots=True)
class ApplyFacts:
    """Before there is a certificate."""

    not_issuing: tuple[Refusal, ...]  # why this committee certifies nothing at all
    answer: Answer
    asked_of: frozenset[AskedOf] = frozenset(AskedOf)  # whose questions must be answered by now
    interest_without_reason: bool = False  # 涉及公共利益, and nobody wrote why
    holes: tuple[str, ...] = ()  # labels of fields a sentence needs
    unprintable: tuple[str, ...] = ()  # characters the fonts do not have
    wrong: tuple[Refusal, ...] = ()  # what does not fit of what was typed
    brought_says_nothing: bool = False  # a form was brought, and no fact on it is vouched for
    note_by_one: bool = False  # free words, where only one person would approve


@dataclass(frozen=True, slots=True)
class AcceptFacts:
    """The applicant stands at the counter, or is met some other way."""

    answer: Answer  # with the ties confirmed and what the handler said
    identity_method: str
    identity_note: str
    sufficient_ties: frozenset[Tie]
    confirmed_ties: frozenset[Tie]
    interest_without_reason: bool = False
    proxy: str = ""  # who applies for the applicant
    mandates: tuple[MandateHeld, ...] = ()
    today: date = date.min


@dataclass(frozen=True, slots=True)
class AskToCompleteFacts:
    """Something is missing."""

    missing: tuple[str, ...]  # everything, each named
    asked_before: bool


@dataclass(frozen=True, slots=True)
class CompleteFacts:
    """What was missing has been brought, or was put right."""

    said: str  # in a few words, by whoever completes
    holes: tuple[str, ...] = ()
    unprintable: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()  # what does not fit of what was typed


@dataclass(frozen=True, slots=True)
class MandateFacts:
    """Before a mandate is recorded."""

    name: str
    covers: frozenset[str]
    given_on: date
    until: date
    today: date
    paper_kept: bool
    officer_of_the_case: bool
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MaterialsFacts:
    """What is recorded of the materials."""

    given: int  # rows that say something or bring a picture
    pictures: int  # of the case, with those that come now
    problems: tuple[str, ...] = ()
    not_asked_for: str = ""  # what a resident names and the guide does not


@dataclass(frozen=True, slots=True)
class PagesFacts:
    """What the pages of a brought form would be."""

    brought: bool
    new: tuple[tuple[int, int], ...]  # place and ink, in ten-thousandths of the page
    pages: int  # all that would count


@dataclass(frozen=True, slots=True)
class TrackFacts:
    """A code as typed on the tracking page."""

    known: bool
    failures: int = 0  # wrong tails before this one
    tail_fits: bool = False


@dataclass(frozen=True, slots=True)
class RefuseFacts:
    """Before a refusal: never a bare one (H3.1d)."""

    ground: str
    lists_say: str  # the ground of the lists' answer today; empty: they would let it through
    asked_to_complete: bool
    why: str
    where: str
    problems: tuple[str, ...] = ()  # words that do not fit the paper
