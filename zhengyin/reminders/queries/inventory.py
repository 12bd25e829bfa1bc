"""What a township is told of the seals below it: its own inventory, looked at once a person."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from zhengyin.regions import queries as regions
from zhengyin.regions.models import Committee, Organization
from zhengyin.reminders.policy.sentences import Waits
from zhengyin.reminders.queries.cases import Aside
from zhengyin.seals.queries.filings import FilingCounts, filing_counts, term_for
from zhengyin.seals.queries.gone import seals_gone
from zhengyin.seals.queries.inventory import InventoryLine, inventory
from zhengyin.seals.queries.signing import keys_gone


def keys_lost(township_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Committees whose signing key was reported lost and that wait for another."""
    return Waits(len(keys_gone(Q(committee__township_id=township_id))))


def lost(township_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Seals lost or declared void for which no other is ordered or issued yet (H3.2.1b)."""
    found = seals_gone(Q(seal__committee__township_id=township_id), at)
    return Waits(sum(not one.ordered for one in found))


def handovers_overdue(township_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Seals whose handover is past its last day (H3.2.4e)."""
    periods = (line.card.handover for line in _below(township_id, at))
    return Waits(sum(period is not None and period.over for period in periods))


def take_outs_overdue(township_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Seals that should be back."""
    return Waits(sum(line.out is not None and line.out.overdue for line in _below(township_id, at)))


def filings_to_acknowledge(township_id: UUID, at: datetime, aside: Aside) -> Waits:
    """What committees filed and nobody has acknowledged or sent back."""
    counts = _filings(township_id, at)
    return Waits(counts.open - counts.returned)


def filings_overdue(township_id: UUID, at: datetime, aside: Aside) -> Waits:
    """What is not acknowledged within its ten days, sent back or not."""
    return Waits(_filings(township_id, at).overdue)


def _filings(township_id: UUID, at: datetime) -> FilingCounts:
    def ask() -> FilingCounts:
        rows = Committee.objects.filter(township_id=township_id, issuer=True).values_list("pk", flat=True)
        return filing_counts(list(rows.order_by("pk")), term_for(_county(township_id), at))

    return regions.remembered(("filings below", township_id, at), ask)


def _below(township_id: UUID, at: datetime) -> tuple[InventoryLine, ...]:
    return regions.remembered(
        ("inventory", township_id, at),
        lambda: inventory(Q(township_id=township_id), _county(township_id), at),
    )


def _county(township_id: UUID) -> str:
    return Organization.objects.values_list("county_code", flat=True).get(pk=township_id)
