"""The card 公示和议事 on the pages of a case: whether it is locked, why, and where to go."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from zhengyin.catalogue.kinds import Lock
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.judging import judged_again
from zhengyin.certificates.workflow import State
from zhengyin.deliberation import queries
from zhengyin.shared.refusal import Refusal
from zhengyin.workuse.models import WorkUse

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


def locked_in(certificate: Certificate, reasons: Iterable[Refusal], at: datetime) -> Lock:
    """The lock an act was refused by: today's list may have set it after the case was taken in."""
    missing = any(refusal.code == "deliberation_missing" for refusal in reasons)
    return lock_of(certificate, at) if missing else Lock.NONE


def card_of(certificate: Certificate, at: datetime, lock: Lock = Lock.NONE) -> Card:
    """What the case's page says about it; `lock` where it was judged anew."""
    lock = Lock(certificate.lock) if lock is Lock.NONE else lock
    return _card(certificate, lock, at)


def work_card(work_use: WorkUse, at: datetime) -> Card:
    """What the page of a work use says about it; only a major matter is locked."""
    return _card(work_use, Lock(work_use.lock), at)


def _card(about: Certificate | WorkUse, lock: Lock, at: datetime) -> Card:
    if lock is Lock.NONE:
        return Card(False)
    outcome = queries.outcome_for(about.id, at)
    href = reverse("deliberation-case", args=[about.organization_id, about.id])
    return Card(True, outcome.done, LOCKED[lock], outcome.words, href)
