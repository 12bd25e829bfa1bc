"""Once a working day: everybody who said yes, and for whom something waits."""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction

from zhengyin.outbox import actions as outbox
from zhengyin.outbox import queries as queued
from zhengyin.outbox.actions import Envelope
from zhengyin.outbox.policy import Channel
from zhengyin.people.queries import phone_of
from zhengyin.regions import queries as regions
from zhengyin.reminders.actions.email import address_of
from zhengyin.reminders.models import Choice
from zhengyin.reminders.policy.choice import CHANNELS, Way
from zhengyin.reminders.policy.hours import is_time
from zhengyin.reminders.policy.sentences import message
from zhengyin.reminders.queries.telling import desk_address, told_to
from zhengyin.shared.days import day_of, start_of
from zhengyin.shared.masking import mask_phone

logger = logging.getLogger(__name__)


def put_reminders(*, at: datetime, early: bool = False) -> int:
    """Queue today's reminders and give how many; each in a transaction of its own.

    Asked every few minutes: who has today's already gets no other, whatever came since. `early` is
    for trying: it asks neither the day nor the hour.
    """
    if not early and not is_time(at, regions.calendar()):
        return 0
    return sum(_put_or_tell(choice, at) for choice in _left(at))


def _left(at: datetime) -> Iterator[Choice]:
    """Who said yes, can log in, and has nothing queued today."""
    rows = Choice.objects.exclude(way=Way.NONE.value).filter(person__accounts__is_active=True)
    found = {_key(row, at): row for row in rows.select_related("person").order_by("person_id")}
    done = queued.queued(set(found))
    return (row for key, row in found.items() if key not in done)


def _put_or_tell(choice: Choice, at: datetime) -> bool:
    """One person's trouble keeps nobody else from being reminded."""
    try:
        return _put(choice, at)
    except Exception:
        logger.exception("a reminder was not put")
        return False


@transaction.atomic
def _put(choice: Choice, at: datetime) -> bool:
    to, masked = _where(choice)
    told = told_to(choice.person_id, at)
    if not to or not told:
        return False
    envelope = Envelope(
        key=_key(choice, at),
        channel=_channel(choice),
        to=to,
        to_masked=masked,
        text=message(told, desk_address(), demonstration=regions.is_demonstration()),
        about=choice.person_id,
        county_code=choice.county_code,
    )
    return outbox.put(envelope=envelope, until=start_of(day_of(at) + timedelta(days=1)), at=at)


def _where(choice: Choice) -> tuple[str, str]:
    if _channel(choice) is Channel.EMAIL:
        return address_of(choice), choice.email_masked
    phone = phone_of(choice.person)
    return phone, mask_phone(phone)


def _channel(choice: Choice) -> Channel:
    return CHANNELS[Way(choice.way)]


def _key(choice: Choice, at: datetime) -> str:
    return f"reminder:{day_of(at).isoformat()}:{choice.person_id}"
