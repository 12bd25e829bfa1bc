"""下班核对 that did not agree, with what was typed of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import DateField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.db.models.functions import TruncMonth

from zhengyin.certificates.slips import slip_number
from zhengyin.supervision.models import DayCheck, MonthlyCheck
from zhengyin.supervision.months import Month
from zhengyin.supervision.queries.notes import notes_beside

LATER = DayCheck.objects.filter(
    organization_id=OuterRef("organization_id"), day=OuterRef("day"), checked_at__gt=OuterRef("checked_at")
)
AGREED = Exists(LATER.filter(agree=True))
SEEN = Exists(
    MonthlyCheck.objects.filter(
        organization_id=OuterRef("organization_id"),
        month_on__gte=TruncMonth(ExpressionWrapper(OuterRef("day"), DateField())),
        signed_at__gt=OuterRef("checked_at"),
    )
)


@dataclass(frozen=True, slots=True)
class Differing:
    """One comparison. `note` is what was typed of it, empty once erased.

    `agreed`: the same day compared later agreed; `seen`: the supervision committee signed over it.
    """

    organization_id: UUID
    day: date
    who: str
    at: datetime
    note: str
    missing: tuple[str, ...]
    agreed: bool
    seen: bool


def open_rows(committees: Iterable[UUID]) -> QuerySet[DayCheck]:
    """The days that stand open, each by its last comparison.

    A day that did not agree is closed by the same day compared again, never by another day's; or, where
    it cannot be put right any more, by the next signature of the supervision committee, whose page shows
    it above the signature (docs/decisions/0043). With the committee it ends: nobody is left to do either.
    """
    return _rows(committees).filter(~Exists(LATER), ~SEEN, organization__committee__ended_on=None)


def open_differences(committees: Iterable[UUID]) -> tuple[Differing, ...]:
    """Those days, the longest open first."""
    return _shown(open_rows(committees).order_by("day", "organization_id"))


def differences_of(organization_id: UUID, most: int) -> tuple[Differing, ...]:
    """The last of one committee that did not agree, closed or not, the newest first."""
    return _shown(_rows([organization_id]).order_by("-checked_at", "id")[:most])


def differences_in(organization_id: UUID, month: Month) -> tuple[Differing, ...]:
    """Those of a month, and what stood open from before it: a signature of this month closes both."""
    own = Q(day__gte=month.first, day__lt=month.next.first)
    earlier = Q(pk__in=open_rows([organization_id]).filter(day__lt=month.first).order_by())
    return _shown(_rows([organization_id]).filter(own | earlier).order_by("checked_at", "id"))


def _rows(committees: Iterable[UUID]) -> QuerySet[DayCheck]:
    rows = DayCheck.objects.filter(organization_id__in=list(committees), agree=False)
    return rows.annotate(agreed=AGREED, seen=SEEN)


def _shown(rows: QuerySet[DayCheck]) -> tuple[Differing, ...]:
    found = list(rows.select_related("person"))
    notes = notes_beside(row.pk for row in found)
    return tuple(
        Differing(
            organization_id=row.organization_id,
            day=row.day,
            who=row.person.name,
            at=row.checked_at,
            note=notes.get(row.pk, ""),
            missing=tuple(map(slip_number, row.missing)),
            agreed=bool(getattr(row, "agreed", False)),
            seen=bool(getattr(row, "seen", False)),
        )
        for row in found
    )
