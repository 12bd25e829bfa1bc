"""What a resident has said so far: it travels in the page, encrypted; here nothing is kept until it is sent.

Encrypted because a number, a name and a telephone stand in it, and a page left open on a shared
computer or saved from a browser must not give them away. The application's id and tracking code
travel along: made before the sending, so that a form sent twice is one application.
"""

import binascii
import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.conf import settings

from zhengyin.shared.codes import new_tracking_code
from zhengyin.shared.secrecy import UnableToDecrypt

ABOUT = b"apply.carried"
KEPT = timedelta(days=1)  # a page left open longer starts anew
Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Carried:
    """The answers by step and field, and the application they will be."""

    village: str
    item: str
    id: UUID
    tracking_code: str
    begun_at: datetime
    asked: Answers  # what the public answer rested on: unit, tie, doc, basis
    said: Mapping[str, Answers] = field(default_factory=dict)

    def with_answers(self, step: str, answers: Answers) -> "Carried":
        """The same with one step answered."""
        return replace(self, said={**self.said, step: dict(answers)})

    def answers(self, step: str) -> Answers:
        """What was said in a step; empty before."""
        return self.said.get(step, {})

    def sealed(self) -> str:
        """As one hidden field, readable here alone."""
        parts = [self.village, self.item, self.id.hex, self.tracking_code, self.begun_at.isoformat(),
                 dict(self.asked), dict(self.said)]  # fmt: skip
        plain = zlib.compress(json.dumps(parts, ensure_ascii=False).encode())
        return urlsafe_b64encode(settings.DATA_KEY.encrypt(plain, ABOUT)).decode()


def begun(village: str, item: str, asked: Answers, at: datetime) -> Carried:
    """Nothing said yet."""
    return Carried(village, item, uuid4(), new_tracking_code(), at, dict(asked))


def read(text: str, village: str, item: str, at: datetime) -> Carried | None:
    """What the page brought back; None where it is too old, forged or of another place."""
    try:
        plain = settings.DATA_KEY.decrypt(urlsafe_b64decode(text.encode()), ABOUT)
    except (UnableToDecrypt, binascii.Error):
        return None
    parts = json.loads(zlib.decompress(plain))  # ours: it decrypted under its own name
    begun_at = datetime.fromisoformat(parts[4])
    found = Carried(parts[0], parts[1], UUID(parts[2]), parts[3], begun_at, parts[5], parts[6])
    fits = (found.village, found.item) == (village, item) and at - begun_at < KEPT
    return found if fits else None
