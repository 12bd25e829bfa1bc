"""Finding a paper by what a stranger holds of it, and whether a limit is reached. Writes nothing.

Unknown, malformed and not-yet-sealed go one way: the same queries, the same answer.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.conf import settings

from zhengyin.certificates.queries import verifying
from zhengyin.certificates.queries.verifying import PaperKnown
from zhengyin.people.addresses import prefix_of
from zhengyin.seals.kinds import SealKind
from zhengyin.seals.models import Seal
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal, refuse_if
from zhengyin.verification.limits import HITS, MISSES, Limit
from zhengyin.verification.models import Seen
from zhengyin.verification.outcome import Facts, Outcome, outcome


class By(StrEnum):
    """What a stranger holds of a paper."""

    TOKEN = "token"  # the QR code's
    CODE = "code"  # 核对码, typed
    FILE = "file"  # SHA-256 of the whole file


FIND: Mapping[By, Callable[[str], PaperKnown | None]] = {
    By.TOKEN: verifying.by_token,
    By.CODE: verifying.by_check_code,
    By.FILE: verifying.by_document,
}


@dataclass(frozen=True, slots=True)
class Verified:
    """The answer; `paper` stands only where there is one."""

    outcome: Outcome
    paper: PaperKnown | None


def prefix_index(address: str) -> bytes:
    """What is remembered of an address: a keyed digest of its prefix."""
    return bytes(settings.INDEX_KEY.blind_index(f"seen-from:{prefix_of(address)}"))


def verified(by: By, key: str, *, prefix: bytes, at: datetime) -> Verified:
    """Look a paper up. Refused: too_many_misses (never for a QR code that fits), too_many_hits."""
    paper = FIND[by](key)
    if paper is None or by is not By.TOKEN:
        refuse_if(refusals_over(MISSES, at, prefix=prefix))
    if paper is None:
        return Verified(outcome(Facts(registered=False)), None)
    refuse_if(refusals_over(HITS, at, certificate=paper.certificate_id))
    facts = Facts(
        registered=True,
        expired=paper.expired_on(day_of(at)),
        sealed_after_loss=sealed_after_loss(paper.organization_id, paper.sealed_at),
    )
    return Verified(outcome(facts), paper)


def sealed_after_loss(organization_id: UUID, sealed_at: datetime) -> bool:
    """Whether the seal of that moment, the last one issued before, had been lost by then."""
    seals = Seal.objects.filter(
        committee_id=organization_id, kind=SealKind.OFFICIAL, issued_at__lte=sealed_at
    )
    lost_at = seals.order_by("-issued_at").values_list("lost_at", flat=True).first()
    return lost_at is not None and lost_at <= sealed_at


def refusals_over(
    limit: Limit, at: datetime, *, prefix: bytes = b"", certificate: UUID | None = None
) -> list[Refusal]:
    """The refusal of a limit that is reached, for a prefix or a paper; counts no further than it."""
    rows = Seen.objects.filter(kind=limit.kind, seen_at__gt=at - limit.within)
    rows = rows.filter(certificate=certificate) if certificate else rows.filter(prefix=prefix)
    return [Refusal(limit.code)] if rows[: limit.most].count() >= limit.most else []
