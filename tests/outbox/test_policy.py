"""When a message is tried again, when it is given up, and in which words."""

import smtplib
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.outbox.values import AT, MIDNIGHT, minutes
from zhengyin.outbox.policy import (
    LONGEST_ERROR,
    MOST,
    MessageState,
    Standing,
    UnableToSend,
    given_up,
    in_words,
    next_try,
    refusals_to_send_again,
)


@pytest.mark.parametrize("attempts, after", [(1, 5), (2, 10), (3, 20), (4, 40), (5, 80)])
def test_each_wait_is_twice_the_one_before(attempts: int, after: int) -> None:
    assert next_try(attempts, AT) == minutes(after)


@pytest.mark.parametrize("attempts, following, over", [
    (1, minutes(5), False),
    (MOST - 1, minutes(80), False),
    (MOST, minutes(160), True),
    (1, MIDNIGHT, True),
    (1, MIDNIGHT - timedelta(seconds=1), False),
])  # fmt: skip
def test_a_message_is_given_up_after_six_tries_or_at_the_end_of_its_day(
    attempts: int, following: datetime, over: bool
) -> None:
    assert given_up(attempts, following, MIDNIGHT) is over


FAILED = Standing(MessageState.FAILED, MIDNIGHT)


@pytest.mark.parametrize("message, at, codes", [
    (FAILED, AT, []),
    (FAILED, MIDNIGHT - timedelta(seconds=1), []),
    (FAILED, MIDNIGHT, ["message_is_of_another_day"]),
    (replace(FAILED, state=MessageState.WAITING), AT, ["message_has_not_failed"]),
    (replace(FAILED, state=MessageState.SENT), AT, ["message_has_not_failed"]),
    (replace(FAILED, state=MessageState.SENT), MIDNIGHT,
     ["message_has_not_failed", "message_is_of_another_day"]),
])  # fmt: skip
def test_only_what_failed_today_is_sent_again(message: Standing, at: datetime, codes: list[str]) -> None:
    assert [refusal.code for refusal in refusals_to_send_again(message, at)] == codes


@pytest.mark.parametrize("error, words", [
    (UnableToSend("余额不足"), "余额不足"),
    (UnableToSend("13800001234是空号"), "…是空号"),
    (smtplib.SMTPAuthenticationError(535, b"no"), "邮件服务器不认用户名或者密码"),
    (smtplib.SMTPRecipientsRefused({"zhang@example.cn": (550, b"no")}), "对方的邮箱地址不收"),
    (ConnectionRefusedError("10.1.2.3"), "连不上发送的服务器，或者中途断了"),
    (TimeoutError(), "连不上发送的服务器，或者中途断了"),
    (ValueError("zhang@example.cn"), "发送的程序出错，原因在服务的日志里"),
])  # fmt: skip
def test_what_went_wrong_is_told_without_the_address(error: Exception, words: str) -> None:
    assert in_words(error) == words


def test_a_provider_s_words_are_cut() -> None:
    assert len(in_words(UnableToSend("长" * 300))) == LONGEST_ERROR
