"""What the desks show: the board of a seat, and one consultation with what one may do about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django import forms
from django.db.models import Count, Q, QuerySet

from zhengyin.consultation import deadline
from zhengyin.consultation.clauses import Clause as Cut
from zhengyin.consultation.clauses import clauses_of
from zhengyin.consultation.kinds import Part
from zhengyin.consultation.models import Addressee, Clause, Consultation, Enclosure
from zhengyin.consultation.policy.closing import refusals_to_close
from zhengyin.consultation.queries import asked_of, consultations_visible_to
from zhengyin.consultation.queries.facts import enclosures_of, latest_replies
from zhengyin.consultation.queries.visible import ASKED, ASKING_BODIES
from zhengyin.consultation.workflow import CONSULTATION, ConsultationState
from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization
from zhengyin.registers.queries import RegisterLine, lines_of
from zhengyin.web.consultation.results import Result, result_of
from zhengyin.web.consultation.units import ItemRow, UnitRow, cell_of, items_of, units_of
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

PAGE = 50
Sent = Mapping[str, forms.Form]
READING = tuple(dict.fromkeys((*ASKING_BODIES, *ASKED)))
C = ConsultationState
STAGES: dict[str, tuple[str, tuple[ConsultationState, ...]]] = {
    "open": ("在办", (C.DRAFT, C.ASKING, C.WEIGHING)), "published": ("已公布", (C.PUBLISHED,)),
    "cancelled": ("已取消", (C.CANCELLED,)),
}  # fmt: skip
SHAPES = {C.DRAFT: "wait", C.ASKING: "half", C.WEIGHING: "half", C.PUBLISHED: "ok", C.CANCELLED: "none"}
FINAL = (C.WEIGHING, C.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Row:
    """One consultation in the board."""

    id: UUID
    title: str
    body: str
    state: str
    shape: str
    due: str
    late: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The consultations of a seat, one stage of them, a page at a time; `waiting` want its answer."""

    rows: tuple[Row, ...]
    stage: str
    stages: tuple[tuple[str, str, int], ...]  # key, words, how many
    page: int
    pages: int
    waiting: tuple[Row, ...]
    asks: bool


@dataclass(frozen=True, slots=True)
class Mine:
    """What this seat is asked, and has returned: three parts, empty words where one is missing."""

    id: UUID
    parts: tuple[tuple[str, str, bool], ...]  # label, words, late
    open: bool


@dataclass(frozen=True, slots=True)
class ConsultationPage:
    """One consultation as it stands for one seat."""

    row: Consultation
    shape: str
    due: str
    clauses: tuple[Clause | Cut, ...]
    enclosures: tuple[Enclosure, ...]
    may: frozenset[str]
    leads: bool  # this seat asks
    takes_up: bool  # a county's lead body, and the lists stand
    not_yet: tuple[str, ...]  # why the answers cannot be closed
    units: tuple[UnitRow, ...]
    lacking: int
    result: Result | None
    items: tuple[ItemRow, ...]
    mine: Mine | None
    lines: tuple[RegisterLine, ...]


def consultations_at(request: Request, organization_id: UUID) -> QuerySet[Consultation]:
    """Those of this very seat: asked there, or answered there."""
    asked = Addressee.objects.filter(body_id=organization_id).values("consultation")
    rows = consultations_visible_to(request.actor)
    return rows.filter(Q(body_id=organization_id) | Q(pk__in=asked, sent_at__isnull=False))


def board(request: Request, organization_id: UUID) -> Board:
    """Gather the board; three statements, however many there are."""
    every = consultations_at(request, organization_id)
    counts = dict(every.order_by().values_list("state").annotate(Count("pk")))
    said = request.GET.get("stage", "")
    stage = said if said in STAGES else "open"
    total = sum(counts.get(one.value, 0) for one in STAGES[stage][1])
    pages = max(1, -(-total // PAGE))
    page = min(max(number_in(request.GET.get("page", ""), 1), 1), pages)
    found = every.filter(state__in=STAGES[stage][1]).select_related("body").order_by("-drafted_at", "pk")
    waiting = asked_of(organization_id).select_related("consultation__body").order_by("consultation__due_on")
    return Board(
        rows=tuple(_row(one, request.at) for one in found[(page - 1) * PAGE : page * PAGE]),
        stage=stage,
        stages=tuple(
            (key, words, sum(counts.get(one.value, 0) for one in states))
            for key, (words, states) in STAGES.items()
        ),
        page=page,
        pages=pages,
        waiting=tuple(_row(one.consultation, request.at) for one in waiting[:PAGE]),
        asks=bool(request.actor.offices_at(organization_id) & set(ASKING_BODIES)),
    )


def _row(one: Consultation, at: datetime) -> Row:
    late = one.due_on is not None and at >= deadline.over_at(one.due_on, one.due_time)
    state = ConsultationState(one.state)
    return Row(
        one.pk, one.title, one.body.name, one.state, SHAPES[state], due_of(one),
        late=state is C.ASKING and late,
    )  # fmt: skip


def due_of(row: Consultation) -> str:
    """2020年10月20日16:00以前; empty of a draft."""
    return deadline.in_words(row.due_on, row.due_time) if row.due_on else ""


def page_of(request: Request, organization_id: UUID, row: Consultation, sent: Sent) -> ConsultationPage:
    """Gather one; the acts themselves decide again. `sent` are the forms that came back."""
    here = request.actor.offices_at(organization_id)
    leads = row.body_id == organization_id and bool(here & set(ASKING_BODIES))
    state, final = ConsultationState(row.state), row.state in FINAL
    takes_up = final and Office.COUNTY_LEAD in here
    units = units_of(row, request.at) if leads and row.sent_at else ()
    return ConsultationPage(
        row=row,
        shape=SHAPES[state],
        due=due_of(row),
        clauses=tuple(row.clauses.order_by("no")) if row.sent_at else clauses_of(row.text),
        enclosures=enclosures_of(row),
        may=frozenset(map(str, CONSULTATION.possible(state, set(here)))) if leads else frozenset(),
        leads=leads,
        takes_up=takes_up,
        not_yet=_not_yet(row, request.at) if leads and state is C.ASKING else (),
        units=units,
        lacking=sum(bool(one.missing) for one in units),
        result=result_of(row, weighing=state is C.WEIGHING, sent=sent) if leads and final else None,
        items=_items(row, organization_id) if takes_up or (leads and final) else (),
        mine=_mine(row, organization_id) if not leads else None,
        lines=lines_of(row.pk) if leads else (),
    )


def _items(row: Consultation, organization_id: UUID) -> tuple[ItemRow, ...]:
    county = Organization.objects.values_list("county_code", flat=True).get(pk=organization_id)
    return items_of(row, county)


def _not_yet(row: Consultation, at: datetime) -> tuple[str, ...]:
    assert row.due_on is not None  # the database demands it of what was sent
    return sentences(refusals_to_close(row.due_on, row.due_time, at))


def _mine(row: Consultation, organization_id: UUID) -> Mine | None:
    unit = row.addressees.filter(body_id=organization_id).first()
    return mine_of(row, unit) if unit else None


def mine_of(row: Consultation, unit: Addressee) -> Mine:
    """What a unit has returned, for its own eyes."""
    replies = latest_replies(row.pk).filter(addressee=unit).prefetch_related("opinions", "items")
    found = {Part(one.part): cell_of(one) for one in replies}
    none = cell_of(None)
    parts = tuple((part.words, found.get(part, none).words, found.get(part, none).late) for part in Part)
    return Mine(unit.pk, parts, open=row.state == C.ASKING)
