"""What the rules look at before the seal, its grant and the print. Pure."""

from dataclasses import dataclass

from zhengyin.catalogue.kinds import Lock
from zhengyin.certificates.facts.deciding import Earlier
from zhengyin.certificates.kinds import Reprint
from zhengyin.people.policy.deciding import Concerned, Deciding, PersonId
from zhengyin.seals.policy.whereabouts import AT_OFFICE, Where, Whereabouts


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
    seal: Whereabouts = AT_OFFICE
    where: Where = Where.OFFICE  # where the custodian says that it is stamped
    handover_over: str = ""  # the last day of a handover of the seal that is over; else empty
    handover: str = ""  # what the line says that is sealed while the seal is handed over


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
class PrintFacts:
    """The sealed paper at the printer; copies and spoiled sheets are counted apart."""

    printed: bool
    approved_copies: int
    copies: int = 0
    reason: Reprint | None = None
    spoiled: int = 0  # sheets
    by_hand: bool = False  # written on an emergency slip: the paper is out already
