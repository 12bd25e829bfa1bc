"""The person behind a session, with the offices of that day."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from zhengyin.people.actor import Actor, Held
from zhengyin.people.models import Account, Appointment, Session
from zhengyin.people.offices import Office
from zhengyin.people.queries.terms import in_force
from zhengyin.shared.days import day_of

LONGEST_SESSION = timedelta(hours=12)


class SessionEnded(Exception):
    """The session is closed, has run out, or ended with an office; log in again."""


def actor_for(account: Account, session_id: UUID | None, at: datetime) -> Actor:
    """Return who acts at `at`: two queries, the person with the session. Raises SessionEnded.

    `session_id` None is for set-up, pack loading and the first password, which is changed before a
    session opens; every other page passes its own.
    """
    person = account.person if session_id is None else _open_session(account, session_id, at).person
    return Actor(person.id, person.name, session_id, offices_of(person.id, day_of(at)))


def offices_of(person_id: UUID, day: date) -> frozenset[Held]:
    """Every office the person holds on `day`, lent ones and acting custody included."""
    return _held(Appointment.objects.filter(in_force(day), person_id=person_id))


def offices_then(person_id: UUID, moment: datetime) -> frozenset[Held]:
    """Those of a moment that has passed, as recorded by then: one dated back vouches for nothing."""
    rows = Appointment.objects.filter(in_force(day_of(moment)), person_id=person_id)
    return _held(rows.filter(recorded_at__lte=moment))


def _held(rows: QuerySet[Appointment]) -> frozenset[Held]:
    pairs = rows.order_by("id").values_list("office", "organization_id")
    return frozenset(Held(Office(office), organization) for office, organization in pairs)


def _open_session(account: Account, session_id: UUID, at: datetime) -> Session:
    rows = Session.objects.select_related("person").filter(pk=session_id, account=account, closed_at=None)
    session = rows.first()
    if session is None or not account.is_active:
        raise SessionEnded("closed")
    if at - session.opened_at > LONGEST_SESSION:
        raise SessionEnded("too_long")
    if session.ends_on is not None and session.ends_on <= day_of(at):
        raise SessionEnded("office_ended")
    return session
