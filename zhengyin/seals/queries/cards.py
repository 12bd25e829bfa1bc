"""A committee's seal as pages, papers and the act of sealing see it; the township's inventory."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from zhengyin.people.offices import Nature
from zhengyin.regions.models import Committee
from zhengyin.registers import queries as registers
from zhengyin.seals.kinds import OUT_OF_REACH, STOP_LABELS, SealKind, StopReason
from zhengyin.seals.lines.custody import CUSTODY_ENDED, ENDED_WITH_SEAL
from zhengyin.seals.models import Custody, Seal, Stop
from zhengyin.seals.policy.handover import Period
from zhengyin.seals.policy.whereabouts import AT_OFFICE, Whereabouts
from zhengyin.seals.queries import handover
from zhengyin.seals.queries.whereabouts import where_was
from zhengyin.seals.workflow import SealState
from zhengyin.shared.days import day_of, in_words

_NEAREST = {
    SealState.IN_USE: 0,
    SealState.STOPPED: 1,
    SealState.ENGRAVING: 2,
    SealState.COLLECTED: 3,
    SealState.DESTROYED: 4,
}


@dataclass(frozen=True, slots=True)
class StopNow:
    """Why a seal stands still; `since` is when a lost one may have been gone."""

    reason: StopReason
    since: datetime
    stopped_at: datetime

    @property
    def lost(self) -> bool:
        """Reported lost, and not found again; or declared void, for somebody withholds it."""
        return self.reason in OUT_OF_REACH

    @property
    def void(self) -> bool:
        """Withheld by somebody and declared void: it never comes back into use."""
        return self.reason is StopReason.VOID


@dataclass(frozen=True, slots=True)
class SealCard:
    """One seal on one day. Without a custodian that day, person is None and the texts are empty."""

    id: UUID
    name: str
    state: SealState
    issued_on: date | None
    stop: StopNow | None
    custody_id: UUID | None
    custodian_id: UUID | None
    custodian: str
    kept_from: date | None
    kept_until: date | None
    place: str
    acting: bool = False  # the custodian keeps it for a while (临时代管)
    handover: Period | None = None

    @property
    def in_use(self) -> bool:
        """True while papers may be stamped with it."""
        return self.state is SealState.IN_USE

    def in_custody_of(self, person_id: UUID) -> bool:
        """True when this person keeps it that day and it may be used."""
        return self.in_use and self.custodian_id == person_id and not self.handed_over_too_late

    @property
    def handed_over_too_late(self) -> bool:
        """The ten days of a handover are over: whoever kept the seal before can seal no more."""
        return self.handover is not None and self.handover.stops

    @property
    def handover_over(self) -> str:
        """The last day of a handover that is over, in words; else empty."""
        return in_words(self.handover.due_on) if self.handover and self.handover.stops else ""

    @property
    def remark(self) -> str:
        """What the lines say that are sealed while it is handed over; else empty."""
        return self.handover.remark if self.handover and self.custodian else ""


@dataclass(frozen=True, slots=True)
class SealThen:
    """The seal of a moment that has passed: was it lost or still by then, where was it, who kept it that day.

    `still` says why it might not be used for another reason than a loss; empty where it might.
    """

    name: str
    lost: bool
    custodian_id: UUID | None
    handover: Period | None = None
    still: str = ""
    where: Whereabouts = AT_OFFICE


@dataclass(frozen=True, slots=True)
class InventoryRow:
    """One committee of a township, and its seal or None."""

    organization_id: UUID
    code: str
    committee: str
    legal_name_confirmed: bool
    seal: SealCard | None


def seal_of(organization_id: UUID, day: date) -> SealCard | None:
    """The official seal of a committee with its custodian on `day`; the one in use before any other."""
    return cards_of(Seal.objects.filter(committee_id=organization_id), day).get(organization_id)


def seal_then(organization_id: UUID, at: datetime) -> SealThen | None:
    """The official seal a committee had at `at`, the last one issued before; None before any.

    The day of issue may be entered later; of two issued on one day, the moments tell them apart.
    """
    day = day_of(at)
    before = Q(issued_on__lt=day) | Q(issued_on=day, issued_at__lte=at)
    issued = Seal.objects.filter(before, committee_id=organization_id, kind=SealKind.OFFICIAL)
    seal = issued.order_by("-issued_on", "-issued_at", "id").first()
    if seal is None:
        return None
    kept = kept_at(seal, at)
    then = SealThen(
        seal.name, lost_by(seal, at), None, still=still_at(seal, at), where=where_was(seal.pk, at)
    )
    if kept is None:
        return then
    return replace(then, custodian_id=kept.person_id, handover=handover.then(seal, kept, at))


def township_inventory(township_id: UUID, day: date) -> tuple[InventoryRow, ...]:
    """Every committee of a township, by code, virtual communities left out: they have no seal."""
    committees = Committee.objects.filter(township_id=township_id, issuer=True).order_by("code")
    cards = cards_of(Seal.objects.filter(committee__township_id=township_id), day)
    return tuple(
        InventoryRow(row.pk, row.code, row.legal_name or row.name, bool(row.legal_name), cards.get(row.pk))
        for row in committees
    )


def cards_of(seals: QuerySet[Seal], day: date) -> dict[UUID, SealCard]:
    """One card a committee, by it: in use, else last stopped, else being engraved."""
    rows = seals.filter(kind=SealKind.OFFICIAL).exclude(state=SealState.CALLED_OFF)
    rows = rows.order_by("-ordered_at", "id")
    nearest: dict[UUID, Seal] = {}
    for row in sorted(rows, key=lambda seal: _NEAREST[SealState(seal.state)]):
        nearest.setdefault(row.committee_id, row)
    cards = cards_by_seal(nearest.values(), day)
    return {committee: cards[seal.pk] for committee, seal in nearest.items()}


def cards_by_seal(seals: Collection[Seal], day: date) -> dict[UUID, SealCard]:
    """The card of each of these seals, by its own id."""
    kept = {custody.seal_id: custody for custody in kept_on(day, seals)}
    stops = _stops(seals)
    turning = handover.running(day, seals, kept)
    return {
        seal.pk: _card(seal, kept.get(seal.pk), stops.get(seal.pk), turning.get(seal.pk)) for seal in seals
    }


def kept_on(day: date, seals: Iterable[Seal]) -> QuerySet[Custody]:
    """Custodies of `seals` that hold on `day`, and whose office of custodian holds too."""
    custody = Q(valid_from__lte=day) & (Q(valid_until=None) | Q(valid_until__gt=day))
    office = Q(appointment__valid_until=None) | Q(appointment__valid_until__gt=day)
    rows = Custody.objects.filter(custody, office, seal__in=[seal.pk for seal in seals])
    return handover.with_elections(rows.select_related("person", "appointment").order_by("valid_from", "id"))


def kept_at(seal: Seal, at: datetime) -> Custody | None:
    """The custody of a moment: on the day of a handover the old one until the hour it ended.

    What ended by itself, as acting custody does, ended at midnight, whenever somebody wrote so. A custody
    dated back begins with the hour it was recorded.
    """
    day = day_of(at)
    begun = Q(valid_from__lte=day, recorded_at__lte=at)
    last = Q(valid_until=None) | Q(valid_until__gte=day)
    office = Q(appointment__valid_until=None) | Q(appointment__valid_until__gte=day)
    rows = Custody.objects.filter(begun, last, office, seal=seal).select_related("person", "appointment")
    found = list(handover.with_elections(rows).order_by("valid_from", "recorded_at", "id"))
    ended = registers.last_written([row.pk for row in found], (CUSTODY_ENDED, ENDED_WITH_SEAL))
    return next((row for row in reversed(found) if _kept_still(row, ended.get(row.pk), at)), None)


def _kept_still(row: Custody, ended: datetime | None, at: datetime) -> bool:
    """Not over by midnight; or ended by an act later on that day."""
    office = row.appointment
    over = min((day for day in (row.valid_until, office.valid_until) if day is not None), default=None)
    if over is None or over > day_of(at):
        return True
    by_itself = office.valid_until == over and office.ended_at is None
    return ended is not None and ended > at and not by_itself


def lost_by(seal: Seal, at: datetime) -> bool:
    """Whether it was lost at `at`, as reported until now; a restored one only until it was restored."""
    losses = seal.stops.filter(reason__in=OUT_OF_REACH, since__lte=at)
    return losses.filter(Q(ended_at=None) | Q(ended_at__gt=at)).exists()


def still_at(seal: Seal, at: datetime) -> str:
    """Why it might not be used at `at`, for another reason than a loss; empty where it might."""
    if seal.state in (SealState.COLLECTED, SealState.DESTROYED) and seal.collection.recorded_at <= at:
        return "已经收缴"
    stops = seal.stops.exclude(reason__in=OUT_OF_REACH).filter(since__lte=at)
    row = stops.filter(Q(ended_at=None) | Q(ended_at__gt=at)).order_by("since", "id").first()
    return f"已经停用（{STOP_LABELS[StopReason(row.reason)]}）" if row else ""


def _stops(seals: Iterable[Seal]) -> dict[UUID, StopNow]:
    """Why each that stands still does; asks nothing while all are in use."""
    still = [seal.pk for seal in seals if seal.state == SealState.STOPPED]
    rows = Stop.objects.filter(seal__in=still, ended_at=None).order_by("id") if still else ()
    return {row.seal_id: stop_now(row) for row in rows}


def stop_now(row: Stop) -> StopNow:
    """A stop as pages see it."""
    return StopNow(StopReason(row.reason), row.since, row.stopped_at)


def _card(seal: Seal, custody: Custody | None, stop: StopNow | None, turning: Period | None) -> SealCard:
    return SealCard(
        id=seal.pk,
        name=seal.name,
        state=SealState(seal.state),
        issued_on=seal.issued_on,
        stop=stop,
        custody_id=custody.pk if custody else None,
        custodian_id=custody.person_id if custody else None,
        custodian=custody.person.name if custody else "",
        kept_from=custody.valid_from if custody else None,
        kept_until=until_of(custody) if custody else None,
        place=custody.place if custody else "",
        acting=custody is not None and custody.appointment.nature == Nature.ACTING,
        handover=turning,
    )


def until_of(custody: Custody) -> date | None:
    """The first day a custody no longer holds: its own end or that of its office, the sooner."""
    known = (custody.valid_until, custody.appointment.valid_until, custody.term_until)
    ends = [day for day in known if day is not None]
    return min(ends, default=None)


def hold_seals(committee_id: UUID) -> None:
    """Lock the committee's seals until the transaction ends; ask who keeps them only then.

    A loss, an appointment or an end of custody locks the seal too, and so comes before or after; a
    custodian's office ends by the end of custody alone (people refuse it otherwise).
    """
    list(Seal.objects.select_for_update().filter(committee_id=committee_id).order_by("id").values_list("id"))
