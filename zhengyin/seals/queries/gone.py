"""Seals that are gone: reported lost or declared void, not found again, no other issued in their place.

Where none will follow, the committee being over, the alarm goes with the public notice (遗失、作废公告):
as long as that hangs somebody may still come with the seal; afterwards its page and verification say so.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from zhengyin.regions.queries import settings_for
from zhengyin.seals.kinds import OUT_OF_REACH, StopReason
from zhengyin.seals.models import Seal, Stop
from zhengyin.seals.queries.lives import NOT_YET_OVER
from zhengyin.seals.queries.standing import notice_of
from zhengyin.seals.workflow import SealState
from zhengyin.shared.days import day_of

COMING = (SealState.ENGRAVING, SealState.IN_USE)


@dataclass(frozen=True, slots=True)
class Gone:
    """One seal; `ordered` says that another is being engraved in its place."""

    seal_id: UUID
    committee_id: UUID
    committee: str
    township: str
    name: str
    since: datetime  # the earliest moment it may have been gone
    stopped_at: datetime
    void: bool
    ordered: bool


def seals_gone(committees: Q, at: datetime) -> tuple[Gone, ...]:
    """The longest first; `committees` narrows rows by the path `seal__committee__`. At most two queries."""
    rows = Stop.objects.filter(
        committees, reason__in=OUT_OF_REACH, ended_at=None, seal__state=SealState.STOPPED
    )
    told = rows.select_related("seal__committee__township").order_by("stopped_at", "id")
    found = [row for row in told if not _over(row, at)]
    coming = _coming({row.seal.committee_id for row in found}) if found else {}
    states = {row.pk: coming.get(_place_of(row.seal), frozenset()) for row in found}
    return tuple(
        Gone(
            seal_id=row.seal_id,
            committee_id=row.seal.committee_id,
            committee=row.seal.committee.short_name,
            township=row.seal.committee.township.name,
            name=row.seal.name,
            since=row.since,
            stopped_at=row.stopped_at,
            void=row.reason == StopReason.VOID,
            ordered=SealState.ENGRAVING in states[row.pk],
        )
        for row in found
        if SealState.IN_USE not in states[row.pk]
    )


def _over(stop: Stop, at: datetime) -> bool:
    """Nothing is left to be done: the committee is over, and the public was told long enough."""
    if stop.seal.committee.ended_on is None:
        return False
    days = settings_for(stop.seal.county_code).numbers.seal_loss_notice_days
    return notice_of(stop, days).until < day_of(at)


def seals_to_lose(committee_id: UUID) -> QuerySet[Seal]:
    """In the committee's hands, in use or standing still; one that is gone already is not lost again."""
    gone = Stop.objects.filter(seal=OuterRef("pk"), ended_at=None, reason__in=OUT_OF_REACH)
    rows = Seal.objects.filter(committee_id=committee_id, state__in=NOT_YET_OVER)
    return rows.exclude(Exists(gone)).order_by("kind", "issued_at", "id")


def has_one_to_lose(committee_id: UUID) -> bool:
    """A committee whose only seal is reported lost already reports no other."""
    return seals_to_lose(committee_id).exists()


def _coming(committees: set[UUID]) -> dict[tuple[UUID, str, str], frozenset[str]]:
    """By what a seal is for, the states of those ordered or issued: another in its place serves the same."""
    rows = Seal.objects.filter(committee_id__in=committees, state__in=COMING).order_by("id")
    states: dict[tuple[UUID, str, str], frozenset[str]] = {}
    for seal in rows:
        states[_place_of(seal)] = states.get(_place_of(seal), frozenset()) | {seal.state}
    return states


def _place_of(seal: Seal) -> tuple[UUID, str, str]:
    return seal.committee_id, seal.kind, seal.purpose
