"""The card 公示和议事 on the pages of a case: whether it is locked, why, and where to go."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from zhengyin.catalogue.kinds import Lock
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.judging import judged_again
from zhengyin.certificates.workflow import State
from zhengyin.deliberation import queries

LOCKED = {Lock.APPROVE: "议事通过以后才能签批", Lock.SEAL: "公示、议事通过以后才能盖章"}
BEFORE = (State.VERIFYING, State.VERIFIED, State.AWAITING_SECOND)  # soon to be judged again


@dataclass(frozen=True, slots=True)
class Card:
    """`concerns` is false where no public interest is touched: then nothing is shown."""

    concerns: bool
    done: bool = False
    lock: str = ""
    words: str = ""
    href: str = ""


def lock_of(certificate: Certificate, at: datetime) -> Lock:
    """As it was when last judged; before the approval also by today's lists, as it will be."""
    lock = Lock(certificate.lock)
    return judged_again(certificate, at).lock if lock is Lock.NONE and certificate.state in BEFORE else lock


def card_of(certificate: Certificate, at: datetime) -> Card:
    """What the case's page says about it."""
    lock = lock_of(certificate, at)
    if lock is Lock.NONE:
        return Card(False)
    outcome = queries.outcome_for(certificate.id, at)
    href = reverse("deliberation-case", args=[certificate.organization_id, certificate.id])
    return Card(True, outcome.done, LOCKED[lock], outcome.words, href)
