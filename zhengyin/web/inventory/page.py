"""What 印章台账 shows: the seals' own state, and beside it how the committee was last inspected."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.urls import reverse

from zhengyin.regions.models import Organization
from zhengyin.regions.names import OrganizationKind
from zhengyin.reminders.queries import ToCopy, to_committee
from zhengyin.seals.kinds import KIND_LABELS, STOP_LABELS
from zhengyin.seals.queries.inventory import InventoryLine, inventory
from zhengyin.seals.words import WORDS
from zhengyin.seals.workflow import SealState
from zhengyin.shared.days import day_of, in_words
from zhengyin.supervision.models import Inspection
from zhengyin.supervision.queries.inspections import inspections_now
from zhengyin.supervision.workflow import InspectionState
from zhengyin.web.keeping.above import below
from zhengyin.web.keeping.turning import turning_of
from zhengyin.web.request import Request
from zhengyin.web.templatetags.zhengyin import moment

PAGE = 50  # seals
SHAPES = {
    SealState.IN_USE: "ok", SealState.STOPPED: "care", SealState.ENGRAVING: "wait",
    SealState.COLLECTED: "lock", SealState.DESTROYED: "void",
}  # fmt: skip

INSPECTED = {
    InspectionState.PLANNED: "等检查",
    InspectionState.RECTIFYING: "整改中",
    InspectionState.CLOSED: "检查办结",
}
NO_LONGER_HERE = {
    SealState.COLLECTED: "收在乡镇",
    SealState.DESTROYED: "已经销毁",
    SealState.ENGRAVING: "刻制中",
}


class Part(StrEnum):
    """A way to narrow the list."""

    ALL = ""
    OVERDUE = "overdue"
    OUT = "out"
    LOST = "lost"
    STOPPED = "stopped"
    ORDERED = "ordered"
    TO_COLLECT = "to-collect"
    UNKEPT = "unkept"
    RECTIFYING = "rectifying"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Line:
    """One seal with its committee's inspection."""

    seal: InventoryLine
    inspection: Inspection | None
    today: date

    @property
    def state(self) -> str:
        """启用, 停用：有争议, 报失, …"""
        stop = self.seal.card.stop
        if stop is not None and self.lost:
            return STOP_LABELS[stop.reason]  # it does not lie stopped with anybody
        return WORDS[self.seal.card.state] + (f"：{STOP_LABELS[stop.reason]}" if stop else "")

    @property
    def lost(self) -> bool:
        """Reported lost, or withheld and declared void, also after another was issued in its place."""
        stop = self.seal.card.stop
        return stop is not None and stop.lost

    @property
    def shape(self) -> str:
        """The sign before it."""
        return SHAPES[self.seal.card.state]

    @property
    def kind(self) -> str:
        """公章, or what a special one is for."""
        return self.seal.made_for or KIND_LABELS[self.seal.kind]

    @property
    def keeper(self) -> str:
        """Who keeps it, and whether only for a while; empty where nobody does, or it is gone."""
        card = self.seal.card
        if self.lost:
            return ""
        return card.custodian + ("（临时代管）" if card.acting else "")

    @property
    def turning(self) -> str:
        """How a handover stands; empty where none runs."""
        turning = turning_of(self.seal.card)
        return f"移交中，{turning.left}" if turning else ""

    @property
    def where(self) -> str:
        """At its place, out with whom until when, with the township, or nowhere any more."""
        card, out = self.seal.card, self.seal.out
        if out is not None:
            return f"{out.place}（{out.carrier}带出，{moment(out.until_at)}前归还）"
        if card.stop is not None and card.stop.lost:
            return "拒不交出" if card.stop.void else "报失，没有找到"
        return NO_LONGER_HERE.get(card.state, card.place)

    @property
    def overdue(self) -> tuple[str, ...]:
        """The seal's and the inspection's."""
        return (*self.seal.overdue, *self.rectified_late)

    @property
    def rectified_late(self) -> tuple[str, ...]:
        """How many findings of the inspection are past their day; the committee's to put right."""
        late = getattr(self.inspection, "late", 0)
        return (f"整改超期{late}个",) if late else ()

    @property
    def inspected(self) -> str:
        """等检查、整改中、办结, with its day."""
        row = self.inspection
        if row is None:
            return ""
        day = row.inspected_on or row.planned_from
        return f"{INSPECTED[InspectionState(row.state)]}，{in_words(day)}"

    @property
    def kept(self) -> bool:
        """Somebody keeps it, or nobody has to."""
        return self.seal.card.state is not SealState.IN_USE or bool(self.seal.card.custodian)


GONE = (SealState.COLLECTED, SealState.DESTROYED)
PARTS: dict[Part, tuple[str, Callable[[Line], bool]]] = {
    Part.ALL: ("全部", lambda line: True),
    Part.OVERDUE: ("超期", lambda line: bool(line.overdue)),
    Part.OUT: ("带出", lambda line: line.seal.out is not None),
    Part.LOST: ("报失、作废", lambda line: line.lost),
    Part.STOPPED: ("停用", lambda line: line.seal.card.state is SealState.STOPPED and not line.lost),
    Part.ORDERED: ("刻制中", lambda line: line.seal.card.state is SealState.ENGRAVING),
    Part.TO_COLLECT: ("等收缴", lambda line: line.seal.to_collect),
    Part.UNKEPT: ("没有保管人", lambda line: not line.kept),
    Part.RECTIFYING: ("整改中", lambda line: line.inspected.startswith("整改中")),
    Part.GONE: ("收缴、销毁的", lambda line: line.seal.card.state in GONE),
}


@dataclass(frozen=True, slots=True)
class Link:
    """A part of the list."""

    words: str
    href: str
    count: int
    current: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page of one part. `rows`: a line, where it leads, and, once a committee, what to remind it of.

    A county is led nowhere and reminds nobody.
    """

    rows: tuple[tuple[Line, str, tuple[ToCopy, ...]], ...]
    parts: tuple[Link, ...]
    above: bool  # several townships
    whole: int
    part: Part
    page: int
    pages: int
    table: str


def lines_below(request: Request, seat: Organization) -> tuple[Line, ...]:
    """Every seal below this seat."""
    today = day_of(request.at)
    seals = inventory(below(seat, ""), seat.county_code, request.at)
    inspected = inspections_now({one.committee_id for one in seals}, today)
    return tuple(Line(one, inspected.get(one.committee_id), today) for one in seals)


def page_of(lines: Sequence[Line], seat: Organization, part: Part, number: int) -> Page:
    """The wanted part; `number` counts pages from 1."""
    here = reverse("seal-inventory", args=[seat.pk])
    found = [line for line in lines if PARTS[part][1](line)]
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(number, 1), pages)
    township = seat.kind == OrganizationKind.TOWNSHIP
    rows = found[(number - 1) * PAGE : number * PAGE]
    texts = reminders_of(rows) if township else {}
    return Page(
        rows=tuple(
            (line, _href(seat, line) if township else "", texts.get(line.seal.card.id, ())) for line in rows
        ),
        parts=tuple(
            Link(words, f"{here}?part={one}" if one else here, sum(map(fits, lines)), one is part)
            for one, (words, fits) in PARTS.items()
        ),
        above=not township,
        whole=len(lines),
        part=part,
        page=number,
        pages=pages,
        table=reverse("seal-inventory-table", args=[seat.pk]),
    )


def reminders_of(lines: Iterable[Line]) -> Mapping[UUID, tuple[ToCopy, ...]]:
    """What each committee itself is late with, in one text beside the first of its seals that is."""
    late: dict[UUID, list[Line]] = {}
    for line in lines:
        if line.seal.committee_overdue or line.rectified_late:
            late.setdefault(line.seal.committee_id, []).append(line)
    return {rows[0].seal.card.id: _reminder(rows) for rows in late.values()}


def _reminder(rows: Sequence[Line]) -> tuple[ToCopy, ...]:
    said = [f"{line.kind}{words}" for line in rows for words in line.seal.committee_overdue]
    first = rows[0]
    return to_committee(
        str(first.seal.card.id), (first.seal.township, first.seal.committee), [*said, *first.rectified_late]
    )


def _href(seat: Organization, line: Line) -> str:
    return reverse("township-seal", args=[seat.pk, line.seal.committee_id, line.seal.card.id])


def texts_of(line: Line) -> tuple[str | int, ...]:
    """A row of the table."""
    seal = line.seal
    issued = seal.card.issued_on
    return (
        seal.township, seal.committee, seal.card.name, line.kind, line.state,
        issued.isoformat() if issued else "", line.keeper, line.where, "；".join(line.overdue),
        line.inspected,
    )  # fmt: skip
