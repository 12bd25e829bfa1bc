"""What the rules look at, one frozen picture an act. Pure."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from zhengyin.catalogue.kinds import Lock, Tie
from zhengyin.catalogue.policy import Answer, AskedOf, Path
from zhengyin.shared.refusal import Refusal

PersonId = UUID


class How(StrEnum):
    """How the paper left the office."""

    IN_PERSON = "in_person"
    BY_PROXY = "by_proxy"
    BY_POST = "by_post"  # to the applicant
    TO_UNIT = "to_unit"  # carried to whoever demands it


class Voiding(StrEnum):
    """What became of the sheets of a void paper."""

    UNSTAMPED = "unstamped"  # the seal was never put on them
    COLLECTED = "collected"  # all are back
    ANNOUNCED = "announced"  # not all came back; a public notice was given


class Why(StrEnum):
    """Why a paper is void. Strangers read it, so it is chosen and not typed."""

    WRONG = "wrong"
    UNTRUE = "untrue"
    SPOILED = "spoiled"
    NOT_WANTED = "not_wanted"
    UNLAWFUL = "unlawful"
    OTHER = "other"


class SignedBy(StrEnum):
    """What the signature of receipt is."""

    SLIP = "slip"  # the printed 签收单, photographed
    DRAWN = "drawn"  # drawn on the screen
    POSTED = "posted"  # the carrier's receipt, photographed


class Again(StrEnum):
    """Why a paper is asked for once more."""

    CORRECTION = "correction"  # something in it is wrong; the new one takes its place
    REISSUE = "reissue"  # the same content under a new number; both hold


class Reprint(StrEnum):
    """Why a sealed paper is printed once more."""

    SPOILED = "spoiled"
    NOT_OUT = "not_out"


@dataclass(frozen=True, slots=True)
class PrintFacts:
    """The sealed paper at the printer; copies and spoiled sheets are counted apart."""

    printed: bool
    approved_copies: int
    copies: int = 0
    reason: Reprint | None = None
    spoiled: int = 0  # sheets
    by_hand: bool = False  # written on an emergency slip: the paper is out already


class Covers(StrEnum):
    """What a mandate lets the proxy do."""

    APPLY = "apply"
    COLLECT = "collect"


class Kept(StrEnum):
    """How the mandate's paper is kept."""

    PHOTO = "photo"
    ORIGINAL = "original"


@dataclass(frozen=True, slots=True)
class MandateHeld:
    """A recorded mandate, as far as the rules care; `until` is the last day."""

    name: str
    covers: frozenset[str]
    until: date


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
    problems: tuple[str, ...] = ()
    unprintable: tuple[str, ...] = ()


class Became(StrEnum):
    """What became of one material."""

    NOT_SAID = ""  # a picture came, nobody has looked at it yet
    HANDED_IN = "handed_in"
    SEEN = "seen"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class MaterialsFacts:
    """What is recorded of the materials."""

    given: int  # rows that say something or bring a picture
    pictures: int  # of the case, with those that come now
    problems: tuple[str, ...] = ()
    not_asked_for: str = ""  # what a resident names and the guide does not


class ShownAs(StrEnum):
    """How a photographed page is shown."""

    FLAT = "flat"
    AS_TAKEN = "as_taken"
    TURNED = "turned"


@dataclass(frozen=True, slots=True)
class PagesFacts:
    """What the pages of a brought form would be."""

    brought: bool
    new: tuple[tuple[int, int], ...]  # place and ink, in ten-thousandths of the page
    pages: int  # all that would count


class Purpose(StrEnum):
    """Why whole numbers and telephones are looked at."""

    CALL = "call"
    COMPARE = "compare"
    CORRECT = "correct"


class Ground(StrEnum):
    """Why no certificate is issued."""

    RULE = "rule"  # the lists say so
    NOT_TRUE = "not_true"  # what was checked is not so
    CANNOT_CHECK = "cannot_check"  # what cannot be checked is not issued
    INCOMPLETE = "incomplete"  # what was asked for did not come


@dataclass(frozen=True, slots=True)
class RefuseFacts:
    """Before a refusal: never a bare one (H3.1d)."""

    ground: str
    ruled_out: bool  # the lists say no today
    asked_to_complete: bool
    why: str
    where: str
    problems: tuple[str, ...] = ()  # words that do not fit the paper


@dataclass(frozen=True, slots=True)
class Check:
    """How one fact was verified."""

    label: str
    allowed: frozenset[str]
    method: str = ""
    informant: str = ""
    confirmed: bool = False
    on_paper: bool = True  # False: no sentence of the paper is called so


@dataclass(frozen=True, slots=True)
class VerifyFacts:
    """Every printed fact beside its check."""

    checks: tuple[Check, ...]
    not_photographed: bool = False  # a form was brought, and there is no picture of it


@dataclass(frozen=True, slots=True)
class Concerned:
    """Who may neither approve nor seal: applicant, certified, proxy, by number or by bare name."""

    identities: frozenset[bytes] = frozenset()
    names_without_number: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Deciding:
    """The person at the decision, as far as the rules care."""

    person_id: PersonId
    identity: bytes
    name: str
    blocked_after_reset: bool = False
    recused: bool = False  # said before that the applicant is a near relative
    near_relative: bool | None = None  # None: the question was not answered


@dataclass(frozen=True, slots=True)
class Earlier:
    """The paper that a new one corrects or doubles."""

    number: str
    in_force: bool


@dataclass(frozen=True, slots=True)
class ApproveFacts:
    """Before approval or countersigning."""

    not_issuing: tuple[Refusal, ...]  # why this committee certifies nothing at all
    answer: Answer  # judged again on the day
    rested_on: Path  # the rule it was sent to the director by
    text_digest: str
    seen: str  # the digest of the text that lay before the person
    concerned: Concerned
    deciding: Deciding
    handlers: frozenset[PersonId]  # everybody who accepted, checked or verified it
    may_approve_own_handling: bool
    deliberated: bool = False
    holes: tuple[str, ...] = ()
    not_photographed: bool = False
    first_approver: PersonId | None = None  # for the countersignature
    needs_second: bool = False
    second_approvers: frozenset[PersonId] = field(default_factory=frozenset)
    earlier: Earlier | None = None  # the paper it corrects or doubles
    differs: tuple[str, ...] = ()  # labels of what is not as in the paper it doubles


@dataclass(frozen=True, slots=True)
class SealFacts:
    """Before the seal."""

    concerned: Concerned
    deciding: Deciding
    approvers: frozenset[PersonId]
    approved_digest: str
    text_digest: str
    approved_issuer: str
    issuer: str  # what would stand under the paper now
    approved_copies: int
    copies: int
    impressions: int
    seal_name: str  # empty: the committee has no seal in use
    custodian: PersonId | None
    granted: bool
    grant_expired: bool = False
    lock: Lock = Lock.NONE
    deliberated: bool = False
    earlier: Earlier | None = None  # the paper it corrects or doubles
    brought: bool = False  # the seal goes on the other side's form
    form_filled: bool | None = None  # None: the question was not answered


@dataclass(frozen=True, slots=True)
class PaperAsked:
    """One paper or slip for which somebody proves who they are."""

    keeps_the_seal: bool
    ready: bool  # approved; of a slip: still without an end
    state: str


@dataclass(frozen=True, slots=True)
class GrantFacts:
    """Before a grant."""

    has_session: bool
    all_found: bool
    papers: tuple[PaperAsked, ...]


@dataclass(frozen=True, slots=True)
class TrackFacts:
    """A code as typed on the tracking page."""

    known: bool
    failures: int = 0  # wrong tails before this one
    tail_fits: bool = False


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


class SentBy(StrEnum):
    """How a 告知函 reaches the unit."""

    RESIDENT = "resident"  # whoever was sent for the paper takes it along
    POST = "post"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DraftLetterFacts:
    """Before a 告知函 is drafted."""

    refused: bool  # the certificate; there is no letter about one that may still be issued
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
