"""The only code that changes the table: put, send, give up, send again, sweep."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from zhengyin.outbox.models import Message
from zhengyin.outbox.policy import (
    KEPT,
    NOT_SET_UP,
    TOO_LATE,
    Channel,
    MessageState,
    Standing,
    given_up,
    in_words,
    next_try,
    refusals_to_send_again,
)
from zhengyin.outbox.senders import Sender
from zhengyin.shared.refusal import refuse_if

logger = logging.getLogger(__name__)
NOTHING = b""
TOUCHED = ("to_encrypted", "state", "attempts", "next_at", "ended_at", "error")


@dataclass(frozen=True, slots=True)
class Envelope:
    """What is to be sent to whom. `key` says what it is: the same again is not queued again."""

    key: str
    channel: Channel
    to: str
    to_masked: str
    text: str
    about: UUID
    county_code: str


@transaction.atomic
def put(*, envelope: Envelope, until: datetime, at: datetime) -> bool:
    """Queue a message, in the caller's transaction; False where its key was queued before."""
    place = _place(envelope.key)
    row = Message(
        key=envelope.key,
        channel=envelope.channel.value,
        to_encrypted=settings.DATA_KEY.encrypt(envelope.to.encode(), place),
        to_masked=envelope.to_masked,
        text=envelope.text,
        about=envelope.about,
        county_code=envelope.county_code,
        put_at=at,
        next_at=at,
        until=until,
    )
    if Message.objects.filter(key=envelope.key).exists():
        return False
    Message.objects.bulk_create([row], ignore_conflicts=True)
    return Message.objects.filter(pk=row.pk).exists()


@transaction.atomic
def send_next(*, senders: Mapping[Channel, Sender], at: datetime) -> bool:
    """Send the one that is due longest, holding its row meanwhile; False when none is due.

    A crash after the provider took it and before the commit sends it once more, later.
    """
    rows = Message.objects.select_for_update(skip_locked=True).filter(
        state=MessageState.WAITING.value, next_at__lte=at
    )
    row = rows.order_by("next_at", "id").first()
    if row is None:
        return False
    if at >= row.until:
        _give_up(row, TOO_LATE, at)
    else:
        _try(row, senders.get(Channel(row.channel)), at)
    row.save(update_fields=TOUCHED)
    return True


def _try(row: Message, sender: Sender | None, at: datetime) -> None:
    if sender is None:
        _give_up(row, NOT_SET_UP, at)
        return
    row.attempts += 1
    try:
        sender.send(to=address_of(row), text=row.text)
    except Exception as error:  # a provider's class may raise anything; one message must not stop the rest
        logger.warning("a %s message was not sent: %s", row.channel, type(error).__name__)
        _failed(row, in_words(error), at)
        return
    row.state, row.ended_at, row.error = MessageState.SENT.value, at, ""
    row.to_encrypted = NOTHING


def _failed(row: Message, words: str, at: datetime) -> None:
    following = next_try(row.attempts, at)
    if given_up(row.attempts, following, row.until):
        _give_up(row, words, at)
    else:
        row.next_at, row.error = following, words


def _give_up(row: Message, words: str, at: datetime) -> None:
    row.state, row.ended_at, row.error = MessageState.FAILED.value, at, words


@transaction.atomic
def send_again(*, message_id: UUID, at: datetime) -> Message:
    """Put a failed message back into the queue, with all its tries before it.

    Refused: message_has_not_failed, message_is_of_another_day.
    """
    row = Message.objects.select_for_update().get(pk=message_id)
    refuse_if(refusals_to_send_again(Standing(MessageState(row.state), row.until), at))
    row.state, row.ended_at, row.attempts, row.next_at = MessageState.WAITING.value, None, 0, at
    row.save(update_fields=TOUCHED)
    return row


@transaction.atomic
def sweep(*, at: datetime) -> int:
    """Delete what was sent or given up long ago; give how many. Nothing rests on it."""
    old = Message.objects.exclude(state=MessageState.WAITING.value).filter(ended_at__lt=at - KEPT)
    return old.delete()[0]


def address_of(row: Message) -> str:
    """Where it goes; empty once it was sent."""
    stored = bytes(row.to_encrypted)
    return settings.DATA_KEY.decrypt(stored, _place(row.key)).decode() if stored else ""


def _place(key: str) -> bytes:
    return b"outbox.to:" + key.encode()
