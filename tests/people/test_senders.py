"""Which class sends text messages is told by the environment."""

import pytest
from django.conf import LazySettings

from config import environment
from zhengyin.people import senders
from zhengyin.regions.actions import install
from zhengyin.registers.queries import now


class Provider:
    def send(self, *, to: str, text: str) -> None:
        raise NotImplementedError


def test_the_environment_names_the_sender(
    db: None, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHENGYIN_SMS_SENDER", f"{__name__}.Provider")
    settings.SMS_SENDER = environment.read().sms_sender
    assert isinstance(senders.sender(), Provider)


def test_without_a_name_nothing_is_sent_outside_the_demonstration(
    db: None, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ZHENGYIN_SMS_SENDER", raising=False)
    install(demonstration=False, at=now())
    settings.SMS_SENDER = environment.read().sms_sender
    assert senders.sender() is None
