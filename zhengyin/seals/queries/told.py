"""The losses of which whoever holds a paper is told, with the time in which that seal was the seal."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zhengyin.seals.kinds import SealKind
from zhengyin.seals.models import Seal
from zhengyin.seals.queries.standing import LossNotice, notices_of_loss


@dataclass(frozen=True, slots=True)
class LossTold:
    """A notice that hangs; its seal served [served_from, served_until), open while None."""

    notice: LossNotice
    served_from: datetime
    served_until: datetime | None


def losses_told(organization_id: UUID, at: datetime) -> tuple[LossTold, ...]:
    """Of official seals alone, for no other certifies; served_until is when the next was issued."""
    rows = Seal.objects.filter(committee_id=organization_id, kind=SealKind.OFFICIAL, issued_at__isnull=False)
    issued = dict(rows.order_by("issued_at", "id").values_list("id", "issued_at"))
    return tuple(
        LossTold(notice, begun, min((one for one in issued.values() if one and one > begun), default=None))
        for notice in notices_of_loss(organization_id, at)
        if (begun := issued.get(notice.seal_id)) is not None
    )
