"""Where a seal is: the question of every room that stamps, asked under the seal's lock."""

from uuid import UUID

from zhengyin.seals.models import TakeOut
from zhengyin.seals.policy.whereabouts import AT_OFFICE, Where, Whereabouts
from zhengyin.seals.workflow import TakeOutState


def where_is(seal_id: UUID) -> Whereabouts:
    """At its place of keeping, or taken out: where to, since when, until when; in one query."""
    row = TakeOut.objects.filter(seal_id=seal_id, state=TakeOutState.OUT).first()
    if row is None:
        return AT_OFFICE
    return Whereabouts(Where.OUT, row.place, row.left_at, row.until_at, row.pk)
