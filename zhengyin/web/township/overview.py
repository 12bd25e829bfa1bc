"""The committees of a township with what is missing, the most first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from zhengyin.people import queries as people
from zhengyin.people.offices import Nature, Office
from zhengyin.people.queries import Seated
from zhengyin.regions.models import Committee
from zhengyin.seals import queries as seals
from zhengyin.seals.kinds import STOP_LABELS
from zhengyin.seals.queries import SealCard
from zhengyin.web.keeping.turning import turning_of

# What a committee needs before its first paper, in the order in which it is put right.
LACKS: dict[str, str] = {
    "name": "全称没确认",
    "counter": "没填电话和时间",
    "director": "没有主任",
    "seal": "没有能用的印章",
    "custodian": "没有保管人",
    "handover": "移交超期",
}


@dataclass(frozen=True, slots=True)
class CommitteeRow:
    """One committee; `lacks` are keys of LACKS."""

    href: str
    name: str
    legal_name: str
    director: str
    custodian: str
    seal: str
    lacks: tuple[str, ...]
    stopped: str  # why its seal stands still; empty where it does not
    ended_on: date | None  # 已撤并: the first day without it
    turning: str  # 移交中，还剩6天; empty where nothing is handed over

    @property
    def words(self) -> tuple[str, ...]:
        """What is missing, as it is said; of a seal that stands still, why it does."""
        return tuple(self.stopped if one == "seal" and self.stopped else LACKS[one] for one in self.lacks)


@dataclass(frozen=True, slots=True)
class Part:
    """A way to narrow the list, with how many are in it."""

    words: str
    href: str
    count: int
    current: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """The township's home."""

    rows: tuple[CommitteeRow, ...]
    parts: tuple[Part, ...]
    whole: int
    ready: int


def overview(township_id: UUID, today: date, lacking: str) -> Overview:
    """A fixed number of queries, however many committees; `lacking` is a key of LACKS or empty."""
    committees = Committee.objects.filter(township_id=township_id, issuer=True).select_related("organization")
    cards = {row.organization_id: row.seal for row in seals.township_inventory(township_id, today)}
    found = list(committees.order_by("code"))
    held = people.seated([row.pk for row in found], today)
    rows = [_row(township_id, row, cards.get(row.pk), held[row.pk], today) for row in found]
    rows.sort(key=lambda row: not row.lacks)  # what lacks something first; by code within, no ranking
    here = reverse("township-home", args=[township_id])
    return Overview(
        rows=tuple(row for row in rows if not lacking or lacking in row.lacks),
        parts=_parts(here, rows, lacking),
        whole=sum(not row.ended_on for row in rows),
        ready=sum(not row.lacks and not row.ended_on for row in rows),
    )


def _parts(here: str, rows: list[CommitteeRow], lacking: str) -> tuple[Part, ...]:
    every = Part("全部", here, len(rows), not lacking)
    counts: Mapping[str, int] = {key: sum(key in row.lacks for row in rows) for key in LACKS}
    narrow = (
        Part(words, f"{here}?lacking={key}", counts[key], lacking == key) for key, words in LACKS.items()
    )
    return (every, *narrow)


def _row(
    township_id: UUID, row: Committee, seal: SealCard | None, held: tuple[Seated, ...], today: date
) -> CommitteeRow:
    place = row.organization
    whole = bool(place.telephone and place.hours and place.duty and place.address)
    director = director_in(held, today)
    in_use = seal is not None and seal.in_use
    turning = turning_of(seal)
    stop = seal.stop if seal else None
    missing = {
        "name": not row.legal_name,
        "counter": not whole,
        "director": not director,
        "seal": not in_use,
        "custodian": not stop and not (in_use and seal and seal.custodian),
        "handover": turning is not None and turning.late,
    }
    return CommitteeRow(
        href=reverse("township-committee", args=[township_id, row.pk]),
        name=row.short_name,
        legal_name=row.legal_name,
        director=director,
        custodian=seal.custodian if seal else "",
        seal=seal.state.value if seal else "",
        lacks=() if row.ended_on else tuple(key for key, lacks in missing.items() if lacks),
        stopped=f"印章停用：{STOP_LABELS[stop.reason]}" if stop else "",
        ended_on=row.ended_on,
        turning=f"移交中，{turning.left}" if turning else "",
    )


def director_in(held: tuple[Seated, ...], today: date) -> str:
    """Who directs today, elected or presiding."""
    found = (
        one.name
        for one in held
        if one.office is Office.DIRECTOR and one.nature is not Nature.DELEGATED and one.since <= today
    )
    return next(found, "")
