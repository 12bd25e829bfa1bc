"""印章台账 of the offices above: every seal of their committees as it stands, a fixed number of queries."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from zhengyin.regions.models import Committee
from zhengyin.seals.kinds import SealKind, StopReason
from zhengyin.seals.models import Seal, TakeOut
from zhengyin.seals.queries.cards import SealCard, cards_by_seal
from zhengyin.seals.queries.filings import FilingCounts, filing_counts_by_committee, term_for
from zhengyin.seals.queries.take_outs import TakeOutShown, take_outs_shown
from zhengyin.seals.workflow import SealState, TakeOutState
from zhengyin.shared.days import day_of

_NO_FILING = FilingCounts(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class InventoryLine:
    """One seal. `out` while it is away; `filings` are its committee's, at the first of its seals alone."""

    committee_id: UUID
    committee: str
    township: str
    ended: bool
    kind: SealKind
    card: SealCard
    out: TakeOutShown | None
    filings: FilingCounts
    made_for: str = ""  # a special seal's purpose

    @property
    def to_collect(self) -> bool:
        """Stands still for good in the village's hands; a lost one cannot be had, a dispute is settled."""
        stop = self.card.stop
        if self.card.state is not SealState.STOPPED or stop is None or stop.lost:
            return False
        return self.ended or stop.reason is not StopReason.DISPUTE

    @property
    def overdue(self) -> tuple[str, ...]:
        """What is past its day, in words; empty where nothing is."""
        late = (
            (f"备案超期{self.filings.overdue}件", self.filings.overdue > 0),
            ("撤并了还没收缴", self.to_collect and self.ended_stop),
        )
        return (*self.committee_overdue, *(words for words, is_late in late if is_late))

    @property
    def committee_overdue(self) -> tuple[str, ...]:
        """What of it is the committee's to do; the rest is the township's."""
        period = self.card.handover
        late = (
            ("带出没有归还", self.out is not None and self.out.overdue),
            ("移交超期", period is not None and period.over),
        )
        return tuple(words for words, is_late in late if is_late)

    @property
    def ended_stop(self) -> bool:
        """It stands still because its committee ended."""
        stop = self.card.stop
        return stop is not None and stop.reason is StopReason.COMMITTEE_ENDED


def inventory(committees: Q, county_code: str, at: datetime) -> tuple[InventoryLine, ...]:
    """Every seal of these committees but orders called off, by committee, the one in use first.

    `committees` narrows Committee rows of one county, whose rules say how the days of filing count.
    """
    rows = Committee.objects.filter(committees, issuer=True)
    seals = Seal.objects.filter(committee__in=rows).exclude(state=SealState.CALLED_OFF)
    found = list(seals.select_related("committee__township").order_by("committee__code", "-ordered_at", "id"))
    cards = cards_by_seal(found, day_of(at))
    out = _out(found, at)
    filings = filing_counts_by_committee({seal.committee_id for seal in found}, term_for(county_code, at))
    found.sort(key=lambda seal: seal.state != SealState.IN_USE)
    return tuple(
        _line(seal, cards[seal.pk], out.get(seal.pk), filings.pop(seal.committee_id, _NO_FILING))
        for seal in found
    )


def _out(seals: list[Seal], at: datetime) -> dict[UUID, TakeOutShown]:
    rows = TakeOut.objects.filter(seal__in=[seal.pk for seal in seals], state=TakeOutState.OUT)
    people = rows.select_related("seal__committee", "carrier", "asked_by", "decided_by", "ended_by")
    return {row.seal_id: row for row in take_outs_shown(people, at)}


def _line(seal: Seal, card: SealCard, out: TakeOutShown | None, filings: FilingCounts) -> InventoryLine:
    committee = seal.committee
    return InventoryLine(
        committee_id=seal.committee_id,
        committee=committee.short_name,
        township=committee.township.name,
        ended=committee.ended_on is not None,
        kind=SealKind(seal.kind),
        card=card,
        out=out,
        filings=filings,
        made_for=seal.purpose,
    )
