"""Where messages leave: one interface, text messages, e-mail, and the demonstration's own files.

A place names its provider's class in ZHENGYIN_SMS_SENDER (setting SMS_SENDER) and its mail server in
ZHENGYIN_EMAIL_URL (setting EMAIL_HOST). A way that is not set up is offered on no page.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.module_loading import import_string

from zhengyin.outbox.policy import Channel

SUBJECT = "证印提醒"


class Sender(Protocol):
    """Sends one message, or raises: UnableToSend with a sentence, or anything else."""

    def send(self, *, to: str, text: str) -> None:
        """Deliver `text` to a telephone or an address."""


@dataclass(frozen=True, slots=True)
class DemonstrationSender:
    """Writes messages to a file only the served process reads; nothing leaves the machine."""

    path: Path

    def send(self, *, to: str, text: str) -> None:
        """Append the message, marked 示例."""
        opened = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(opened, "a", encoding="utf-8") as file:
            file.write(f"【示例，未真正发送】{to} {text}\n")


@dataclass(frozen=True, slots=True)
class EmailSender:
    """Through Django's e-mail, to the server the environment names."""

    def send(self, *, to: str, text: str) -> None:
        """Send a plain letter; raises smtplib's and the network's errors."""
        EmailMessage(SUBJECT, text, settings.DEFAULT_FROM_EMAIL, [to]).send()


def senders(*, demonstration: bool) -> Mapping[Channel, Sender]:
    """The ways that are set up. Of a demonstration nothing leaves the machine: its people are invented."""
    if demonstration:
        home = Path(settings.FILES_DIR).parent
        return {one: DemonstrationSender(home / f"{one.value}-demonstration.txt") for one in Channel}
    found: dict[Channel, Sender] = {}
    if settings.SMS_SENDER:
        found[Channel.SMS] = cast(Sender, import_string(settings.SMS_SENDER)())
    if settings.EMAIL_HOST:
        found[Channel.EMAIL] = EmailSender()
    return found
