"""What the rules look at: the request, the decision, the grant, the seal and what comes after. Pure."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from zhengyin.catalogue.kinds import Lock
from zhengyin.people.policy.deciding import Concerned, Deciding
from zhengyin.seals.policy.stamping import Stamping
from zhengyin.shared.refusal import Refusal
from zhengyin.workuse.kinds import Kind, Override, Whose
from zhengyin.workuse.policy.evidence import Inquiry
from zhengyin.workuse.policy.introduction import Letter
from zhengyin.workuse.policy.unfinished import Page

NOT_MAJOR = "none"
SURELY_NOT_MAJOR = "surely_not_major"  # answered although the matter sounds like one
NO_MAJORS = (NOT_MAJOR, SURELY_NOT_MAJOR)


@dataclass(frozen=True, slots=True)
class PutUp:
    """What a notice or a vote is about; `files` are the digests of the papers as they lay there."""

    matter: str
    major: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskFacts:
    """A request about to be handed in, or handed in again."""

    today: date
    not_issuing: tuple[Refusal, ...]
    kind: Kind
    matter: str
    copies: int
    scope: str
    scopes: frozenset[str]  # codes of the list in force
    major: str  # "" not answered, one of NO_MAJORS none
    majors: dict[str, str]  # code and name
    whose: Whose | None
    for_resident: bool | None
    concerned: str
    pages: tuple[Page, ...]
    unreadable: tuple[str, ...] = ()
    files: int = 1
    digests: tuple[str, ...] = ()
    mixed: bool = False
    override: Override | None = None
    unprintable: tuple[str, ...] = ()
    letter: Letter | None = None
    inquiry: Inquiry | None = None
    letter_scanned: bool = False
    put_up: PutUp | None = None  # what a notice that runs, or a vote that passed, is about
    vote_lost: bool = False


@dataclass(frozen=True, slots=True)
class DecideFacts:
    """Before approval and countersignature."""

    not_issuing: tuple[Refusal, ...]
    concerned: Concerned
    deciding: Deciding
    handlers: frozenset[UUID]
    may_approve_own_handling: bool
    digest: str
    seen: str  # the digest of what lay before the person
    lock: Lock = Lock.NONE
    deliberated: bool = False
    needs_second: bool = False
    second_approvers: frozenset[UUID] = field(default_factory=frozenset)
    first_approver: UUID | None = None
    looked_whether_major: bool | None = None  # None: nobody is asked, the matter does not sound like one


@dataclass(frozen=True, slots=True)
class GrantFacts:
    """Before somebody proves again who they are, for one paper."""

    has_session: bool


@dataclass(frozen=True, slots=True)
class SealFacts:
    """Before the seal. `checked` answers for what no program read: no blank on the paper in hand.

    `unread` names it: photographs, pages that are pictures, empty cells.
    """

    concerned: Concerned
    deciding: Deciding
    stamping: Stamping
    on_photos: bool
    checked: bool | None
    granted: bool
    grant_expired: bool = False
    lock: Lock = Lock.NONE
    deliberated: bool = False
    unread: str = ""
    handover: str = ""  # what the line says that is sealed while the seal is handed over
    letter: bool = False  # a letter of introduction: stamped at its foot and across its stub's number
