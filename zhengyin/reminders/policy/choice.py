"""How somebody wants to be reminded, and proving that an address is theirs. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from zhengyin.outbox.policy import Channel
from zhengyin.shared.refusal import Refusal

CODE_DIGITS = 6
CODE_LASTS = timedelta(minutes=10)
CODE_EVERY = timedelta(minutes=1)
CODES_A_DAY = 5
TRIES = 5
LONGEST_ADDRESS = 80
SHAPE = re.compile(r"[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")


class Way(StrEnum):
    """How somebody wants to be reminded. NONE unless they said otherwise."""

    NONE = "none"
    SMS = "sms"
    EMAIL = "email"


WAY_LABELS: dict[Way, str] = {Way.NONE: "不用", Way.SMS: "短信", Way.EMAIL: "邮件"}
CHANNELS: dict[Way, Channel] = {Way.SMS: Channel.SMS, Way.EMAIL: Channel.EMAIL}


@dataclass(frozen=True, slots=True)
class ChoiceFacts:
    """What is known of the owner and of this installation."""

    offered: frozenset[Channel]
    phone: bool
    email: bool  # an address was confirmed
    holds_office: bool


@dataclass(frozen=True, slots=True)
class CodeFacts:
    """Codes sent to the owner's addresses lately."""

    offered: frozenset[Channel]
    address: str
    last_sent_at: datetime | None
    sent_today: int
    holds_office: bool


@dataclass(frozen=True, slots=True)
class LastCode:
    """The code sent last; `right`: it is the one that was typed."""

    sent: bool
    over: bool
    tries: int
    right: bool


def address_in(typed: str) -> str:
    """An address as it is kept; full-width letters and spaces become plain ones."""
    return typed.strip().translate({0xFF20: "@", 0xFF0E: "."})


def refusals_to_choose(facts: ChoiceFacts, way: Way) -> Iterator[Refusal]:
    """不用 is always possible; a way that leads nowhere is not."""
    if way is Way.NONE:
        return
    if not facts.holds_office:
        yield Refusal("reminder_without_office")
    if CHANNELS[way] not in facts.offered:
        yield Refusal("reminder_way_not_offered", WAY_LABELS[way])
    if way is Way.SMS and not facts.phone:
        yield Refusal("reminder_phone_missing")
    if way is Way.EMAIL and not facts.email:
        yield Refusal("reminder_email_missing")


def refusals_to_send_code(facts: CodeFacts, at: datetime) -> Iterator[Refusal]:
    """One a minute, five a day, to something that looks like an address."""
    if not facts.holds_office:
        yield Refusal("reminder_without_office")
    if Channel.EMAIL not in facts.offered:
        yield Refusal("reminder_way_not_offered", WAY_LABELS[Way.EMAIL])
    if len(facts.address) > LONGEST_ADDRESS or not SHAPE.fullmatch(facts.address):
        yield Refusal("email_is_wrong")
    if facts.last_sent_at is not None and at - facts.last_sent_at < CODE_EVERY:
        yield Refusal("email_code_sent_just_now", "一分钟后可以再发")
    if facts.sent_today >= CODES_A_DAY:
        yield Refusal("email_codes_enough_for_today", f"一天最多{CODES_A_DAY}个，明天再来")


def refusals_to_confirm(code: LastCode) -> Iterator[Refusal]:
    """The last code, within ten minutes, at most four wrong ones before it."""
    if not code.sent or code.over or code.tries >= TRIES or (not code.right and code.tries == TRIES - 1):
        yield Refusal("email_code_is_over")
    elif not code.right:
        yield Refusal("email_code_is_wrong", f"还可以试{TRIES - code.tries - 1}次")
