"""What the rules look at when it is verified and approved; who decides, and whom it concerns. Pure."""

from dataclasses import dataclass, field

from zhengyin.catalogue.policy import Answer, Path
from zhengyin.people.policy.deciding import Concerned, Deciding, PersonId
from zhengyin.shared.refusal import Refusal


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
    may_approve_own_handling: bool  # the director; nobody else
    deliberated: bool = False
    holes: tuple[str, ...] = ()
    not_photographed: bool = False
    first_approver: PersonId | None = None  # for the countersignature
    needs_second: bool = False
    second_approvers: frozenset[PersonId] = field(default_factory=frozenset)
    earlier: Earlier | None = None  # the paper it corrects or doubles
    differs: tuple[str, ...] = ()  # labels of what is not as in the paper it doubles
