"""What a township is told of the seals below it: its own inventory, looked at once a person."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from zhengyin.regions import queries as regions
from zhengyin.regions.models import Committee, Organization
from zhengyin.reminders.policy.sentences import Waits
from zhengyin.reminders.queries.cases import Aside
from zhengyin.seals.kinds import StopReason
from zhengyin.seals.queries.filings import FilingCounts, filing_counts, term_for
from zhengyin.seals.queries.inventory import InventoryLine, inventory
from zhengyin.seals.workflow import SealState

COMING = (SealState.ENGRAVING, SealState.IN_USE)


def lost(township_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Seals reported lost, neither restored nor followed by another, ordered or issued (H3.2.1b)."""
    lines = _below(township_id, at)
    followed = {_place_of(line) for line in lines if line.card.state in COMING}
    gone = [line for line in lines if line.card.stop and line.card.stop.reason is StopReason.LOST]
    return Waits(sum(_place_of(line) not in followed for line in gone))


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


def _place_of(line: InventoryLine) -> tuple[UUID, str, str]:
    """What a seal is for: another in its place serves the same."""
    return line.committee_id, line.kind, line.made_for


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
