"""What a resident has said so far: it travels in the page, signed; here nothing is kept until it is sent.

Signed because the application's id and tracking code travel along: made before the sending, so
that a form sent twice is one application and shows the same code both times.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from uuid import UUID, uuid4

from django.core import signing

from zhengyin.shared.codes import new_tracking_code

SALT = "zhengyin.apply"
KEPT = timedelta(days=1)  # a page left open longer starts anew
Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Carried:
    """The answers by step and field, and the application they will be."""

    village: str
    item: str
    id: UUID
    tracking_code: str
    asked: Answers  # what the public answer rested on: unit, tie, doc, basis
    said: Mapping[str, Answers] = field(default_factory=dict)

    def with_answers(self, step: str, answers: Answers) -> "Carried":
        """The same with one step answered."""
        return replace(self, said={**self.said, step: dict(answers)})

    def answers(self, step: str) -> Answers:
        """What was said in a step; empty before."""
        return self.said.get(step, {})

    def sealed(self) -> str:
        """As one hidden field."""
        parts = [self.village, self.item, self.id.hex, self.tracking_code, dict(self.asked), dict(self.said)]
        return signing.dumps(parts, salt=SALT, compress=True)


def begun(village: str, item: str, asked: Answers) -> Carried:
    """Nothing said yet."""
    return Carried(village, item, uuid4(), new_tracking_code(), dict(asked))


def read(text: str, village: str, item: str) -> Carried | None:
    """What the page brought back; None where it is too old, forged or of another place."""
    try:
        parts = signing.loads(text, salt=SALT, max_age=KEPT)
    except signing.BadSignature:
        return None
    found = Carried(parts[0], parts[1], UUID(parts[2]), parts[3], parts[4], parts[5])
    return found if (found.village, found.item) == (village, item) else None
