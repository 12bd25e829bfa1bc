"""A person entered for an office, and a code sent to a telephone: the shape that is asked for."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from zhengyin.people.policy.entry import refusals_to_register
from zhengyin.people.policy.factors import SMS_A_DAY, SmsFacts, refusals_to_send

NAME, NUMBER, PHONE = "马秀兰", "620422196805120003", "13800000001"


@pytest.mark.parametrize(
    ("name", "identity", "phone", "refusals"),
    [
        (NAME, NUMBER, PHONE, []),
        (NAME, NUMBER, "", []),  # no telephone is no mistake
        ("马", NUMBER, PHONE, ["name_is_wrong"]),
        ("巴特·孟克", NUMBER, PHONE, []),
        (NAME, "620422196805120004", PHONE, ["identity_is_wrong"]),  # another check digit
        (NAME, "", PHONE, ["identity_is_wrong"]),
        (NAME, NUMBER, "138-0000-0001", ["phone_is_wrong"]),
        (NAME, NUMBER, "138000", ["phone_is_wrong"]),
        (NAME, NUMBER, "1380000", []),
        ("", "", "x", ["name_is_wrong", "identity_is_wrong", "phone_is_wrong"]),
    ],
)
def test_an_official_is_entered_right(name: str, identity: str, phone: str, refusals: list[str]) -> None:
    assert [one.code for one in refusals_to_register(name, identity, phone)] == refusals


AT = datetime(2026, 11, 21, 2, 0, tzinfo=timezone.utc)
SEND = SmsFacts(phone=True, last_sent_at=AT - timedelta(seconds=60), sent_today=SMS_A_DAY - 1)


@pytest.mark.parametrize(
    ("facts", "refusals"),
    [
        (SEND, []),
        (replace(SEND, last_sent_at=None), []),
        (replace(SEND, phone=False), ["no_phone_known"]),
        (replace(SEND, last_sent_at=AT - timedelta(seconds=59)), ["sms_sent_just_now"]),
        (replace(SEND, sent_today=SMS_A_DAY), ["sms_enough_for_today"]),
    ],
)
def test_a_code_is_sent_to_a_known_number_now_and_then(facts: SmsFacts, refusals: list[str]) -> None:
    assert [one.code for one in refusals_to_send(facts, AT)] == refusals
