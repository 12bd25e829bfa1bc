"""How the custodian's own count of the seals stands to the number that was registered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

# The columns are Counted's, in its order. Pictures are counted once, later ones by themselves: the last
# count is of the paper taken again, the sum of one taken sheet by sheet. Either may be the registered one.
COUNTED = """
SELECT w.id, w.organization_id, w.number, w.matter, w.impressions,
       (array_agg((e.said ->> 'seals')::int ORDER BY e.year DESC, e.no DESC))[1],
       sum((e.said ->> 'seals')::int)::int
FROM workuse_workuse w JOIN registers_line e ON e.subject = w.id AND e.owner = w.organization_id
    AND e.kind = 'work.scanned'
WHERE {which} GROUP BY w.id ORDER BY w.sealed_at, w.id"""
OF_THESE = COUNTED.format(which="w.id = ANY(%s)")
NOT_FILED = COUNTED.format(which="w.organization_id = %s AND w.state = 'work_sealed'")


@dataclass(frozen=True, slots=True)
class Counted:
    """A sealed work use whose pictures were counted: `last` the last time, `total` all times together."""

    work_use_id: UUID
    organization_id: UUID
    number: str
    matter: str
    registered: int
    last: int
    total: int

    @property
    def differs(self) -> bool:
        """Whether what was counted is not what was registered."""
        return self.registered not in (self.last, self.total)

    @property
    def words(self) -> str:
        """数出1枚，登记2枚."""
        return f"数出{self.last}枚，登记{self.registered}枚"


def counted_of(work_uses: Iterable[UUID]) -> Mapping[UUID, Counted]:
    """Of these, those that were counted."""
    return {one.work_use_id: one for one in _found(OF_THESE, list(work_uses))}


def miscounted_at(organization_id: UUID) -> tuple[Counted, ...]:
    """Those of a committee that differ, the oldest first, until their papers are filed."""
    return tuple(one for one in _found(NOT_FILED, organization_id) if one.differs)


def _found(statement: str, key: UUID | list[UUID]) -> list[Counted]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [key])
        return [Counted(*row) for row in cursor.fetchall()]
