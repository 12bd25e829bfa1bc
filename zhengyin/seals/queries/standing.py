"""Where seals stand: every seal of a committee, the notices of lost ones, what was sealed in doubt."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from zhengyin.regions.queries import settings_for
from zhengyin.seals.kinds import OUT_OF_REACH, SealKind, StopReason
from zhengyin.seals.models import Custody, Seal, SigningCertificate, Stop
from zhengyin.seals.queries.cards import StopNow, kept_on, stop_now
from zhengyin.seals.queries.returned import Destroyed, destroyed_among
from zhengyin.seals.workflow import SealState
from zhengyin.shared.days import day_of

OVER = (SealState.COLLECTED, SealState.DESTROYED, SealState.CALLED_OFF)


@dataclass(frozen=True, slots=True)
class SealRow:
    """One seal of a committee, in use or over; `custodian` keeps it still, custody or not."""

    id: UUID
    name: str
    kind: SealKind
    state: SealState
    issued_on: date | None
    stop: StopNow | None
    custody_id: UUID | None
    custodian: str
    destroyed: Destroyed | None

    @property
    def over(self) -> bool:
        """It is out of the committee's hands."""
        return self.state in OVER


@dataclass(frozen=True, slots=True)
class LossNotice:
    """A lost seal of which the public is told, up to and with `until`."""

    seal_id: UUID
    name: str
    since: datetime
    stopped_on: date
    until: date
    found_at: datetime | None
    void: bool = False  # withheld by somebody and declared void

    @property
    def found(self) -> bool:
        """It came back and was restored."""
        return self.found_at is not None


@dataclass(frozen=True, slots=True)
class Doubt:
    """The time in which what was sealed is in doubt: [since, until), open while None."""

    since: datetime
    until: datetime | None


def seals_of(organization_id: UUID, day: date) -> tuple[SealRow, ...]:
    """Every seal of a committee: those at hand first, the last ordered first. Four queries."""
    seals = list(Seal.objects.filter(committee_id=organization_id).order_by("-ordered_at", "id"))
    seals.sort(key=lambda seal: seal.state in OVER)
    stops = {row.seal_id: row for row in Stop.objects.filter(seal__in=seals, ended_at=None).order_by("id")}
    kept = {row.seal_id: row for row in kept_on(day, seals)}
    gone = destroyed_among(seals)
    return tuple(_row(seal, stops.get(seal.pk), kept.get(seal.pk), gone.get(seal.pk)) for seal in seals)


def notices_of_loss(organization_id: UUID, at: datetime) -> tuple[LossNotice, ...]:
    """The losses of which the public is told today; one that was found is told as found."""
    county = Seal.objects.filter(committee_id=organization_id).values_list("county_code", flat=True).first()
    if county is None:
        return ()
    days = settings_for(county).numbers.seal_loss_notice_days
    rows = Stop.objects.filter(
        seal__committee_id=organization_id,
        reason__in=OUT_OF_REACH,
        stopped_at__gt=at - timedelta(days=days + 1),
    )
    found = (notice_of(row, days) for row in rows.select_related("seal").order_by("-stopped_at", "id"))
    return tuple(notice for notice in found if notice.until >= day_of(at))


def notice_of(stop: Stop, days: int) -> LossNotice:
    """The notice of one loss, which hangs for `days` days after the day of the report."""
    on = day_of(stop.stopped_at)
    until, void = on + timedelta(days=days), stop.reason == StopReason.VOID
    return LossNotice(stop.seal_id, stop.seal.name, stop.since, on, until, stop.ended_at, void)


def loss_of(seal: Seal) -> LossNotice | None:
    """The notice of its last loss, running or over; None where it was never lost."""
    stop = seal.stops.filter(reason__in=OUT_OF_REACH).order_by("-stopped_at", "id").first()
    return notice_of(stop, settings_for(seal.county_code).numbers.seal_loss_notice_days) if stop else None


def doubts_of(seal: Seal) -> tuple[Doubt, ...]:
    """When what was sealed with this official seal is in doubt, the last first.

    As verification tells it: from the moment it may have been gone, until it was restored or another
    was issued. Of an ended committee from its last day, so that somebody looks at what was sealed since.
    """
    if seal.kind != SealKind.OFFICIAL or seal.issued_at is None:
        return ()
    later = Seal.objects.filter(
        committee_id=seal.committee_id, kind=SealKind.OFFICIAL, issued_at__gt=seal.issued_at
    )
    followed = later.order_by("issued_at").values_list("issued_at", flat=True).first()
    stops = seal.stops.exclude(reason=StopReason.DISPUTE).order_by("-stopped_at", "id")
    return tuple(Doubt(stop.since, stop.ended_at or followed) for stop in stops)


def doubts_of_keys(organization_id: UUID) -> tuple[Doubt, ...]:
    """The same of signing keys that were reported lost."""
    rows = SigningCertificate.objects.filter(committee_id=organization_id, lost_at__isnull=False)
    return tuple(
        Doubt(since, until)
        for since, until in rows.order_by("-lost_at", "id").values_list("lost_at", "revoked_at")
        if since is not None
    )


def _row(seal: Seal, stop: Stop | None, custody: Custody | None, destroyed: Destroyed | None) -> SealRow:
    return SealRow(
        id=seal.pk,
        name=seal.name,
        kind=SealKind(seal.kind),
        state=SealState(seal.state),
        issued_on=seal.issued_on,
        stop=stop_now(stop) if stop else None,
        custody_id=custody.pk if custody else None,
        custodian=custody.person.name if custody else "",
        destroyed=destroyed,
    )
