"""Opening and closing sessions."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Min, Q

from zhengyin.people.models import Account, Appointment, Device, Session
from zhengyin.people.policy.factors import Factor
from zhengyin.people.queries.terms import in_force
from zhengyin.shared.days import day_of


@transaction.atomic
def open_session(
    *, account: Account, factor: Factor, device: Device | None, address_prefix: str, at: datetime
) -> Session:
    """Open a session after both factors; it ends by itself with the first office that ends."""
    terms = Appointment.objects.filter(in_force(day_of(at)), person_id=account.person_id)
    return Session.objects.create(
        account=account,
        person_id=account.person_id,
        opened_at=at,
        ends_on=terms.aggregate(soonest=Min("valid_until"))["soonest"],
        factor=factor.value,
        device=device,
        address_prefix=address_prefix,
    )


def close_session(*, session_id: UUID, because: str, at: datetime) -> None:
    """Close one session; closing it twice keeps the first time."""
    Session.objects.filter(pk=session_id, closed_at=None).update(closed_at=at, closed_because=because)


def close_all(*, account: Account, because: str, at: datetime) -> None:
    """Close every open session of an account, on whatever device."""
    account.sessions.filter(closed_at=None).update(closed_at=at, closed_because=because)


def end_with_office(*, person_id: UUID, on: date, at: datetime) -> None:
    """An office ends on `on`: sessions end today with it, or then."""
    live = Session.objects.filter(person_id=person_id, closed_at=None)
    if on <= day_of(at):
        live.update(closed_at=at, closed_because="office_ended")
    else:
        live.filter(Q(ends_on=None) | Q(ends_on__gt=on)).update(ends_on=on)
