"""When a message is tried again, when it is given up, and what went wrong in words. Pure."""

import re
import smtplib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from zhengyin.shared.refusal import Refusal

MOST = 6  # times a message is tried
FIRST_DELAY = timedelta(minutes=5)  # doubled after each failure
KEPT = timedelta(days=30)  # how long what was sent or given up is still shown
LONGEST_ERROR = 100
NUMBER = re.compile(r"\d{5,}")  # an address in a provider's words

TOO_LATE = "当天没有发出去，过了时候不再发"
NOT_SET_UP = "这种方式没有设置好，发不了"


class Channel(StrEnum):
    """How a message goes out."""

    SMS = "sms"
    EMAIL = "email"


class MessageState(StrEnum):
    """Where a message stands."""

    WAITING = "message_waiting"
    SENT = "message_sent"
    FAILED = "message_failed"


class UnableToSend(Exception):
    """Raised by a sender that knows in Chinese what went wrong; the words name no address."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A message as the rule of sending again sees it."""

    state: MessageState
    until: datetime


def next_try(attempts: int, at: datetime) -> datetime:
    """When a message that failed `attempts` times is tried again: 5, 10, 20 … minutes later."""
    return at + FIRST_DELAY * (1 << (attempts - 1))


def given_up(attempts: int, following: datetime, until: datetime) -> bool:
    """Tried often enough, or the next try would come when nobody wants to know any more."""
    return attempts >= MOST or following >= until


def in_words(error: Exception) -> str:
    """What went wrong, for a page: never the exception's own words, which may name the address."""
    if isinstance(error, UnableToSend):
        return NUMBER.sub("…", str(error))[:LONGEST_ERROR]
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return "邮件服务器不认用户名或者密码"
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return "对方的邮箱地址不收"
    if isinstance(error, OSError):  # smtplib's own exceptions are OSErrors too
        return "连不上发送的服务器，或者中途断了"
    return "发送的程序出错，原因在服务的日志里"


def refusals_to_send_again(message: Standing, at: datetime) -> Iterator[Refusal]:
    """Only what failed, and only while its day lasts."""
    if message.state is not MessageState.FAILED:
        yield Refusal("message_has_not_failed")
    if at >= message.until:
        yield Refusal("message_is_of_another_day")
