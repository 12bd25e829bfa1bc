"""Finding a paper by what a stranger holds of it, and whether a limit is reached. Writes nothing.

Unknown, malformed and not-yet-sealed go one way: the same queries, the same answer.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.conf import settings
from django.db import connection

from zhengyin.certificates.queries import slips, verifying
from zhengyin.certificates.queries.slips import SlipKnown
from zhengyin.certificates.queries.verifying import PaperKnown
from zhengyin.people.addresses import prefix_of
from zhengyin.seals.queries import SEALED_AFTER_LOSS, SIGNED_AFTER_KEY_LOSS
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal, refuse_if
from zhengyin.verification.limits import HITS, MISSES, Limit
from zhengyin.verification.models import Seen
from zhengyin.verification.outcome import Facts, Outcome, outcome
from zhengyin.workuse.queries import letters
from zhengyin.workuse.queries.letters import LetterKnown


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
FIND_SLIP: Mapping[By, Callable[[str], SlipKnown | None]] = {
    By.TOKEN: slips.by_token,
    By.CODE: slips.by_check_code,
    By.FILE: slips.by_document,
}


FIND_LETTER: Mapping[By, Callable[[str], LetterKnown | None]] = {
    By.TOKEN: letters.by_token,
    By.CODE: letters.by_check_code,
    By.FILE: letters.by_document,
}


@dataclass(frozen=True, slots=True)
class Verified:
    """The answer; `paper` stands only where there is one, `slip` where no paper came of it yet.

    `letter` is a letter of introduction; of the three at most one stands.
    """

    outcome: Outcome
    paper: PaperKnown | None
    slip: SlipKnown | None = None
    letter: LetterKnown | None = None

    @property
    def known(self) -> UUID | None:
        """Under which id the look is counted; None for what there is not."""
        if self.paper:
            return self.paper.certificate_id
        if self.letter:
            return self.letter.work_use_id
        return self.slip.slip_id if self.slip else None


@dataclass(frozen=True, slots=True)
class Doubts:
    """What else there is to know of a paper that stands in the register."""

    sealed_after_loss: bool
    hits: int
    signed_after_key_loss: bool = False


# By hand and together, for the same reason as the paper itself: each answer pays for it.
LOOKS = """(SELECT count(*) FROM (
        SELECT 1 FROM verification_seen v
        WHERE v.certificate = %(paper)s AND v.kind = 'hit' AND v.seen_at > %(since)s
        LIMIT %(most)s) looks)"""
DOUBTS = f"SELECT {SEALED_AFTER_LOSS}, {SIGNED_AFTER_KEY_LOSS}, {LOOKS}"


def prefix_index(address: str) -> bytes:
    """What is remembered of an address: a keyed digest of its prefix."""
    return bytes(settings.INDEX_KEY.blind_index(f"seen-from:{prefix_of(address)}"))


def verified(by: By, key: str, *, prefix: bytes, at: datetime) -> Verified:
    """Look a paper up. Refused: too_many_misses (never for a QR code that fits), too_many_hits."""
    paper = FIND[by](key)
    slip = FIND_SLIP[by](key) if paper is None else None
    letter = FIND_LETTER[by](key) if paper is None and slip is None else None
    if (paper is None and slip is None and letter is None) or by is not By.TOKEN:
        refuse_if(refusals_over(MISSES, at, prefix=prefix))
    if letter is not None:
        return _letter_verified(letter, at)
    if paper is None:
        return Verified(outcome(Facts(registered=False, slip=slip.state if slip else None)), None, slip)
    doubts = doubts_about(paper.certificate_id, paper.organization_id, paper.sealed_at, at=at)
    refuse_if([Refusal(HITS.code)] if doubts.hits >= HITS.most else [])
    facts = Facts(
        registered=True,
        void=paper.ended is not None and not paper.ended.corrected,
        replaced=paper.ended is not None and paper.ended.corrected,
        expired=paper.expired_on(day_of(at)),
        sealed_after_loss=doubts.sealed_after_loss,
        signed_after_key_loss=doubts.signed_after_key_loss,
    )
    return Verified(outcome(facts), paper)


def _letter_verified(letter: LetterKnown, at: datetime) -> Verified:
    """No key signs a letter: whether it was taken back, its term and its seal decide."""
    doubts = doubts_about(letter.work_use_id, letter.organization_id, letter.sealed_at, at=at)
    refuse_if([Refusal(HITS.code)] if doubts.hits >= HITS.most else [])
    facts = Facts(
        registered=True,
        void=letter.void,
        expired=letter.expired_on(day_of(at)),
        sealed_after_loss=doubts.sealed_after_loss,
    )
    return Verified(outcome(facts), None, letter=letter)


def refuse_after_misses(address: str, at: datetime) -> None:
    """Before anything costly is read. Refused: too_many_misses."""
    refuse_if(refusals_over(MISSES, at, prefix=prefix_index(address)))


def doubts_about(paper: UUID, committee: UUID, sealed_at: datetime, *, at: datetime) -> Doubts:
    """Whether the seal of that moment had been lost; looks up to the limit."""
    with connection.cursor() as cursor:
        cursor.execute(
            DOUBTS,
            {
                "committee": committee,
                "sealed_at": sealed_at,
                "paper": paper,
                "since": at - HITS.within,
                "most": HITS.most,
            },
        )
        lost, key_lost, hits = cursor.fetchone()
    return Doubts(bool(lost), hits, bool(key_lost))


def refusals_over(
    limit: Limit, at: datetime, *, prefix: bytes = b"", certificate: UUID | None = None
) -> list[Refusal]:
    """The refusal of a limit that is reached, for a prefix or a paper; counts no further than it."""
    rows = Seen.objects.filter(kind=limit.kind, seen_at__gt=at - limit.within)
    rows = rows.filter(certificate=certificate) if certificate else rows.filter(prefix=prefix)
    return [Refusal(limit.code)] if rows[: limit.most].count() >= limit.most else []
