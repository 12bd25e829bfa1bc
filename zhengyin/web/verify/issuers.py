"""Head and foot for answers: the committee's names and telephones, kept for a minute.

They are all that an answer needs besides the paper, and they hardly ever change.
"""

import time
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from zhengyin.certificates.queries.verifying import PaperKnown
from zhengyin.regions import queries as regions
from zhengyin.seals.queries import LossNotice, losses_told
from zhengyin.shared.days import SHANGHAI, day_of, in_words, start_of
from zhengyin.verification.lost import Bearing, Loss, bearing
from zhengyin.verification.outcome import Outcome
from zhengyin.web.place import Place, Telephone
from zhengyin.web.villages import public_place

KEPT = 60  # seconds
Told = tuple[LossNotice, Loss]
MOST_KEPT = 2000  # committees a process: a county or two; the one least asked for goes first


def place_of(organization_id: UUID) -> Place:
    """The committee's place, at most a minute old."""
    return _place_in(organization_id, int(time.monotonic() // KEPT))


@lru_cache(MOST_KEPT)
def _place_in(organization_id: UUID, minute: int) -> Place:
    return public_place(regions.committee(organization_id))


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence about the issuer, with the sign before it."""

    words: str
    shape: str = "care"
    colour: str = "is-care"


def told_of(paper: PaperKnown, outcome: Outcome, at: datetime) -> tuple[Said, ...]:
    """What whoever holds this paper must know of its issuer: that it ended, how a lost seal bears on it.

    A paper that holds no more is told no loss, and another seal's loss nobody.
    """
    ended, losses = _told_in(paper.organization_id, day_of(at), int(time.monotonic() // KEPT))
    if outcome.is_over:
        return ended
    bears = (
        lost_in_words(notice, bearing(loss, paper.sealed_at), paper.sealed_at) for notice, loss in losses
    )
    return ended + tuple(said for said in bears if said.words)


@lru_cache(MOST_KEPT)
def _told_in(organization_id: UUID, day: date, minute: int) -> tuple[tuple[Said, ...], tuple[Told, ...]]:
    ended = regions.committee(organization_id).ended
    end = (Said(f"出具单位已于{ended.words}。以前开的证明照样可以核对。"),) if ended else ()
    return end, tuple(
        (one.notice, Loss(one.notice.since, one.notice.found_at, one.served_from, one.served_until))
        for one in losses_told(organization_id, start_of(day))
    )


def lost_in_words(notice: LossNotice, bears: Bearing, sealed_at: datetime) -> Said:
    """One loss as it bears on a paper sealed at this moment; without words where it does not."""
    done, since, sealed = "公告作废" if notice.void else "报失停用", _moment(notice.since), _moment(sealed_at)
    lost = f"印章“{notice.name}”{in_words(notice.stopped_on)}{done}"
    if bears is Bearing.BEFORE:
        before = f"这张证明是{done}以前盖的章：登记的盖章时间是{sealed}，{since}以后盖的才要核实。"
        return Said(f"{before}照登记簿看，这张不受影响。（{lost}。）", "ok", "is-ok")
    if bears is Bearing.DOUBTED:
        return Said(f"{lost}，{since}以后盖的都要核实。这张登记的盖章时间是{sealed}，在那以后。")
    if bears is Bearing.FOUND and notice.found_at:
        found = f"{lost}，{_moment(notice.found_at)}找回、恢复使用"
        return Said(f"{found}。这张是恢复以后盖的章，不受影响。", "ok", "is-ok")
    return Said("")


def _moment(at: datetime) -> str:
    here = at.astimezone(SHANGHAI)
    return f"{in_words(here.date())}{here:%H:%M}"


def county_lines() -> tuple[tuple[str, Telephone], ...]:
    """Each county with the office line it answers doubts on."""
    return tuple(
        (county.name, Telephone(line.office, line.number))
        for county in regions.counties()
        for line in regions.office_telephones(county.code)
        if line.kind == "lead"
    )
