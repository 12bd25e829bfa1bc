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
    major: str  # "" not answered, NOT_MAJOR none
    majors: dict[str, str]  # code and name
    whose: Whose | None
    for_resident: bool | None
    concerned: str
    pages: tuple[Page, ...]
    unreadable: tuple[str, ...] = ()
    files: int = 1
    mixed: bool = False
    override: Override | None = None
    unprintable: tuple[str, ...] = ()
    letter: Letter | None = None
    inquiry: Inquiry | None = None
    letter_scanned: bool = False


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


@dataclass(frozen=True, slots=True)
class GrantFacts:
    """Before somebody proves again who they are, for one paper."""

    has_session: bool


@dataclass(frozen=True, slots=True)
class SealFacts:
    """Before the seal. `checked` answers for photographs: no blank was seen on the paper in hand."""

    concerned: Concerned
    deciding: Deciding
    stamping: Stamping
    on_photos: bool
    checked: bool | None
    granted: bool
    grant_expired: bool = False
    lock: Lock = Lock.NONE
    deliberated: bool = False
    handover: str = ""  # what the line says that is sealed while the seal is handed over
