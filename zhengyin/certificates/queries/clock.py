"""The clock of a case: it runs from acceptance; where public interest locks it, from when that is through."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from zhengyin.catalogue.kinds import Lock
from zhengyin.certificates.workflow import State
from zhengyin.deliberation import queries as deliberation
from zhengyin.regions import queries as regions
from zhengyin.shared.days import WorkingCalendar, day_of

GATES = {Lock.APPROVE: (State.VERIFIED, State.AWAITING_SECOND), Lock.SEAL: (State.APPROVED,)}
Lifted = Mapping[UUID, date | None]


def lifted(locks: Mapping[UUID, str], at: datetime) -> Lifted:
    """Of the cases with a lock the day on which it was lifted, None while it holds; in two queries."""
    locked = [case for case, lock in locks.items() if lock != Lock.NONE]
    outcomes = deliberation.outcomes_for(locked, at) if locked else {}
    return {case: outcome.passed_on for case, outcome in outcomes.items()}


def still_locked(case: UUID, lock: str, since: Lifted) -> Lock:
    """The lock that holds a case; NONE where it is lifted, or there never was one."""
    return Lock(lock) if case in since and since[case] is None else Lock.NONE


def due_on(
    case: UUID, accepted_at: datetime | None, working_days: int, since: Lifted, calendar: WorkingCalendar
) -> date | None:
    """The last day: N working days after acceptance, or after the deliberation, which counts apart (O2.1d).

    None where the case is not taken in, or waits for the deliberation.
    """
    if accepted_at is None or (case in since and since[case] is None):
        return None
    begun = max(day_of(accepted_at), since.get(case) or date.min)
    counted = ("due", begun, working_days)
    return regions.remembered(counted, lambda: calendar.add_working_days(begun, working_days))
