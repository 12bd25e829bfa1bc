"""The seal of one committee, for those who answer for it."""

from dataclasses import dataclass
from uuid import UUID

from zhengyin.people.offices import IN_COMMITTEE, LABELS, Office
from zhengyin.regions import queries as regions
from zhengyin.regions.packs.settings import CustodianAppointment
from zhengyin.registers.queries import lines_of
from zhengyin.seals import queries as seals
from zhengyin.seals.lines import seal as lines
from zhengyin.seals.models import Custody
from zhengyin.seals.queries import SealCard
from zhengyin.seals.workflow import SealState
from zhengyin.shared.days import day_of
from zhengyin.web.keeping.standing import ANSWERING, SEES, Standing, standing
from zhengyin.web.keeping.take_out_pages import ASKING
from zhengyin.web.keeping.turning import READING, Turning, scans_of, turning_of
from zhengyin.web.request import Request

NOMINATING = (Office.DIRECTOR, Office.PARTY_ORGANIZATION)
PAPERS = {"document": "委托书照片", "minutes": "会议记录照片", "attendance": "签到表照片"}


@dataclass(frozen=True, slots=True)
class SealPage:
    """The seal and what this person may do about it; the acts themselves decide again."""

    seal: SealCard | None
    by_vote: bool
    township: str
    may_appoint: bool
    may_end: bool
    may_report: bool
    may_move: bool
    mine: bool
    standing: Standing
    ordered: bool  # a new one is being engraved in place of one that stands still
    may_appoint_others: bool
    may_end_others: bool
    may_ask_out: bool
    turning: Turning | None
    first: bool  # nobody has kept this seal yet
    may_begin: bool
    sees: bool  # the papers sealed in doubt
    reported_by: str  # whoever reported the loss; empty while there is none
    ended: bool  # the committee: nothing is restored or issued any more
    scans: tuple[tuple[str, str], ...]  # of the papers the custody rests on: name in the address, words


def seal_page(request: Request, organization_id: UUID) -> SealPage:
    """Gather the page."""
    card = regions.committee(organization_id)
    seal = seals.seal_of(organization_id, day_of(request.at))
    by_vote = votes_in(card.county_code)
    held = request.actor.offices_at(organization_id)
    appointing = held & (set(NOMINATING) if by_vote else {Office.DIRECTOR})
    kept = seal is not None and seal.custodian_id is not None
    in_use = seal is not None and seal.in_use
    beside = standing(request, organization_id, seal.id if seal else None)
    return SealPage(
        seal=seal,
        by_vote=by_vote,
        township=card.township_name,
        may_appoint=bool(appointing) and in_use and not kept and not (seal and seal.handover),
        may_end=kept and bool(held & set(NOMINATING)),
        may_report=_may_be_lost(seal) and bool(held & set(IN_COMMITTEE)),
        may_move=kept and in_use and bool(held & set(ANSWERING)),
        mine=seal is not None and seal.in_custody_of(request.actor.person_id),
        standing=beside,
        ordered=any(row.state == SealState.ENGRAVING for row in beside.others),
        may_appoint_others=bool(appointing),
        may_end_others=bool(held & set(NOMINATING)),
        may_ask_out=bool(held & set(ASKING)),
        turning=turning_of(seal) if held & set(READING) else None,
        first=not kept and not (seal and seal.handover),
        may_begin=in_use and bool(held & set(NOMINATING)) and (kept or bool(seal and seal.handover)),
        sees=bool(held & set(SEES)),
        reported_by=_reported_by(seal),
        scans=_scans(seal) if held & set(READING) else (),
        ended=card.ended is not None,
    )


def _may_be_lost(seal: SealCard | None) -> bool:
    """In the committee's hands, in use or standing still."""
    return seal is not None and (seal.in_use or (seal.stop is not None and not seal.stop.lost))


def _reported_by(seal: SealCard | None) -> str:
    """The name and office of whoever reported the loss that stops the seal now."""
    if seal is None or seal.stop is None or not seal.stop.lost or seal.stop.void:
        return ""
    said = [line for line in lines_of(seal.id) if line.kind == lines.LOST]
    return f"{said[-1].person_name}（{LABELS[Office(said[-1].office)]}）" if said else ""


def _scans(seal: SealCard | None) -> tuple[tuple[str, str], ...]:
    if seal is None or seal.custody_id is None:
        return ()
    custody = Custody.objects.select_related("resolution").get(pk=seal.custody_id)
    held = scans_of(custody)
    return tuple((name, words) for name, words in PAPERS.items() if name in held)


def votes_in(county_code: str) -> bool:
    """Whether the representatives' meeting decides on the custodian here."""
    mode = regions.settings_for(county_code).rules.custodian_appointment
    return mode is CustodianAppointment.NOMINATION_AND_VOTE
