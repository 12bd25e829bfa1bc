"""Head and foot for answers: the committee's names and telephones, kept for a minute.

They are all that an answer needs besides the paper, and they hardly ever change.
"""

import time
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from zhengyin.regions import queries as regions
from zhengyin.seals.queries import LossNotice, notices_of_loss
from zhengyin.shared.days import SHANGHAI, day_of, in_words, start_of
from zhengyin.web.place import Place, Telephone
from zhengyin.web.villages import public_place

KEPT = 60  # seconds
MOST_KEPT = 2000  # committees a process: a county or two; the one least asked for goes first


def place_of(organization_id: UUID) -> Place:
    """The committee's place, at most a minute old."""
    return _place_in(organization_id, int(time.monotonic() // KEPT))


@lru_cache(MOST_KEPT)
def _place_in(organization_id: UUID, minute: int) -> Place:
    return public_place(regions.committee(organization_id))


def told_of(organization_id: UUID, at: datetime) -> tuple[str, ...]:
    """What whoever holds a paper must know of its issuer: that it ended, that a seal was lost. As old."""
    return _told_in(organization_id, day_of(at), int(time.monotonic() // KEPT))


@lru_cache(MOST_KEPT)
def _told_in(organization_id: UUID, day: date, minute: int) -> tuple[str, ...]:
    ended = regions.committee(organization_id).ended
    end = (f"出具单位已于{ended.words}。以前开的证明照样可以核对。",) if ended else ()
    return end + tuple(words_of(notice) for notice in notices_of_loss(organization_id, start_of(day)))


def words_of(notice: LossNotice) -> str:
    """One notice of a loss in a sentence."""
    since = notice.since.astimezone(SHANGHAI)
    began = f"{in_words(since.date())}{since:%H:%M}"
    ended = "公告作废" if notice.void else "报失停用"
    found = "现在已经找回、恢复使用。" if notice.found else ""
    return (
        f"印章“{notice.name}”{in_words(notice.stopped_on)}{ended}。{began}以后盖的，请先打电话核实。{found}"
    )


def county_lines() -> tuple[tuple[str, Telephone], ...]:
    """Each county with the office line it answers doubts on."""
    return tuple(
        (county.name, Telephone(line.office, line.number))
        for county in regions.counties()
        for line in regions.office_telephones(county.code)
        if line.kind == "lead"
    )
