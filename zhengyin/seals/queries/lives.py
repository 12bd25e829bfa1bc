"""Facts for the rules of a seal's life; the act reads them again under the row lock."""

from datetime import date, datetime

from django.db.models import QuerySet

from zhengyin.regions import queries as regions
from zhengyin.regions.queries import is_demonstration
from zhengyin.seals.kinds import OUT_OF_REACH, SealKind, StopReason
from zhengyin.seals.models import Seal, Stop
from zhengyin.seals.policy.returning import CollectFacts, DestroyFacts, ReasonFacts, RestoreFacts
from zhengyin.seals.policy.seal import CommitteeFacts, IssueFacts, LossFacts, OrderFacts, Predecessor
from zhengyin.seals.policy.voiding import VoidFacts, Withheld
from zhengyin.seals.queries.facts import committee_facts
from zhengyin.seals.queries.signing import authority_of, valid_certificates
from zhengyin.seals.queries.take_outs import last_outing
from zhengyin.seals.queries.uses import last_use_after
from zhengyin.seals.specification import Specification, name_of
from zhengyin.seals.workflow import SealState
from zhengyin.shared.days import day_of

NOT_YET_OVER = (SealState.IN_USE, SealState.STOPPED)


def same_kind(seal: Seal) -> QuerySet[Seal]:
    """The other seals that serve the same purpose in the same committee."""
    rows = Seal.objects.filter(committee_id=seal.committee_id, kind=seal.kind, purpose=seal.purpose)
    return rows.exclude(pk=seal.pk).order_by("ordered_at", "id")


def open_stop(seal: Seal) -> Stop | None:
    """Why the seal stands still now, or None."""
    return seal.stops.filter(ended_at=None).first()


def reason_of(seal: Seal) -> StopReason | None:
    """The reason of its open stop."""
    stop = open_stop(seal)
    return StopReason(stop.reason) if stop else None


def predecessor_of(seals: QuerySet[Seal]) -> Seal | None:
    """The seal a new one would take the place of: the one in use, else the last that stands still."""
    rows = list(seals.filter(state__in=NOT_YET_OVER).order_by("ordered_at", "id"))
    in_use = [row for row in rows if row.state == SealState.IN_USE]
    handed_in = [row for row in rows if reason_of(row) not in OUT_OF_REACH]
    return next(iter([*in_use, *handed_in, *reversed(rows)]), None)


def facts_for_order(
    seals: QuerySet[Seal],
    *,
    old: Seal | None,
    committee: CommitteeFacts,
    kind: SealKind,
    purpose: str,
    specification: Specification,
    reason: str,
) -> OrderFacts:
    """A committee that wants a seal; `seals` are those of this kind and purpose."""
    pending = seals.filter(state=SealState.ENGRAVING).order_by("id").first()
    before = Predecessor(old.name, SealState(old.state), reason_of(old)) if old else None
    named = pending.name if pending else ""
    return OrderFacts(committee, named, kind, purpose, specification, before, reason)


def facts_for_issue(
    seal: Seal,
    *,
    made_on: date,
    issued_on: date,
    received_by: str,
    police_number: str,
    receipt_filed: bool,
    at: datetime,
) -> IssueFacts:
    """A seal about to be handed over."""
    committee = committee_facts(seal.committee_id)
    before = list(same_kind(seal).filter(issued_on__isnull=False).select_related("collection"))
    older = (row for row in same_kind(seal).filter(state__in=NOT_YET_OVER) if can_be_handed_in(row))
    return IssueFacts(
        committee=committee,
        seal_name=name_of(committee.name, SealKind(seal.kind), seal.purpose),
        engraved=seal.name,
        not_collected=next((row.name for row in older), ""),
        made_on=made_on,
        issued_on=issued_on,
        received_by=received_by,
        can_certify=valid_certificates(seal.committee_id, at).exists()
        or authority_of(seal.county_code, at) is not None,
        police_number=police_number,
        receipt_filed=receipt_filed,
        demonstration=is_demonstration(),
        ordered_on=day_of(seal.ordered_at) if before else None,
        old_gone_on=max((day for one in before if (day := _gone_on(one))), default=None),
    )


def _gone_on(seal: Seal) -> date | None:
    """The day it may have been lost, else that on which it was collected; None while it is at hand."""
    stop = open_stop(seal)
    if stop is not None and stop.reason in OUT_OF_REACH:
        return day_of(stop.since)
    return seal.collection.collected_on if hasattr(seal, "collection") else None


def can_be_handed_in(seal: Seal) -> bool:
    """A lost one cannot, nor one that was declared void because somebody withholds it."""
    return seal.state == SealState.IN_USE or reason_of(seal) not in OUT_OF_REACH


def facts_for_reason(seal: Seal, reason: str) -> ReasonFacts:
    """A stop, or an order called off."""
    old = seal.replaces
    collected = old.name if old and old.state in (SealState.COLLECTED, SealState.DESTROYED) else ""
    return ReasonFacts(committee_facts(seal.committee_id), reason, collected)


def facts_for_void(seal: Seal, withheld: Withheld, at: datetime) -> VoidFacts:
    """A seal that somebody withholds."""
    committee = committee_facts(seal.committee_id)
    return VoidFacts(committee, seal.name, reason_of(seal), seal.issued_at, withheld, at)


def facts_for_report_loss(seal: Seal, *, lost_at: datetime, circumstances: str, at: datetime) -> LossFacts:
    """A seal that is missed, in use or while it stands still."""
    return LossFacts(seal.name, reason_of(seal), seal.issued_on, lost_at, day_of(lost_at), circumstances, at)


def facts_for_restore(seal: Seal, reason: str) -> RestoreFacts:
    """A seal that was found again, or whose dispute is over."""
    newer = same_kind(seal).filter(state__in=(SealState.ENGRAVING, SealState.IN_USE)).first()
    return RestoreFacts(
        committee=committee_facts(seal.committee_id),
        stopped_for=reason_of(seal),
        newer=newer.name if newer else "",
        reason=reason,
    )


def facts_for_collect(seal: Seal, *, collected_on: date, handed_in_by: str, at: datetime) -> CollectFacts:
    """A seal on the township's table. Nothing has happened since where it was taken in today."""
    before = collected_on < day_of(at)
    return CollectFacts(
        committee=committee_facts(seal.committee_id),
        state=SealState(seal.state),
        issued_on=seal.issued_on,
        successor_ordered=seal.replacements.filter(state=SealState.ENGRAVING).exists(),
        collected_on=collected_on,
        handed_in_by=handed_in_by,
        used_on=last_use_after(seal, collected_on, at) if before else None,
        out_on=last_outing(seal) if before else None,
        disputed=reason_of(seal) is StopReason.DISPUTE and not regions.reasons_of_the_end(seal.committee_id),
    )


def facts_for_destroy(
    seal: Seal, *, destroyed_on: date, place: str, how: str, witnesses: tuple[str, str], officer: str
) -> DestroyFacts:
    """A collected seal that was broken up."""
    collection = getattr(seal, "collection", None)
    return DestroyFacts(
        committee=committee_facts(seal.committee_id),
        collected_on=collection.collected_on if collection else None,
        destroyed_on=destroyed_on,
        place=place,
        how=how,
        witnesses=witnesses,
        officer=officer,
    )
