"""Messages and senders for the tests of the outbox."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import UUID

from zhengyin.outbox import actions
from zhengyin.outbox.actions import Envelope
from zhengyin.outbox.models import Message
from zhengyin.outbox.policy import Channel

AT = datetime(2026, 11, 30, 0, 30, tzinfo=timezone.utc)  # 8:30 in China, a Monday
MIDNIGHT = datetime(2026, 11, 30, 16, 0, tzinfo=timezone.utc)
PERSON = UUID("00000000-0000-4000-8000-000000000007")
COUNTY = "620422000000"
TEXT = "【证印】平头川镇李家湾村：有3件等您签批。"


def minutes(count: int) -> datetime:
    return AT + timedelta(minutes=count)


def envelope(key: str = "one", **changed: Any) -> Envelope:
    values: dict[str, Any] = {
        "key": key, "channel": Channel.SMS, "to": "13800001234", "to_masked": "138****1234", "text": TEXT,
        "about": PERSON, "county_code": COUNTY, **changed,
    }  # fmt: skip
    return Envelope(**values)


def put(key: str = "one", *, until: datetime = MIDNIGHT, at: datetime = AT, **changed: Any) -> Message:
    assert actions.put(envelope=envelope(key, **changed), until=until, at=at)
    return Message.objects.get(key=key)


@dataclass
class Provider:
    """Takes messages, after it refused the first few."""

    refuses: int = 0
    error: Exception = field(default_factory=ConnectionRefusedError)
    sent: list[tuple[str, str]] = field(default_factory=list)
    asked: int = 0

    def send(self, *, to: str, text: str) -> None:
        self.asked += 1
        if self.asked <= self.refuses:
            raise self.error
        self.sent.append((to, text))
