"""The handovers that run in a county, for its page: the longest overdue first."""

from dataclasses import dataclass
from datetime import date

from zhengyin.regions.models import Committee
from zhengyin.seals.models import Seal
from zhengyin.seals.policy.handover import Period
from zhengyin.seals.queries.cards import cards_of


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """One committee whose seal is being handed over."""

    township: str
    committee: str
    period: Period


def handovers_in(county_code: str, day: date) -> tuple[HandoverRow, ...]:
    """Every handover of the county, in a fixed number of queries."""
    cards = cards_of(Seal.objects.filter(county_code=county_code), day)
    turning = {one: card.handover for one, card in cards.items() if card.handover}
    if not turning:
        return ()
    rows = Committee.objects.filter(pk__in=turning).select_related("township").order_by("code")
    found = [HandoverRow(row.township.name, row.short_name, turning[row.pk]) for row in rows]
    return tuple(sorted(found, key=lambda one: one.period.due_on))
