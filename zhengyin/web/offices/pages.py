"""Who sits where, and what this person may do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from zhengyin.people.actor import Actor
from zhengyin.people.offices import LABELS, NATURE_LABELS, Nature, Office
from zhengyin.people.queries import Seated
from zhengyin.people.queries.facts import over_of
from zhengyin.people.who_appoints import Row
from zhengyin.shared.days import day_of
from zhengyin.web.offices.ground import Ground, seated_at, way_of
from zhengyin.web.place import Link
from zhengyin.web.request import Request


@dataclass(frozen=True, slots=True)
class SeatedRow:
    """One person in one office. Empty addresses: not this reader's to do."""

    name: str
    office: str
    position: str
    note: str  # 受委托, 主持工作; empty for an ordinary appointment
    since: date
    last_before: date | None
    username: str
    account: str
    end: str


@dataclass(frozen=True, slots=True)
class OfficesPage:
    """The people of one organization and the offices this person may give there."""

    name: str
    rows: tuple[SeatedRow, ...]
    give: tuple[Link, ...]
    over: str  # 2026年11月1日撤销: nobody is appointed there any more
    missing: tuple[str, ...]


def offices_page(request: Request, ground: Ground) -> OfficesPage:
    """Gather everybody in office, and the ways on."""
    found, over = seated_at(request, ground.id), over_of(ground.id)
    return OfficesPage(
        name=ground.name,
        rows=tuple(_row(request, ground, one) for one in found),
        give=tuple(
            Link(words_of(row), reverse("offices-appoint", args=[ground.seat, ground.id, way_of(row)]))
            for row in ground.rows
            if over is None
        ),
        over=over.words if over else "",
        missing=() if over else tuple(missing_in(ground.rows, found, day_of(request.at))),
    )


def words_of(row: Row) -> str:
    """主任（签批人）; 主任（签批人），主持工作."""
    label = LABELS[row.office]
    return label if row.nature is Nature.APPOINTED else f"{label}，{NATURE_LABELS[row.nature]}"


def missing_in(rows: Iterable[Row], found: Iterable[Seated], today: date) -> Iterable[str]:
    """Offices given from here that nobody holds today."""
    held = {one.office for one in found if one.since <= today}
    return (LABELS[row.office] for row in rows if row.office not in held and row.nature is Nature.APPOINTED)


def _row(request: Request, ground: Ground, one: Seated) -> SeatedRow:
    own = one.person_id == request.actor.person_id
    account = reverse("offices-account", args=[ground.seat, ground.id, one.person_id])
    end = reverse("offices-end", args=[ground.seat, ground.id, one.appointment_id])
    return SeatedRow(
        name=one.name,
        office=one.office_label,
        position="" if one.position and one.position in one.office_label else one.position,
        note="" if one.nature is Nature.APPOINTED else one.nature_label,
        since=one.since,
        last_before=one.until,
        username=one.username,
        account="" if own or not _above(request.actor, ground, one) else account,
        end=end if not own and _gave(request.actor, ground, one) else "",
    )


def _gave(actor: Actor, ground: Ground, one: Seated) -> bool:
    """Whether the act of ending is worth offering; the act itself decides."""
    if one.nature is Nature.DELEGATED:
        return one.lent_by == actor.person_id or Office.TOWNSHIP in actor.offices_at(ground.seat)
    return any((row.office, row.nature) == (one.office, one.nature) for row in ground.rows)


def _above(actor: Actor, ground: Ground, one: Seated) -> bool:
    """Whoever gives the office stands above its holder; so does the township."""
    return _gave(actor, ground, one) or Office.TOWNSHIP in actor.offices_at(ground.seat)


def directing_term(found: Iterable[Seated], person_id: UUID) -> UUID | None:
    """The director's own appointment, the one that can be lent from."""
    own = (
        one.appointment_id
        for one in found
        if one.person_id == person_id and one.office is Office.DIRECTOR and one.nature is not Nature.DELEGATED
    )
    return next(own, None)
