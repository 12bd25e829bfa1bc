"""The person behind a session, with the offices of that day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from zhengyin.people.actor import Actor, Held
from zhengyin.people.models import Account, Appointment, Session
from zhengyin.people.offices import Office
from zhengyin.people.queries.terms import in_force
from zhengyin.shared.days import day_of

LONGEST_SESSION = timedelta(hours=12)


class SessionEnded(Exception):
    """The session is closed, has run out, or ended with an office; log in again."""


def actor_for(account: Account, session_id: UUID | None, at: datetime) -> Actor:
    """Return who acts at `at`: two queries. Raises SessionEnded.

    `session_id` None is for set-up and pack loading only; pages always pass theirs.
    """
    if session_id is not None:
        _refuse_ended(account, session_id, at)
    person = account.person
    return Actor(person.id, person.name, session_id, offices_of(person.id, day_of(at)))


def offices_of(person_id: UUID, day: date) -> frozenset[Held]:
    """Every office the person holds on `day`, lent ones and acting custody included."""
    rows = Appointment.objects.filter(in_force(day), person_id=person_id)
    pairs = rows.order_by("id").values_list("office", "organization_id")
    return frozenset(Held(Office(office), organization) for office, organization in pairs)


def _refuse_ended(account: Account, session_id: UUID, at: datetime) -> None:
    session = Session.objects.filter(pk=session_id, account=account, closed_at=None).first()
    if session is None or not account.is_active:
        raise SessionEnded("closed")
    if at - session.opened_at > LONGEST_SESSION:
        raise SessionEnded("too_long")
    if session.ends_on is not None and session.ends_on <= day_of(at):
        raise SessionEnded("office_ended")


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session as the audit sees it."""

    id: UUID
    person_id: UUID
    opened_at: datetime
    closed_at: datetime | None


def session_covers(session_id: UUID, person_id: UUID, at: datetime) -> bool:
    """True when this session of this person was open at `at`."""
    found = sessions_of((session_id,))
    return any(
        one.person_id == person_id
        and one.opened_at <= at <= one.opened_at + LONGEST_SESSION
        and (one.closed_at is None or at <= one.closed_at)
        for one in found
    )


def sessions_of(session_ids: Iterable[UUID]) -> tuple[Sitting, ...]:
    """The sessions with these ids; an id without a row is simply missing."""
    rows = Session.objects.filter(pk__in=list(session_ids)).order_by("opened_at", "id")
    return tuple(Sitting(row.id, row.person_id, row.opened_at, row.closed_at) for row in rows)
