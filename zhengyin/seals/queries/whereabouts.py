"""Where a seal is: the question of every room that stamps, asked under the seal's lock."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from zhengyin.seals.models import TakeOut
from zhengyin.seals.policy.whereabouts import AT_OFFICE, Where, Whereabouts
from zhengyin.seals.workflow import TakeOutState


def where_is(seal_id: UUID) -> Whereabouts:
    """At its place of keeping, or taken out: where to, since when, until when; in one query."""
    rows = TakeOut.objects.filter(seal_id=seal_id, state=TakeOutState.OUT).select_related("carrier")
    return _whereabouts(rows.first())


def where_was(seal_id: UUID, at: datetime) -> Whereabouts:
    """The same at a moment that has passed, as it was recorded: from its leaving until it was back."""
    rows = TakeOut.objects.filter(seal_id=seal_id, left_at__lte=at).select_related("carrier")
    still = Q(back_at__gt=at) | Q(back_at=None) & (Q(ended_at=None) | Q(ended_at__gt=at))
    return _whereabouts(rows.filter(still).order_by("left_at", "id").last())


def _whereabouts(row: TakeOut | None) -> Whereabouts:
    if row is None:
        return AT_OFFICE
    return Whereabouts(
        Where.OUT, row.place, row.left_at, row.until_at, row.pk, row.carrier_id, row.carrier.name
    )
