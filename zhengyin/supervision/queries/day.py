"""A day at the seal: where it is, what was recorded, where the pad stands, and who compared them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from zhengyin.certificates.models import Pad as Printed
from zhengyin.certificates.models import Slip
from zhengyin.certificates.slips import PadState, SlipState
from zhengyin.people.actor import Actor
from zhengyin.registers import queries as registers
from zhengyin.registers import recorded
from zhengyin.registers.filters import Filters
from zhengyin.registers.queries import RegisterLine
from zhengyin.registers.recorded import Stamped
from zhengyin.seals import queries as seals
from zhengyin.seals.policy.whereabouts import AT_OFFICE, Whereabouts
from zhengyin.seals.queries import SealCard
from zhengyin.shared.days import day_of, start_of
from zhengyin.supervision.kinds import STAMPED
from zhengyin.supervision.models import DayCheck
from zhengyin.supervision.policy.day import Counted, DayFacts, Pad


@dataclass(frozen=True, slots=True)
class Day:
    """What is compared. `lines` are the newest of the day, at most `registers.PAGE` of a register."""

    day: date
    seal: SealCard | None
    away: Whereabouts
    stamped: Stamped
    lines: tuple[RegisterLine, ...]
    pads: tuple[Pad, ...]
    checks: tuple[DayCheck, ...]

    @property
    def done(self) -> bool:
        """Whether the last comparison was of all that stands in the registers now."""
        last = self.checks[-1] if self.checks else None
        return last is not None and last.papers == self.stamped.papers

    @property
    def differs(self) -> bool:
        """Whether the last comparison did not agree."""
        return bool(self.checks) and not self.checks[-1].agree


def day_at(organization_id: UUID, at: datetime) -> Day:
    """The day until now."""
    day = day_of(at)
    spans = recorded.spans(
        owners=[organization_id], books=STAMPED, limits=[start_of(day), start_of(day + timedelta(days=1))]
    )
    lines = (
        line
        for span in spans
        for line in registers.lines(
            owner=organization_id, book=span.book, year=span.year,
            filters=Filters(no_from=span.first_no, no_until=span.last_no + 1),
        ).lines
    )  # fmt: skip
    card = seals.seal_of(organization_id, day)
    checks = DayCheck.objects.filter(organization_id=organization_id, day=day).select_related("person")
    return Day(
        day=day,
        seal=card,
        away=seals.where_is(card.id) if card else AT_OFFICE,
        stamped=sum((recorded.stamped(span) for span in spans), Stamped()),
        lines=tuple(lines),
        pads=open_pads(organization_id),
        checks=tuple(checks.order_by("checked_at", "id")),
    )


def open_pads(organization_id: UUID) -> tuple[Pad, ...]:
    """The printings in the drawer with their slips without an end, the oldest first."""
    pads = Printed.objects.filter(organization_id=organization_id, state=PadState.OPEN.value)
    rows = Slip.objects.filter(pad__in=pads, state=SlipState.ISSUED.value).order_by("no")
    blank: dict[UUID, list[int]] = {}
    for pad_id, no in rows.values_list("pad_id", "no"):
        blank.setdefault(pad_id, []).append(no)
    return tuple(
        Pad(pad.first_no, pad.last_no, tuple(blank.get(pad.pk, ()))) for pad in pads.order_by("first_no")
    )


def facts_for_reconcile(organization_id: UUID, day: Day, counted: Counted, actor: Actor) -> DayFacts:
    """Everything the rule looks at."""
    return DayFacts(
        person=actor.person_id,
        offices=actor.offices_at(organization_id),
        keeper=day.seal.custodian_id if day.seal and day.seal.in_use else None,
        pads=day.pads,
        counted=counted,
        seal_out=day.away.out,
    )
