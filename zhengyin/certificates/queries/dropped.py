"""How many units stopped demanding what no list lets a committee certify (H4.3a)."""

from dataclasses import dataclass

from zhengyin.certificates.models import Letter
from zhengyin.certificates.workflow import LetterState


@dataclass(frozen=True, slots=True)
class Dropped:
    """Units, each counted once by its name: those a letter went to, and those of them that gave way."""

    written_to: int
    gave_way: int


def dropped_in(county_code: str) -> Dropped:
    """Of all letters that left, whenever; two statements."""
    sent = Letter.objects.filter(county_code=county_code, sent_at__isnull=False)
    gave_way = sent.filter(state=LetterState.DEMAND_DROPPED.value)
    return Dropped(*(rows.order_by().values("unit").distinct().count() for rows in (sent, gave_way)))
