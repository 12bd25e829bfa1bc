"""应急用印单: the printed pad for power cuts, its slips, and what the rules look at. Pure.

A slip is one paper stamped first and entered afterwards (补登). Every slip comes to one end.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from zhengyin.catalogue.policy import Answer
from zhengyin.certificates.asked import Application
from zhengyin.people.offices import Office
from zhengyin.people.policy.deciding import Concerned
from zhengyin.shared.refusal import Refusal
from zhengyin.shared.workflow import Step, Workflow

MOST = 60  # slips in one printing: thirty sheets
PAD_ISSUED, PAD_CLOSED = "pad.issued", "pad.closed"
SLIP_ENTERED, SLIP_SPOILED = "slip.entered", "slip.spoiled"


class PadState(StrEnum):
    """Whether a pad is still in the drawer."""

    OPEN = "pad_open"
    CLOSED = "pad_closed"


class PadAct(StrEnum):
    """What is done with a pad."""

    ISSUE = "issue_pad"
    CLOSE = "close_pad"


class SlipState(StrEnum):
    """Where a slip stands; all but the first are ends."""

    ISSUED = "slip_issued"
    ENTERED = "slip_entered"
    SPOILED = "slip_spoiled"
    UNUSED = "slip_unused"


class SlipAct(StrEnum):
    """What is done with a slip."""

    PRINT = "print_slip"
    ENTER = "enter_slip"
    SPOIL = "spoil_slip"
    COLLECT = "collect_slip"


class Spoilt(StrEnum):
    """Why a slip is void. A choice, so that no name slips into a column nobody can erase."""

    MISWRITTEN = "miswritten"
    DAMAGED = "damaged"
    LOST = "lost"


class Outage(StrEnum):
    """Why a paper was stamped before it was registered."""

    POWER = "power"
    NETWORK = "network"
    MACHINE = "machine"


CUSTODIAN = (Office.CUSTODIAN,)
PAD = Workflow(
    name="pad",
    states=PadState,
    steps=(
        Step(None, PadAct.ISSUE, PadState.OPEN, CUSTODIAN, PAD_ISSUED),
        Step(PadState.OPEN, PadAct.CLOSE, PadState.CLOSED, CUSTODIAN, PAD_CLOSED),
    ),
    ends=frozenset({PadState.CLOSED}),
)
SLIP = Workflow(
    name="slip",
    states=SlipState,
    steps=(
        Step(None, SlipAct.PRINT, SlipState.ISSUED, CUSTODIAN, PAD_ISSUED),
        Step(SlipState.ISSUED, SlipAct.ENTER, SlipState.ENTERED, CUSTODIAN, SLIP_ENTERED),
        Step(SlipState.ISSUED, SlipAct.SPOIL, SlipState.SPOILED, CUSTODIAN, SLIP_SPOILED),
        Step(SlipState.ISSUED, SlipAct.COLLECT, SlipState.UNUSED, CUSTODIAN, PAD_CLOSED),
    ),
    ends=frozenset({SlipState.ENTERED, SlipState.SPOILED, SlipState.UNUSED}),
)


def slip_number(no: int) -> str:
    """应急0019, as it is printed and as the register names it."""
    return f"应急{no:04d}"


@dataclass(frozen=True, slots=True)
class PadFacts:
    """Before a pad is printed."""

    not_issuing: tuple[Refusal, ...]  # why this committee certifies nothing at all
    slips: int
    person_id: UUID
    seal_name: str  # empty: the committee has no seal in use
    custodian: UUID | None
    blocked_after_reset: bool = False


@dataclass(frozen=True, slots=True)
class CloseFacts:
    """Before a pad is closed: which slips are said to be unused, and which have no end yet."""

    said: tuple[int, ...]
    without_end: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LateGiven:
    """What stands on the slip, as it is typed afterwards. `sealed_by` and the others are persons' ids."""

    application: Application
    happened_at: datetime
    outage: Outage
    approved_by: UUID | None  # None: nobody known signed as approver
    countersigned_by: UUID | None
    handled_by: UUID | None
    sealed_by: UUID
    approver_near: bool | None  # a near relative of the applicant; None: not answered
    sealer_near: bool | None
    methods: tuple[str, ...]  # as the one box of the slip has them, for all facts together
    informant: str
    impressions: int
    photo: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """What must be so before anything is entered: without it the entry itself would be untrue."""

    happened_at: datetime
    issued_at: datetime
    now: datetime
    strangers: bool  # somebody named never held an office here
    near_answered: bool
    impressions: int
    has_photo: bool
    granted: bool
    grant_expired: bool
    blocked_after_reset: bool = False
    holes: tuple[str, ...] = ()
    wrong: tuple[Refusal, ...] = ()  # what does not fit of what was typed


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who signed the slip, as of that day."""

    person_id: UUID
    name: str
    identity: bytes
    offices: frozenset[Office]
    near_relative: bool = False


@dataclass(frozen=True, slots=True)
class LateFacts:
    """What the rules of sealing look at, as of the moment the paper was stamped."""

    committee: tuple[str, ...]  # in words: why this committee certifies nothing at all
    answer: Answer
    tie_missing: str  # the ties that would suffice, in words; empty where one is there
    unverified: tuple[str, ...]  # labels of facts no allowed method stands beside
    concerned: Concerned
    approver: Signer | None
    second: Signer | None
    sealer: Signer
    handler: UUID | None
    may_approve_own_handling: bool
    seal_name: str  # empty: no seal had been issued by then
    seal_lost: bool
    keeper: UUID | None
    seal_still: str = ""  # why it might not be used for another reason than a loss
    carrier: UUID | None = None  # who had taken it out, where it was away
    handover_over: bool = False  # the days of a handover were over, and the keeper not acting
