"""Where a handover stands, for whoever answers for it: the page, its choices, its tile."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.shortcuts import get_object_or_404

from zhengyin.certificates.queries import worklists
from zhengyin.certificates.queries.pads import pads_shown
from zhengyin.certificates.slips import slip_number
from zhengyin.people import queries as people
from zhengyin.people.offices import Office
from zhengyin.seals import queries as seals
from zhengyin.seals.kinds import HANDOVER_LABELS
from zhengyin.seals.models import Custody, Handover, Seal
from zhengyin.seals.policy.handover import Period
from zhengyin.seals.queries import SealCard, visible_to
from zhengyin.seals.queries.cards import cards_by_seal
from zhengyin.seals.queries.handovers import hands_over, number_of, regular_keeper, together
from zhengyin.seals.workflow import HandoverState, SealState
from zhengyin.shared.days import day_of
from zhengyin.web.keeping.forms import Candidates
from zhengyin.web.keeping.handover_forms import Named
from zhengyin.web.offices.ground import seated_at
from zhengyin.web.request import Request
from zhengyin.workuse.queries import waiting

BEGINNING = (Office.DIRECTOR, Office.PARTY_ORGANIZATION)
READING = (*BEGINNING, Office.CUSTODIAN, Office.SUPERVISION_COMMITTEE)


@dataclass(frozen=True, slots=True)
class Turning:
    """The handover of a committee's seal in words; `late` counts the days gone by."""

    period: Period
    reason: str
    left: str
    shape: str

    @property
    def late(self) -> bool:
        """The ten days are over."""
        return self.period.over


@dataclass(frozen=True, slots=True)
class HandoverPage:
    """One handover with what this person may do about it; the acts decide again."""

    seal: SealCard
    row: Handover | None
    number: str
    turning: Turning | None
    may_begin: bool
    may_list: bool
    may_sign: bool
    may_renew: bool
    beside: tuple[str, ...]  # the other seals that pass on with it
    seals: tuple[tuple[UUID, str, bool], ...]  # those in use, and which is shown; empty where there is one


def turning_of(card: SealCard | None) -> Turning | None:
    """What desks are told; None where nothing is handed over."""
    if card is None or card.handover is None:
        return None
    period = card.handover
    if period.over:
        left, shape = f"超期{-period.days}天", "care"
    else:
        left, shape = (f"还剩{period.days}天" if period.days else "今天是最后一天"), "wait"
    return Turning(period, HANDOVER_LABELS[period.reason], left, shape)


def turning_for(request: Request, organization_id: UUID) -> Turning | None:
    """The same for a desk's tile, where this person may open the page it leads to."""
    if not request.actor.offices_at(organization_id) & set(READING):
        return None
    return turning_of(seals.seal_of(organization_id, day_of(request.at)))


def seals_in_use(request: Request, organization_id: UUID) -> list[Seal]:
    """Which may be handed over: the official seal first."""
    rows = visible_to(request.actor).filter(committee_id=organization_id, state=SealState.IN_USE)
    return list(rows.order_by("kind", "issued_at", "id"))


def handover_page(request: Request, organization_id: UUID, chosen: UUID | None = None) -> HandoverPage | None:
    """Gather the page of the chosen seal, else of the first; without a seal in use there is none."""
    found = seals_in_use(request, organization_id)
    if not found:
        return None
    shown = next((one for one in found if one.pk == chosen), found[0])
    seal = cards_by_seal([shown], day_of(request.at))[shown.pk]
    turning, held = turning_of(seal), request.actor.offices_at(organization_id)
    row = None
    if seal.handover and seal.handover.id:
        rows = Handover.objects.select_related("successor", "custody__person", "seal")
        row = rows.get(pk=seal.handover.id)
    begins, open_ = bool(held & set(BEGINNING)), row is not None
    kept = bool(seal.custodian) and not seal.acting
    return HandoverPage(
        seal=seal,
        row=row,
        number=number_of(row) if row else "",
        turning=turning,
        may_begin=begins and not open_,
        may_list=open_ and bool(held & {*BEGINNING, Office.CUSTODIAN}),
        may_sign=open_ and begins,
        may_renew=open_ and begins and kept,
        beside=beside(row) if row else (),
        seals=tuple((one.pk, one.purpose or one.name, one is shown) for one in found)
        if len(found) > 1
        else (),
    )


def beside(row: Handover) -> tuple[str, ...]:
    """The names of the other seals of the same handover that still pass on."""
    rows = together(row).filter(state=row.state).exclude(pk=row.pk)
    return tuple(rows.values_list("seal__name", flat=True))


def handover_or_404(request: Request, organization_id: UUID, handover_id: UUID) -> Handover:
    """A handover of this very committee."""
    rows = Handover.objects.filter(committee_id=organization_id, seal__in=visible_to(request.actor))
    return get_object_or_404(rows.select_related("seal", "custody__person", "successor"), pk=handover_id)


def is_over(row: Handover) -> bool:
    """Whoever sends a form again, or comes back to its address, is shown what came of it."""
    return row.state != HandoverState.OPEN


def handing(organization_id: UUID, row: Handover) -> list[Named]:
    """Who may stand as 移交人: whoever keeps the seal first, then everybody who ever held an office."""
    first = hands_over(row.seal, row)
    others = (one for one in people.everybody(organization_id) if one[0] != first.pk)
    return [(first.pk, first.name), *others]


def supervising(organization_id: UUID, today: date) -> list[Named]:
    """The supervision committee of that day."""
    found = people.officials(organization_id, today)
    return _once((one.person_id, one.name) for one in found if one.office is Office.SUPERVISION_COMMITTEE)


def candidates_for(request: Request, seal: Seal) -> Candidates:
    """Among whom the next custodian of this seal is chosen."""
    return Candidates(seated_at(request, seal.committee_id), regular_keeper(seal, day_of(request.at)))


def slips_in_words(seal: Seal, at: datetime) -> str:
    """The emergency slips that have no end yet."""
    pads = pads_shown(seal.committee_id, seal.county_code, at)
    left = sorted(slip.no for pad in pads for slip in pad.without_end)
    if not left:
        return "没有未用的应急用印单"
    return f"{slip_number(left[0])}至{slip_number(left[-1])}中未用的共{len(left)}张"


def unfinished_in_words(organization_id: UUID) -> str:
    """Papers that were approved or wait for it: the next custodian goes on with them."""
    counted = (("证明", worklists.unsealed(organization_id)), ("工作用印", waiting.unsealed(organization_id)))
    found = "、".join(f"{what}{count}件" for what, count in counted if count)
    return f"已签批、还没盖章：{found}，移交后由接交人办" if found else "没有已签批、还没盖章的"


def scans_of(custody: Custody) -> dict[str, UUID]:
    """Which pictures there are, by their names in the address."""
    decided = custody.resolution
    held = {
        "document": custody.document_scan_id,
        "minutes": decided.minutes_scan_id if decided else None,
        "attendance": decided.attendance_scan_id if decided else None,
    }
    return {name: key for name, key in held.items() if key}


def _once(found: Iterable[Named]) -> list[Named]:
    return list(dict(found).items())
