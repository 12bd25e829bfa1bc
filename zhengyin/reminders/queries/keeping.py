"""What waits about one committee's seals: handovers, take-outs, filings, and who is to take a seal over."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from zhengyin.regions import queries as regions
from zhengyin.reminders.policy.sentences import Waits
from zhengyin.reminders.queries.cases import Aside
from zhengyin.seals.models import Handover, Seal, TakeOut
from zhengyin.seals.queries.cards import cards_by_seal
from zhengyin.seals.queries.filings import FilingCounts, filing_counts, term_for
from zhengyin.seals.workflow import HandoverState, SealState, TakeOutState
from zhengyin.shared.days import day_of


def handed_over(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Handovers that run, entered or begun by themselves (H3.2.4e); special seals count too."""
    seals = list(Seal.objects.filter(committee_id=organization_id, state=SealState.IN_USE).order_by("pk"))
    cards = cards_by_seal(seals, day_of(at)).values() if seals else ()
    running = [card.handover for card in cards if card.handover is not None]
    left = min((period.days for period in running), default=None)
    return Waits(len(running), late=sum(period.over for period in running), left=left)


def to_take_over(person_id: UUID) -> Mapping[UUID, int]:
    """By committee, how many seals this person was named to take over: before it, without an office there."""
    rows = Handover.objects.filter(successor_id=person_id, state=HandoverState.OPEN)
    return Counter(rows.values_list("committee_id", flat=True).order_by("pk"))


def take_outs_asked(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Take-outs that wait for the director's answer."""
    return Waits(_take_outs(organization_id, TakeOutState.ASKED).count())


def take_outs_to_return(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Seals outside that must be back today, or should be back already."""
    rows = _take_outs(organization_id, TakeOutState.OUT).order_by("until_at", "pk")
    until = [moment for moment in rows.values_list("until_at", flat=True) if day_of(moment) <= day_of(at)]
    return Waits(len(until), late=sum(moment <= at for moment in until))


def filings_sent_back(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """What the township sent back and nobody has answered."""
    return Waits(_filings(organization_id, at).returned)


def filings_overdue(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """What the township has not acknowledged within its ten days."""
    return Waits(_filings(organization_id, at).overdue)


def _take_outs(organization_id: UUID, state: TakeOutState) -> QuerySet[TakeOut]:
    return TakeOut.objects.filter(seal__committee_id=organization_id, state=state)


def _filings(organization_id: UUID, at: datetime) -> FilingCounts:
    term = term_for(regions.committee(organization_id).county_code, at)
    return regions.remembered(
        ("filings", organization_id, term.today), lambda: filing_counts([organization_id], term)
    )
