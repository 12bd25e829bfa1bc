"""The work uses stamped in a time of doubt: while the committee's seal may have been gone (H3.2.1b)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from zhengyin.workuse.models import WorkUse

Period = tuple[datetime, datetime | None]  # [since, until), open while None


@dataclass(frozen=True, slots=True)
class UseSealed:
    """One work use; its matter names nobody."""

    work_use_id: UUID
    number: str
    kind: str
    matter: str
    copies: int
    sealed_at: datetime


def sealed_between(organization_id: UUID, periods: Iterable[Period]) -> tuple[UseSealed, ...]:
    """Every work use of the committee stamped in one of the periods, letters of introduction too.

    The first first. One query, however many.
    """
    inside = Q(pk__in=())
    for since, until in periods:
        inside |= Q(sealed_at__gte=since) & (Q(sealed_at__lt=until) if until else Q())
    rows = WorkUse.objects.filter(inside, organization_id=organization_id).order_by("sealed_at", "id")
    return tuple(
        UseSealed(row.pk, row.number, row.kind, row.matter, row.copies, row.sealed_at)
        for row in rows
        if row.sealed_at is not None
    )
