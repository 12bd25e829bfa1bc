"""Second factors: how many tries, how long, what a code looks like. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from zhengyin.shared.refusal import Refusal

TRIES = 5
LOCKED_FOR = timedelta(minutes=15)
SMS_LASTS = timedelta(minutes=5)
SMS_EVERY = timedelta(minutes=1)
SMS_A_DAY = 10
SHEET_CODES = 40
SHEET_DIGITS = 8
APP_DIGITS = 6


class Factor(StrEnum):
    """What was shown beside the password; for 换人 the PIN alone, on a registered computer."""

    APP = "app"
    SHEET = "sheet"
    SMS = "sms"
    PIN = "pin"
    PIN_ALONE = "pin_alone"


FACTOR_LABELS: dict[Factor, str] = {
    Factor.APP: "手机动态码",
    Factor.SHEET: "码表上的码",
    Factor.SMS: "短信验证码",
    Factor.PIN: "本机口令",
    Factor.PIN_ALONE: "换人口令（没有输密码）",
}


@dataclass(frozen=True, slots=True)
class SmsFacts:
    """Messages sent to the owner lately; `phone` says whether a number is known."""

    phone: bool
    last_sent_at: datetime | None
    sent_today: int


def clean_code(typed: str) -> str:
    """Digits only, however they were spaced or typed (full-width digits too)."""
    return "".join(str(int(one)) for one in typed if one.isdecimal())


def pin_proves_again(opened_by: Factor) -> bool:
    """A PIN that alone opened the session says nothing new about who sits there."""
    return opened_by is not Factor.PIN_ALONE


def refusals_to_try(locked_until: datetime | None, at: datetime) -> Iterator[Refusal]:
    """Too many wrong codes in a row lock the second step for a while."""
    if locked_until is not None and locked_until > at:
        minutes = -(-(locked_until - at).seconds // 60)
        yield Refusal("second_factor_locked", f"请过{minutes}分钟再试")


def refusals_to_send(facts: SmsFacts, at: datetime) -> Iterator[Refusal]:
    """A message a minute, ten a day, to a known number."""
    if not facts.phone:
        yield Refusal("no_phone_known")
    if facts.last_sent_at is not None and at - facts.last_sent_at < SMS_EVERY:
        yield Refusal("sms_sent_just_now", "一分钟后可以再发")
    if facts.sent_today >= SMS_A_DAY:
        yield Refusal("sms_enough_for_today", f"一天最多{SMS_A_DAY}条")
