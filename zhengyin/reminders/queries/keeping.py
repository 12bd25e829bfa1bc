"""What waits about one committee's seals: handovers, take-outs, filings, and who is to take a seal over."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from zhengyin.regions import queries as regions
from zhengyin.reminders.policy.sentences import Waits
from zhengyin.reminders.queries.cases import Aside
from zhengyin.seals.models import Handover, Seal, TakeOut
from zhengyin.seals.queries.cards import cards_by_seal
from zhengyin.seals.queries.filings import FilingCounts, filing_counts, term_for
from zhengyin.seals.queries.gone import Gone, seals_gone
from zhengyin.seals.queries.signing import keys_gone
from zhengyin.seals.workflow import HandoverState, SealState, TakeOutState
from zhengyin.shared.days import day_of
from zhengyin.supervision.queries.differing import open_rows


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


def lost(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Seals reported lost, not found, no other issued in their place (H3.2.1b)."""
    return Waits(sum(not one.void for one in _gone(organization_id, at)))


def declared_void(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Seals declared void, no other issued in their place."""
    return Waits(sum(one.void for one in _gone(organization_id, at)))


def keys_lost(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """A signing key reported lost and none issued since: handled like a lost seal."""
    return Waits(len(keys_gone(Q(committee_id=organization_id))))


def days_differing(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Days whose comparison at the end did not agree and stands open (H3.2.3a)."""
    return Waits(open_rows([organization_id]).count())


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


def _gone(organization_id: UUID, at: datetime) -> tuple[Gone, ...]:
    return regions.remembered(
        ("seals gone", organization_id, at), lambda: seals_gone(Q(seal__committee_id=organization_id), at)
    )


def _take_outs(organization_id: UUID, state: TakeOutState) -> QuerySet[TakeOut]:
    return TakeOut.objects.filter(seal__committee_id=organization_id, state=state)


def _filings(organization_id: UUID, at: datetime) -> FilingCounts:
    term = term_for(regions.committee(organization_id).county_code, at)
    return regions.remembered(
        ("filings", organization_id, term.today), lambda: filing_counts([organization_id], term)
    )
