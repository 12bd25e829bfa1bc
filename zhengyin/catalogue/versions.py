"""A version of a list as it is shown, with the document that decides it. Pure."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from zhengyin.catalogue.kinds import Level, Standing


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """The document a version hangs on; `valid_until` is its last day, None without one."""

    number: str
    title: str
    issued_by: str
    signed_by: str
    reviewed_by: str
    reviewed_on: date
    filing_number: str
    issued_on: date
    takes_effect_on: date
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class VersionShown:
    """One version of one list. `begun` and `over` count entries; `digest` is the SHA-256 of its entries."""

    id: UUID
    key: str
    title: str
    number: str
    issued_by: str
    level: Level
    standing: Standing
    no: int
    takes_effect_on: date
    note: str
    digest: str
    recorded_at: datetime
    begun: int
    over: int
    decision: DecisionShown | None = None
