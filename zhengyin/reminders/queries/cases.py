"""Cases, letters, slips and objections that wait for somebody in one committee: how many, how long."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from zhengyin.catalogue.kinds import Lock
from zhengyin.certificates.models import Certificate, Letter
from zhengyin.certificates.queries import pads
from zhengyin.certificates.queries.clock import GATES, Lifted, due_on, lifted, still_locked
from zhengyin.certificates.workflow import CERTIFICATE, LETTER, LetterState, State
from zhengyin.deliberation.models import Meeting, Notice, Objection
from zhengyin.deliberation.workflow import MeetingState, NoticeState, ObjectionState
from zhengyin.regions import queries as regions
from zhengyin.registers import queries as registers
from zhengyin.reminders.policy.sentences import Waits
from zhengyin.shared.days import day_of
from zhengyin.shared.workflow import A, S, Step

Aside = Collection[UUID]  # the cases from which the person stepped aside: those wait for somebody else
UnderWay = tuple[UUID, str, str]  # id, state and lock
WAITED_FOR = (State.APPLIED, State.VERIFIED, State.AWAITING_SECOND, State.APPROVED)
WITH_A_CLOCK = (State.ACCEPTED, State.VERIFYING, State.RETURNED)  # the handler's, taken in


def to_accept(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Applied for, not taken in yet."""
    return _waiting(organization_id, State.APPLIED, at, aside)


def to_approve(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Verified, and no deliberation to wait for."""
    return _waiting(organization_id, State.VERIFIED, at, aside)


def to_countersign(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Approved by the director, a second approval is missing."""
    return _waiting(organization_id, State.AWAITING_SECOND, at, aside)


def to_seal(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Approved, not sealed."""
    return _waiting(organization_id, State.APPROVED, at, aside)


def to_seal_for_long(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """The same, approved longer ago than the pack's remind_unsealed_hours."""
    county = regions.committee(organization_id).county_code
    hours = regions.settings_for(county).numbers.remind_unsealed_hours
    return _waiting(organization_id, State.APPROVED, at, aside, before=at - timedelta(hours=hours))


def near_their_day(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """The handler's, with no more days left than the pack warns before."""
    calendar, today = regions.calendar(), day_of(at)
    rows = Certificate.objects.filter(
        organization_id=organization_id, state__in=[state.value for state in WITH_A_CLOCK]
    )
    taken = list(rows.order_by("pk").values_list("pk", "accepted_at", "working_days", "lock"))
    since = lifted({pk: lock for pk, _, _, lock in taken}, at)
    dues = [due_on(pk, accepted, days, since, calendar) for pk, accepted, days, _ in taken]
    last = last_near_day(regions.committee(organization_id).county_code, today)
    near = [due for due in dues if due is not None and due <= last]
    return Waits(len(near), late=sum(due < today for due in near))


def letters_to_approve(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """告知函 drafted, to be let go by the director."""
    rows = Letter.objects.filter(organization_id=organization_id, state=LetterState.DRAFTED.value)
    ids = list(rows.values_list("pk", flat=True).order_by("pk"))
    drafted = registers.last_written(ids, _lines_into(LETTER.steps, LetterState.DRAFTED))
    return Waits(len(ids), days=_days_waited(map(day_of, drafted.values()), at))


def objections_open(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Objections to a notice nobody has answered."""
    rows = Objection.objects.filter(notice__organization_id=organization_id, state=ObjectionState.OPEN.value)
    heard = list(rows.values_list("heard_at", flat=True).order_by("pk"))
    return Waits(len(heard), days=_days_waited(map(day_of, heard), at))


def votes_to_confirm(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Meetings whose votes are counted and whose result nobody confirmed (H3.2.2b)."""
    rows = Meeting.objects.filter(organization_id=organization_id, state=MeetingState.VOTED.value)
    return Waits(rows.count())


def notices_to_confirm(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Notices whose last day is over, without an open objection: nobody has said what came of them."""
    rows = Notice.objects.filter(
        organization_id=organization_id, state=NoticeState.RUNNING.value, until_on__lt=day_of(at)
    )
    return Waits(rows.exclude(objections__state=ObjectionState.OPEN.value).count())


def slips_overdue(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """应急用印单 past the day of their entry."""
    county = regions.committee(organization_id).county_code
    return Waits(pads.attention(organization_id, county, at).overdue)


def last_near_day(county_code: str, today: date) -> date:
    """What is due by this day is near: the pack says how many working days before it warns."""
    warning = regions.settings_for(county_code).numbers.deadline_warning_working_days
    return regions.calendar().add_working_days(today, warning)


def _waiting(
    organization_id: UUID, state: State, at: datetime, aside: Aside, *, before: datetime | None = None
) -> Waits:
    rows = [row for row in _under_way(organization_id) if row[0] not in aside]
    return waiting_in(state, rows, GATES, CERTIFICATE.steps, at=at, before=before)


def waiting_in(
    state: S,
    under_way: Iterable[UnderWay],
    gates: Mapping[Lock, Collection[S]],
    steps: Iterable[Step[S, A]],
    *,
    at: datetime,
    before: datetime | None,
) -> Waits:
    """What waits in a state of its table, by no deliberation held up there, since the line that led to it.

    `before`: only what came into the state by then.
    """
    locks = {pk: lock for pk, at_state, lock in under_way if at_state == state}
    free = lifted(locks, at)
    left = [pk for pk, lock in locks.items() if state not in gates.get(still_locked(pk, lock, free), ())]
    came = registers.last_written(left, _lines_into(steps, state)) if left else {}
    waits = {pk: instant for pk, instant in came.items() if before is None or instant <= before}
    begun = (_waiting_since(pk, instant, free) for pk, instant in waits.items())
    return Waits(len(waits), days=_days_waited(begun, at))


def _under_way(organization_id: UUID) -> list[UnderWay]:
    """Id, state and lock of every case somebody is waited for; asked once a look, whatever the matter."""
    rows = Certificate.objects.filter(
        organization_id=organization_id, state__in=[s.value for s in WAITED_FOR]
    )
    return regions.remembered(
        ("waited for", organization_id), lambda: list(rows.order_by("pk").values_list("pk", "state", "lock"))
    )


def _waiting_since(case: UUID, came: datetime, free: Lifted) -> date:
    """The deliberation is nobody's delay."""
    return max(day_of(came), free.get(case) or date.min)


def _days_waited(begun: Iterable[date], at: datetime) -> int:
    """Working days since the first of these."""
    first = min(begun, default=day_of(at))
    return regions.calendar().working_days_between(first, day_of(at))


def _lines_into(steps: Iterable[Step[S, A]], state: S) -> tuple[str, ...]:
    """The lines that say a thing came into this state, not those written while it stays there."""
    return tuple({step.line for step in steps if step.after == state and step.before != state})
