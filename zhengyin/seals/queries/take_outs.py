"""Take-outs: what pages show of them, facts for their rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max, QuerySet
from django.db.models.functions import Greatest

from zhengyin.people import queries as people
from zhengyin.people.actor import Actor
from zhengyin.regions.queries import settings_for
from zhengyin.seals.kinds import SealKind
from zhengyin.seals.models import Seal, TakeOut
from zhengyin.seals.policy import take_out as rules
from zhengyin.seals.policy.take_out import Carrier
from zhengyin.seals.queries.cards import cards_by_seal, kept_on, until_of
from zhengyin.seals.queries.uses import uses_meanwhile
from zhengyin.seals.queries.visible import visible_to
from zhengyin.seals.workflow import SealState, TakeOutAct, TakeOutState
from zhengyin.seals.workflow.take_out import OPEN
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal


@dataclass(frozen=True, slots=True)
class TakeOutShown:
    """One take-out as pages show it. Instants that have not come are None."""

    id: UUID
    organization_id: UUID
    seal_id: UUID
    committee: str
    seal_name: str
    state: TakeOutState
    reason: str
    place: str
    from_at: datetime
    until_at: datetime
    carrier_id: UUID
    carrier: str
    asked_by: str
    asked_at: datetime
    decided_by: str
    decided_at: datetime | None
    left_at: datetime | None
    back_at: datetime | None
    ended_by: str
    ended_at: datetime | None
    overdue: bool
    passed: bool  # asked for or approved, and its time is over before the seal left
    special: bool  # 专用章: what it stamps is not recorded here

    @property
    def open(self) -> bool:
        """Something is still to be done about it."""
        return self.state in OPEN

    @property
    def out(self) -> bool:
        """The seal is away."""
        return self.state is TakeOutState.OUT


def take_outs_visible_to(actor: Actor) -> QuerySet[TakeOut]:
    """Those of the seals this person may read."""
    rows = TakeOut.objects.filter(seal__in=visible_to(actor))
    return rows.select_related("seal__committee", "carrier", "asked_by", "decided_by", "ended_by")


def take_outs_shown(rows: Iterable[TakeOut], at: datetime) -> tuple[TakeOutShown, ...]:
    """Rows of `take_outs_visible_to` as pages show them."""
    return tuple(_shown(row, at) for row in rows)


def overdue(rows: QuerySet[TakeOut], at: datetime) -> QuerySet[TakeOut]:
    """Of these, the seals that should be back and are not, the longest first."""
    return rows.filter(state=TakeOutState.OUT, until_at__lte=at).order_by("until_at", "id")


def last_outing(seal: Seal) -> date | None:
    """The last day on which it came back from outside or, out still, left; None: it was never out."""
    moved = Greatest("left_at", "back_at")  # of PostgreSQL's: without those that are NULL
    last = TakeOut.objects.filter(seal=seal, left_at__isnull=False).aggregate(at=Max(moved))["at"]
    return day_of(last) if last else None


def facts_to_ask(
    seal: Seal, *, reason: str, place: str, from_at: datetime, until_at: datetime, at: datetime
) -> rules.AskFacts:
    """Before a take-out is asked for."""
    return rules.AskFacts(
        seal_name=seal.name,
        seal_in_use=seal.state == SealState.IN_USE,
        open=TakeOut.objects.filter(seal=seal, state__in=OPEN).exists(),
        carrier=carrier_on(seal, from_at),
        reason=reason,
        place=place,
        from_at=from_at,
        until_at=until_at,
        last_day=day_of(until_at),
        longest_days=_longest_days(seal),
        handover_over=_handover_over(seal, at),
        at=at,
    )


def facts_to_decide(row: TakeOut, actor: Actor, at: datetime) -> rules.DecideFacts:
    """Before the director's answer."""
    return rules.DecideFacts(
        seal_name=row.seal.name,
        seal_in_use=row.seal.state == SealState.IN_USE,
        named=_named(row),
        carrier=carrier_on(row.seal, row.from_at),
        asked_by=row.asked_by_id,
        until_at=row.until_at,
        last_day=day_of(row.until_at),
        handover_over=_handover_over(row.seal, at),
        blocked=people.blocked_from_approving(actor.person_id, at),
        at=at,
    )


def facts_to_leave(row: TakeOut, actor: Actor, at: datetime) -> rules.LeaveFacts:
    """Before the seal leaves."""
    return rules.LeaveFacts(
        seal_name=row.seal.name,
        seal_in_use=row.seal.state == SealState.IN_USE,
        named=_named(row),
        carrier=carrier_on(row.seal, at),
        from_at=row.from_at,
        until_at=row.until_at,
        handover_over=_handover_over(row.seal, at),
        blocked=people.blocked_from_approving(actor.person_id, at),
        at=at,
    )


def facts_to_extend(
    row: TakeOut, actor: Actor, *, until_at: datetime, why: str, at: datetime
) -> rules.ExtendFacts:
    """Before a later due time; the table has seen to it that it left."""
    assert row.left_at is not None
    return rules.ExtendFacts(
        named=_named(row),
        carrier=carrier_on(row.seal, at),
        asked_by=row.asked_by_id,
        left_at=row.left_at,
        due_at=row.until_at,
        until_at=until_at,
        last_day=day_of(until_at),
        longest_days=_longest_days(row.seal),
        why=why,
        handover_over=_handover_over(row.seal, at),
        blocked=people.blocked_from_approving(actor.person_id, at),
        at=at,
    )


def facts_to_return(row: TakeOut, *, back_at: datetime, at: datetime) -> rules.ReturnFacts:
    """Before its return is recorded; the table has seen to it that it left."""
    assert row.left_at is not None
    uses = uses_meanwhile(row, at)
    return rules.ReturnFacts(row.left_at, back_at, uses[-1].happened_at if uses else None, at)


def reasons_against(row: TakeOut, act: TakeOutAct, actor: Actor, at: datetime) -> tuple[Refusal, ...]:
    """Why an approval or a leaving would be refused now; the other acts want something said first."""
    if act is TakeOutAct.APPROVE:
        return tuple(rules.refusals_to_approve_take_out(facts_to_decide(row, actor, at), actor))
    if act is TakeOutAct.LEAVE:
        return tuple(rules.refusals_to_leave(facts_to_leave(row, actor, at), actor))
    return ()


def carrier_on(seal: Seal, moment: datetime) -> Carrier:
    """Who keeps the seal on the day of `moment`; nobody: person None."""
    custody = kept_on(day_of(moment), [seal]).last()
    if custody is None:
        return Carrier(None, "", None)
    return Carrier(custody.person_id, custody.person.name, until_of(custody))


def _longest_days(seal: Seal) -> int:
    return settings_for(seal.county_code).numbers.take_out_days


def _handover_over(seal: Seal, at: datetime) -> str:
    """The last day of a handover of this seal that is over: whoever kept it goes nowhere with it."""
    return cards_by_seal([seal], day_of(at))[seal.pk].handover_over


def _named(row: TakeOut) -> Carrier:
    return Carrier(row.carrier_id, row.carrier.name, None)


def _shown(row: TakeOut, at: datetime) -> TakeOutShown:
    state = TakeOutState(row.state)
    return TakeOutShown(
        id=row.pk,
        organization_id=row.seal.committee_id,
        seal_id=row.seal_id,
        committee=row.seal.committee.short_name,
        seal_name=row.seal.name,
        state=state,
        reason=row.reason,
        place=row.place,
        from_at=row.from_at,
        until_at=row.until_at,
        carrier_id=row.carrier_id,
        carrier=row.carrier.name,
        asked_by=row.asked_by.name,
        asked_at=row.asked_at,
        decided_by=row.decided_by.name if row.decided_by else "",
        decided_at=row.decided_at,
        left_at=row.left_at,
        back_at=row.back_at,
        ended_by=row.ended_by.name if row.ended_by else "",
        ended_at=row.ended_at,
        overdue=state is TakeOutState.OUT and row.until_at <= at,
        passed=state in (TakeOutState.ASKED, TakeOutState.APPROVED) and row.until_at <= at,
        special=row.seal.kind == SealKind.SPECIAL,
    )
