"""What lies in the outbox, for whoever looks after it: addresses masked, no text."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, QuerySet

from zhengyin.outbox.models import Message
from zhengyin.outbox.policy import Channel, MessageState, Standing, refusals_to_send_again

MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class MessageShown:
    """One message that waits or failed."""

    id: UUID
    channel: Channel
    to_masked: str
    state: MessageState
    put_at: datetime
    next_at: datetime
    attempts: int
    error: str
    may_be_sent_again: bool


@dataclass(frozen=True, slots=True)
class Outbox:
    """How many of each since the last sweep, and those still to be looked at, the newest first."""

    counts: Mapping[MessageState, int]
    rows: tuple[MessageShown, ...]


def of_county(county_code: str) -> QuerySet[Message]:
    """The messages to people of one county."""
    return Message.objects.filter(county_code=county_code)


def outbox_of(county_code: str, at: datetime) -> Outbox:
    """What an administrator of the county sees; two queries."""
    found = of_county(county_code)
    counted = found.values_list("state").order_by().annotate(number=Count("pk"))
    counts = Counter({MessageState(state): number for state, number in counted})
    left = found.exclude(state=MessageState.SENT.value).order_by("-put_at", "id")[:MOST_SHOWN]
    return Outbox({state: counts[state] for state in MessageState}, tuple(_shown(row, at) for row in left))


def queued(keys: set[str]) -> frozenset[str]:
    """Those of these keys that were queued already."""
    return frozenset(Message.objects.filter(key__in=keys).values_list("key", flat=True))


def _shown(row: Message, at: datetime) -> MessageShown:
    standing = Standing(MessageState(row.state), row.until)
    return MessageShown(
        id=row.id,
        channel=Channel(row.channel),
        to_masked=row.to_masked,
        state=standing.state,
        put_at=row.put_at,
        next_at=row.next_at,
        attempts=row.attempts,
        error=row.error,
        may_be_sent_again=not any(refusals_to_send_again(standing, at)),
    )
