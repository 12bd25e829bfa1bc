"""Where text messages leave: an interface, and the demonstration's own file.

A place names its provider's class in ZHENGYIN_SMS_SENDER (setting SMS_SENDER); without one no code is sent by
text message and the pages do not offer it.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

from zhengyin.regions.queries import is_demonstration


class Sender(Protocol):
    """Sends one text message, or raises."""

    def send(self, *, phone: str, text: str) -> None:
        """Deliver `text` to `phone`."""


@dataclass(frozen=True, slots=True)
class DemonstrationSender:
    """Writes messages to a file only the served process reads; nothing leaves the machine."""

    path: Path

    def send(self, *, phone: str, text: str) -> None:
        """Append the message, marked 示例."""
        opened = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(opened, "a", encoding="utf-8") as file:
            file.write(f"【示例，未真正发送】{phone} {text}\n")


def sender() -> Sender | None:
    """The sender of this installation, or None when text messages are not set up."""
    if settings.SMS_SENDER:
        return cast(Sender, import_string(settings.SMS_SENDER)())
    if is_demonstration():
        return DemonstrationSender(Path(settings.FILES_DIR).parent / "sms-demonstration.txt")
    return None
