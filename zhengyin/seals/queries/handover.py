"""The handovers that run on a day: entered by somebody, or begun by themselves. No job opens one.

Of each seal: the first of what was entered, the end of the agreed term, an election of the director
after the custody began, and the end of the last custody where nobody keeps the seal.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from zhengyin.people.models import Appointment
from zhengyin.people.offices import Nature, Office
from zhengyin.people.who_appoints import Basis
from zhengyin.regions import queries as regions
from zhengyin.seals.kinds import HandoverReason
from zhengyin.seals.models import Custody, Handover, Seal
from zhengyin.seals.policy.handover import Change, Period, first_change
from zhengyin.seals.queries.begun import begun
from zhengyin.seals.workflow import HandoverState, SealState
from zhengyin.shared.days import day_of

_ELECTIONS = Appointment.objects.filter(
    organization_id=OuterRef("seal__committee_id"),
    office=Office.DIRECTOR,
    nature=Nature.APPOINTED,
    basis=Basis.ELECTION,
    elected_on__gt=OuterRef("valid_from"),
).order_by("elected_on")


def with_elections(rows: QuerySet[Custody]) -> QuerySet[Custody]:
    """Each custody with the day on which a director was elected next, whenever that was entered."""
    return rows.annotate(elected_on=Subquery(_ELECTIONS.values("elected_on")[:1]))


def due_on(county_code: str, changed_on: date) -> date:
    """The last day: calendar days, the day of the change not counted, a non-working day moves on."""
    days = regions.settings_for(county_code).numbers.handover_days
    return regions.calendar().next_working(changed_on + timedelta(days=days))


def running(day: date, seals: Iterable[Seal], kept: Mapping[UUID, Custody]) -> dict[UUID, Period]:
    """The handovers of seals in use that run on `day`, by seal; `kept` are the custodies of that day."""
    in_use = [seal for seal in seals if seal.state == SealState.IN_USE]
    opened = _opened(in_use)
    left = _left(in_use, kept, day)
    found = {}
    for seal in in_use:
        custody = kept.get(seal.pk)
        last = custody or left.get(seal.pk)
        period = period_of(seal, last, opened.get(seal.pk), day=day, kept=bool(custody))
        if period is not None:
            found[seal.pk] = period
    return found


def then(seal: Seal, custody: Custody, at: datetime) -> Period | None:
    """The handover that ran at a moment that has passed."""
    day = day_of(at)
    rows = Handover.objects.filter(seal=seal, changed_on__lte=day, opened_at__lte=at)
    row = rows.exclude(state=HandoverState.CANCELLED).exclude(closed_at__lte=at).order_by("opened_at").last()
    return period_of(seal, custody, row, day=day, kept=True)


def period_of(
    seal: Seal, custody: Custody | None, row: Handover | None, *, day: date, kept: bool
) -> Period | None:
    """One seal's handover; `custody` is the one that day, else (`kept` False) the last before."""
    if custody is None:
        return None
    change = first_change(changes(custody, row, day, kept=kept))
    if change is None:
        return None
    return Period(
        id=row.pk if row else None,
        reason=HandoverReason(row.reason) if row else change.reason,
        since=change.on,
        due_on=due_on(seal.county_code, change.on),
        day=day,
        keeper=custody.person.name if kept else "",
        acting=kept and custody.appointment.nature == Nature.ACTING,
        successor=row.successor.name if row and row.successor else "",
        successor_id=row.successor_id if row else None,
        listed=bool(row and row.listed_at),
    )


def changes(custody: Custody, row: Handover | None, day: date, *, kept: bool) -> Iterator[Change | None]:
    """What makes a handover necessary, as far as it has happened by `day`."""
    if row is not None:
        yield Change(HandoverReason(row.reason), row.changed_on)
    if not kept:
        ended = min(filter(None, (custody.valid_until, custody.appointment.valid_until)), default=day)
        yield Change(HandoverReason.VACANCY, ended)
        return
    if custody.appointment.nature == Nature.ACTING:
        return
    yield from by_themselves(custody, day)


def by_themselves(custody: Custody, day: date) -> Iterator[Change]:
    """The agreed term is over, or an election was held since."""
    elected_on: date | None = getattr(custody, "elected_on", None)
    if custody.term_until is not None and custody.term_until <= day:
        yield Change(HandoverReason.TERM, custody.term_until)
    if elected_on is not None and elected_on <= day:
        yield Change(HandoverReason.ELECTION, elected_on)


def _opened(seals: Iterable[Seal]) -> dict[UUID, Handover]:
    rows = Handover.objects.filter(seal__in=[seal.pk for seal in seals], state=HandoverState.OPEN)
    return {row.seal_id: row for row in rows.select_related("successor").order_by("id")}


def _left(seals: Iterable[Seal], kept: Mapping[UUID, Custody], day: date) -> dict[UUID, Custody]:
    """The last custody of the seals nobody keeps; no query where each has its custodian."""
    alone = [seal.pk for seal in seals if seal.pk not in kept]
    if not alone:
        return {}
    ended = Q(valid_until__lte=day) | Q(appointment__valid_until__lte=day)
    rows = begun(Custody.objects.filter(ended, seal__in=alone)).select_related("person", "appointment")
    return {row.seal_id: row for row in rows.order_by("valid_from", "recorded_at", "id")}
