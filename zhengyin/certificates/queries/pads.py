"""The pads of a committee: every slip with where it stands, what is overdue, what must be put right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from zhengyin.certificates.lines.names import RECTIFIED
from zhengyin.certificates.models import Pad, Slip
from zhengyin.certificates.queries.worklists import READERS
from zhengyin.certificates.slips import CloseFacts, PadFacts, PadState, SlipState, slip_number
from zhengyin.people import queries as people
from zhengyin.people.actor import Actor
from zhengyin.regions import queries as regions
from zhengyin.registers import queries as registers
from zhengyin.seals import queries as seals
from zhengyin.shared.days import WorkingCalendar, day_of, start_of

USED = (SlipState.ENTERED, SlipState.SPOILED)  # torn off: those before it were used too, or are gone


@dataclass(frozen=True, slots=True)
class SlipShown:
    """One slip. `due_on` stands where a later one is used up already and this one has no end yet."""

    id: UUID
    no: int
    state: SlipState
    reason: str
    number: str  # of the certificate it became
    certificate_id: UUID | None
    happened_at: datetime | None
    ended_at: datetime | None
    ended_by: str
    entered_late: bool
    failed: str
    rectified_at: datetime | None
    due_on: date | None
    overdue: bool

    @property
    def label(self) -> str:
        """应急0019."""
        return slip_number(self.no)

    @property
    def to_rectify(self) -> bool:
        """待整改."""
        return bool(self.failed) and self.rectified_at is None


@dataclass(frozen=True, slots=True)
class PadShown:
    """One printing with its slips, in their order."""

    id: UUID
    state: PadState
    first_no: int
    last_no: int
    issued_at: datetime
    issued_by: str
    slips: tuple[SlipShown, ...]

    @property
    def without_end(self) -> tuple[SlipShown, ...]:
        """Those that must still come to an end."""
        return tuple(slip for slip in self.slips if slip.state is SlipState.ISSUED)

    def count(self, state: SlipState) -> int:
        """How many slips stand there."""
        return sum(slip.state is state for slip in self.slips)


@dataclass(frozen=True, slots=True)
class Attention:
    """What the desks are told: slips overdue, entries to be put right."""

    overdue: int
    to_rectify: int

    def __bool__(self) -> bool:
        return bool(self.overdue or self.to_rectify)


def visible_to(actor: Actor) -> QuerySet[Pad]:
    """The pads of the committees whose cases this person reads."""
    return Pad.objects.filter(organization_id__in={s for o in READERS for s in actor.organizations(o)})


def slips_visible_to(actor: Actor) -> QuerySet[Slip]:
    """The slips of those pads."""
    return Slip.objects.filter(pad__in=visible_to(actor)).select_related("pad", "certificate", "ended_by")


def pads_shown(organization_id: UUID, county_code: str, at: datetime) -> tuple[PadShown, ...]:
    """Every pad, the newest first; two queries."""
    pads = Pad.objects.filter(organization_id=organization_id).select_related("issued_by")
    rows = Slip.objects.filter(organization_id=organization_id).select_related("certificate", "ended_by")
    found: dict[UUID, list[Slip]] = {}
    for row in rows.order_by("no"):
        found.setdefault(row.pad_id, []).append(row)
    within = regions.settings_for(county_code).numbers.late_entry_working_days
    calendar = regions.calendar()
    return tuple(
        PadShown(
            id=pad.id,
            state=PadState(pad.state),
            first_no=pad.first_no,
            last_no=pad.last_no,
            issued_at=pad.issued_at,
            issued_by=pad.issued_by.name,
            slips=_shown(found.get(pad.id, []), calendar, within, day_of(at)),
        )
        for pad in pads.order_by("-first_no")
    )


def slip_shown(slip: Slip, at: datetime) -> SlipShown:
    """One slip as its pad shows it; no other pad is read."""
    rows = Slip.objects.filter(pad_id=slip.pad_id).select_related("certificate", "ended_by")
    within = regions.settings_for(slip.county_code).numbers.late_entry_working_days
    shown = _shown(list(rows.order_by("no")), regions.calendar(), within, day_of(at))
    return next(one for one in shown if one.id == slip.id)


def attention(organization_id: UUID, county_code: str, at: datetime) -> Attention:
    """What is overdue or 待整改, counted by the database: desks ask it with every list they show."""
    within = regions.settings_for(county_code).numbers.late_entry_working_days
    last = regions.calendar().last_run_out(within, day_of(at))
    later = Slip.objects.filter(pad=OuterRef("pad"), no__gt=OuterRef("no"), state__in=USED)
    passed_over = later.alias(used_at=Coalesce("certificate__sealed_at", "ended_at")).filter(
        used_at__lt=start_of(last + timedelta(days=1))
    )
    found = Slip.objects.filter(organization_id=organization_id).aggregate(
        overdue=Count("pk", filter=Q(Exists(passed_over), state=SlipState.ISSUED.value)),
        to_rectify=Count("pk", filter=Q(rectified_at=None) & ~Q(failed="")),
    )
    return Attention(**found)


def to_rectify(organization_id: UUID) -> int:
    """How many entries of a committee are 待整改."""
    rows = Slip.objects.filter(organization_id=organization_id, rectified_at=None)
    return rows.exclude(failed="").count()


def rectified_how(slip: Slip) -> str:
    """What was done, from the journal: it stands nowhere else, so that it can be erased."""
    if slip.rectified_at is None or slip.certificate_id is None:
        return ""
    lines = [line for line in registers.lines_of(slip.certificate_id) if line.kind == RECTIFIED]
    personal = lines[-1].personal if lines else None
    return personal["done"] if personal else "（已依法删除）"


def facts_for_issue_pad(organization_id: UUID, slips: int, actor: Actor, at: datetime) -> PadFacts:
    """Before a pad is printed."""
    card = seals.seal_of(organization_id, day_of(at))
    return PadFacts(
        not_issuing=regions.committee(organization_id).reasons,
        slips=slips,
        person_id=actor.person_id,
        seal_name=card.name if card and card.in_use else "",
        custodian=card.custodian_id if card and not card.handed_over_too_late else None,
        blocked_after_reset=people.blocked_from_approving(actor.person_id, at),
    )


def facts_for_close_pad(pad: Pad, said: Iterable[int]) -> CloseFacts:
    """Before what is left is collected."""
    rows = pad.slips.filter(state=SlipState.ISSUED.value).order_by("no")
    return CloseFacts(tuple(sorted(set(said))), tuple(rows.values_list("no", flat=True)))


def mistakes() -> Iterable[str]:
    """Say where a late certificate and its slip do not name each other, for the audit."""
    rows = Slip.objects.filter(state=SlipState.ENTERED.value).select_related("certificate")
    for slip in rows.order_by("pk").iterator():
        if slip.certificate is None or slip.certificate.pad_number != slip_number(slip.no):
            yield f"应急用印单 {slip.pk}：补登的证明上写的不是这一张"


def _shown(rows: list[Slip], calendar: WorkingCalendar, within: int, today: date) -> tuple[SlipShown, ...]:
    due = _due(rows, calendar, within)
    return tuple(_one(row, due.get(row.no), calendar, within, today) for row in rows)


def _due(rows: list[Slip], calendar: WorkingCalendar, within: int) -> Mapping[int, date]:
    """Slips are torn off in their order: one before a used one was used too, or is gone.

    Its term runs from the first time a later slip of the pad was used or void.
    """
    found: dict[int, date] = {}
    since: datetime | None = None
    for row in reversed(rows):
        if row.state == SlipState.ISSUED and since is not None:
            found[row.no] = calendar.add_working_days(day_of(since), within)
        used = row.certificate.sealed_at if row.certificate else row.ended_at
        if row.state in USED and used:
            since = min(since, used) if since else used
    return found


def _one(row: Slip, due: date | None, calendar: WorkingCalendar, within: int, today: date) -> SlipShown:
    case = row.certificate
    happened = case.sealed_at if case else None
    late = bool(
        happened
        and row.ended_at
        and day_of(row.ended_at) > calendar.add_working_days(day_of(happened), within)
    )
    return SlipShown(
        id=row.id,
        no=row.no,
        state=SlipState(row.state),
        reason=row.reason,
        number=case.number if case else "",
        certificate_id=row.certificate_id,
        happened_at=happened,
        ended_at=row.ended_at,
        ended_by=row.ended_by.name if row.ended_by else "",
        entered_late=late,
        failed=row.failed,
        rectified_at=row.rectified_at,
        due_on=due,
        overdue=due is not None and today > due,
    )
