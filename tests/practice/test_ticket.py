"""The slip: ten minutes, signed with the key of both sides."""

import time

import pytest
from django.test import override_settings

from tests.practice.conftest import KEY, PINGTOUCHUAN
from zhengyin.practice.ticket import LASTS, Ticket, issue, read

TICKET = Ticket(PINGTOUCHUAN, may_renew=True)


@override_settings(PRACTICE_KEY=KEY)
def test_what_was_written_is_read() -> None:
    assert read(issue(TICKET)) == TICKET
    assert read(issue(Ticket(PINGTOUCHUAN, may_renew=False))) == Ticket(PINGTOUCHUAN, may_renew=False)


@pytest.mark.parametrize("age, there", [(LASTS - 2, True), (LASTS + 2, False)])
@override_settings(PRACTICE_KEY=KEY)
def test_it_lasts_ten_minutes(monkeypatch: pytest.MonkeyPatch, age: int, *, there: bool) -> None:
    slip, began = issue(TICKET), time.time()
    monkeypatch.setattr("django.core.signing.time.time", lambda: began + age)
    assert (read(slip) is not None) is there


def test_another_key_or_none_opens_nothing() -> None:
    with override_settings(PRACTICE_KEY="another"):
        slip = issue(TICKET)
    with override_settings(PRACTICE_KEY=KEY):
        assert read(slip) is None
        assert read("") is None and read("x:y:z") is None
    with override_settings(PRACTICE_KEY=""):
        assert read(slip) is None
