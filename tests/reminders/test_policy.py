"""Who may choose what, which code is taken, when people are reminded, and what it says."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from zhengyin.outbox.policy import Channel
from zhengyin.reminders.policy.again import refusals_to_look_after
from zhengyin.reminders.policy.choice import (
    CODES_A_DAY,
    LONGEST_ADDRESS,
    TRIES,
    ChoiceFacts,
    CodeFacts,
    LastCode,
    Way,
    address_in,
    refusals_to_choose,
    refusals_to_confirm,
    refusals_to_send_code,
)
from zhengyin.reminders.policy.hours import is_time
from zhengyin.reminders.policy.sentences import LONGEST, AtPlace, Waits, copied, message, sentence
from zhengyin.shared.days import SHANGHAI, WorkingCalendar

AT = datetime(2026, 11, 30, 9, 0, tzinfo=SHANGHAI)
BOTH = frozenset(Channel)
GOOD = ChoiceFacts(offered=BOTH, phone=True, email=True, holds_office=True)


@pytest.mark.parametrize("change, way, codes", [
    ({}, Way.SMS, []),
    ({}, Way.EMAIL, []),
    ({"phone": False}, Way.SMS, ["reminder_phone_missing"]),
    ({"phone": False}, Way.EMAIL, []),
    ({"email": False}, Way.EMAIL, ["reminder_email_missing"]),
    ({"email": False}, Way.SMS, []),
    ({"offered": {Channel.EMAIL}}, Way.SMS, ["reminder_way_not_offered"]),
    ({"offered": {Channel.EMAIL}}, Way.EMAIL, []),
    ({"holds_office": False}, Way.SMS, ["reminder_without_office"]),
    ({"holds_office": False, "offered": frozenset(), "phone": False}, Way.SMS,
     ["reminder_without_office", "reminder_way_not_offered", "reminder_phone_missing"]),
    ({"holds_office": False, "offered": frozenset(), "phone": False, "email": False}, Way.NONE, []),
])  # fmt: skip
def test_a_way_that_leads_nowhere_is_not_chosen(
    change: dict[str, object], way: Way, codes: list[str]
) -> None:
    facts = replace(GOOD, **change)  # type: ignore[arg-type]
    assert [refusal.code for refusal in refusals_to_choose(facts, way)] == codes


CODE = CodeFacts(offered=BOTH, address="zhang@example.cn", last_sent_at=None, sent_today=0, holds_office=True)


@pytest.mark.parametrize("change, codes", [
    ({}, []),
    ({"address": "zhang"}, ["email_is_wrong"]),
    ({"address": "zhang@example"}, ["email_is_wrong"]),
    ({"address": "zhang@example.cn\nBcc: all@example.cn"}, ["email_is_wrong"]),
    ({"address": "a" * (LONGEST_ADDRESS - 11) + "@example.cn"}, []),
    ({"address": "a" * (LONGEST_ADDRESS - 10) + "@example.cn"}, ["email_is_wrong"]),
    ({"last_sent_at": AT - timedelta(seconds=59)}, ["email_code_sent_just_now"]),
    ({"last_sent_at": AT - timedelta(seconds=60)}, []),
    ({"sent_today": CODES_A_DAY}, ["email_codes_enough_for_today"]),
    ({"sent_today": CODES_A_DAY - 1}, []),
    ({"offered": {Channel.SMS}}, ["reminder_way_not_offered"]),
    ({"holds_office": False}, ["reminder_without_office"]),
])  # fmt: skip
def test_a_code_is_sent_to_an_address_and_not_too_often(change: dict[str, object], codes: list[str]) -> None:
    facts = replace(CODE, **change)  # type: ignore[arg-type]
    assert [refusal.code for refusal in refusals_to_send_code(facts, AT)] == codes


@pytest.mark.parametrize("code, codes", [
    (LastCode(True, False, 0, True), []),
    (LastCode(True, False, TRIES - 1, True), []),
    (LastCode(True, False, TRIES, True), ["email_code_is_over"]),
    (LastCode(True, True, 0, True), ["email_code_is_over"]),
    (LastCode(False, False, 0, False), ["email_code_is_over"]),
    (LastCode(True, False, 0, False), ["email_code_is_wrong"]),
    (LastCode(True, False, TRIES - 2, False), ["email_code_is_wrong"]),
    (LastCode(True, False, TRIES - 1, False), ["email_code_is_over"]),
])  # fmt: skip
def test_the_last_code_is_taken_once_in_time(code: LastCode, codes: list[str]) -> None:
    assert [refusal.code for refusal in refusals_to_confirm(code)] == codes


def test_it_is_said_how_many_tries_are_left() -> None:
    (refusal,) = refusals_to_confirm(LastCode(True, False, 1, False))
    assert refusal.about == "还可以试3次"


@pytest.mark.parametrize("typed, kept", [
    (" zhang@example.cn ", "zhang@example.cn"), ("zhang＠example．cn", "zhang@example.cn"),
])  # fmt: skip
def test_full_width_letters_become_plain(typed: str, kept: str) -> None:
    assert address_in(typed) == kept


@pytest.mark.parametrize("administers, same_county, codes", [
    (True, True, []), (False, True, ["outbox_is_not_yours"]), (True, False, ["outbox_is_not_yours"]),
])  # fmt: skip
def test_an_outbox_is_looked_after_in_its_county(
    administers: bool, same_county: bool, codes: list[str]
) -> None:
    found = refusals_to_look_after(administers=administers, same_county=same_county)
    assert [refusal.code for refusal in found] == codes


CALENDAR = WorkingCalendar(off=frozenset({date(2026, 10, 1)}), extra=frozenset({date(2026, 10, 10)}))


@pytest.mark.parametrize("at, yes", [
    ("2026-11-30 08:29:59", False),
    ("2026-11-30 08:30:00", True),
    ("2026-11-30 17:59:59", True),
    ("2026-11-30 18:00:00", False),
    ("2026-11-28 09:00:00", False),  # a Saturday
    ("2026-10-01 09:00:00", False),  # a holiday, a Thursday
    ("2026-10-02 09:00:00", True),
    ("2026-10-10 09:00:00", True),  # a Saturday on which offices work
])  # fmt: skip
def test_offices_are_reminded_while_they_work(at: str, yes: bool) -> None:
    assert is_time(datetime.fromisoformat(at).replace(tzinfo=SHANGHAI), CALENDAR) is yes


@pytest.mark.parametrize("waits, said", [
    (Waits(3), "有3件等您签批"),
    (Waits(3, days=2), "有3件等您签批，最早的已等2个工作日"),
    (Waits(1, days=-1), "有1件等您签批"),
    (Waits(2, since="2026年9月"), "有2件等您签批，最早的是2026年9月"),
    (Waits(2, late=1), "有2件等您签批，其中1件已经超期"),
])  # fmt: skip
def test_a_sentence_says_how_many_and_how_long(waits: Waits, said: str) -> None:
    assert sentence("有{count}件等您签批", waits) == said


HERE = AtPlace("平头川镇李家湾村", ("有3件等您签批", "有1份告知函等您签发"))
ADDRESS = "https://zm.example.cn/desk"


def test_what_is_copied_names_the_place_and_the_address() -> None:
    said = "平头川镇李家湾村：有3件等您签批；有1份告知函等您签发。请打开 https://zm.example.cn/desk 办理。"
    assert copied(HERE, ADDRESS, demonstration=False) == said
    assert copied(HERE, ADDRESS, demonstration=True) == f"（示例）{said}"


def test_a_message_holds_every_place_and_the_way_out() -> None:
    said = message([HERE, AtPlace("平头川镇平头川村", ("有1件等您签批",))], ADDRESS, demonstration=False)
    assert said == (
        "【证印】平头川镇李家湾村：有3件等您签批；有1份告知函等您签发；平头川镇平头川村：有1件等您签批。"
        "请打开 https://zm.example.cn/desk 办理。不想收，到“我的账户”里关掉。"
    )


@pytest.mark.parametrize("count, demonstration", [(1, True), (20, True), (60, False)])
def test_a_message_is_never_too_long(count: int, demonstration: bool) -> None:
    said = message([HERE] * count, ADDRESS, demonstration=demonstration)
    assert len(said) <= LONGEST and said.endswith("关掉。")
    assert ("还有别的事" in said) is (count > 1)


def test_one_place_too_long_still_leads_there() -> None:
    said = message([AtPlace("村" * LONGEST, ("有1件",))], ADDRESS, demonstration=False)
    assert "【证印】还有别的事" in said and ADDRESS in said
