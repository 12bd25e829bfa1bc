"""What the pages of a clean-up round show: the rounds of a seat, one round, one entry of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from zhengyin.catalogue.kinds import EntryKind
from zhengyin.catalogue.queries import listed_above
from zhengyin.cleanup.kinds import Verdict, Way
from zhengyin.cleanup.models import Review, Round, RoundUnit
from zhengyin.cleanup.queries import reviews_visible_to, rounds_visible_to
from zhengyin.cleanup.queries.facts import ending
from zhengyin.cleanup.workflow import REVIEW, ROUND, ReviewState, RoundState
from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization
from zhengyin.regions.names import OrganizationKind
from zhengyin.regions.queries import is_demonstration
from zhengyin.registers.queries import RegisterLine, lines_of
from zhengyin.reminders.queries import ToCopy
from zhengyin.shared.days import day_of, in_words
from zhengyin.web.cleanup.links import link_of
from zhengyin.web.cleanup.material import Material, material_for
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request

PAGE = 50
MOST_ABOVE = 200
READING = (Office.COUNTY_LEAD, Office.DEPARTMENT, Office.TOWNSHIP)
OPEN = ReviewState.OPEN.value
WHICH: dict[str, tuple[str, Q]] = {
    "all": ("全部", Q()),
    "unassigned": ("还没有责任单位", Q(state=OPEN, unit=None)),
    "open": ("还没有答复", Q(state=OPEN)),
    "answered": ("已答复", ~Q(state=OPEN)),
}
SHAPES = {
    RoundState.OPEN: "half", RoundState.CLOSED: "ok", RoundState.CANCELLED: "none",
    ReviewState.OPEN: "wait", ReviewState.ANSWERED: "half", ReviewState.KEPT: "ok",
    ReviewState.CHANGED: "way", ReviewState.ENDED: "void",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One round in the board of a seat; `open` counts what this seat still waits for or owes."""

    row: Round
    shape: str
    entries: int
    open: int
    late: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The rounds of a seat, a page at a time."""

    rows: tuple[RoundRow, ...]
    page: int
    pages: int
    leads: bool
    may_open: bool


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One entry of a round."""

    id: UUID
    code: str
    name: str
    unit: str
    state: str
    shape: str
    late: bool
    verdict: str
    asked: int


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit with what it still owes; the late first."""

    id: UUID
    name: str
    entries: int
    open: int
    late: bool
    link: str
    remind: tuple[ToCopy, ...]


@dataclass(frozen=True, slots=True)
class RoundPage:
    """One round as a seat sees it."""

    row: Round
    shape: str
    leads: bool
    may: frozenset[str]
    which: str
    filters: tuple[tuple[str, str, int], ...]
    rows: tuple[ReviewRow, ...]
    page: int
    pages: int
    units: tuple[UnitRow, ...]
    material: Material
    above: tuple[tuple[str, str], ...]
    waiting: int
    ends: int


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One entry of a round, with what this person may do about it."""

    row: Review
    shape: str
    verdict: str
    way: str
    late: bool
    leads: bool
    may: frozenset[str]
    asked: int
    told: int
    issued: int
    lines: tuple[RegisterLine, ...]


def rounds_at(request: Request, organization_id: UUID) -> QuerySet[Round]:
    """Those of this very seat: led there, or with entries it reviews."""
    own = Review.objects.filter(unit__body_id=organization_id).values("round")
    return rounds_visible_to(request.actor).filter(Q(lead_id=organization_id) | Q(pk__in=own))


def reviews_at(request: Request, organization_id: UUID, row: Round) -> QuerySet[Review]:
    """All of the lead body's round; of another seat its own."""
    rows = reviews_visible_to(request.actor).filter(round=row).select_related("unit", "round")
    return rows if row.lead_id == organization_id else rows.filter(unit__body_id=organization_id)


def board(request: Request, organization_id: UUID) -> Board:
    """Gather the rounds of a seat; a fixed number of statements."""
    own, today = rounds_at(request, organization_id), day_of(request.at)
    leads = request.actor.has(Office.COUNTY_LEAD, organization_id)
    pages, page = _pages(request, own.count())
    mine = Q() if leads else Q(reviews__unit__body_id=organization_id)
    counted = own.annotate(
        entries=Count("reviews", filter=mine, distinct=True),
        waits=Count("reviews", filter=mine & Q(reviews__state=OPEN), distinct=True),
    )
    found = counted.order_by("-opened_on", "pk")[(page - 1) * PAGE : page * PAGE]
    rows = tuple(
        RoundRow(
            one, SHAPES[RoundState(one.state)], one.entries, one.waits,
            late=one.state == RoundState.OPEN and one.due_on < today and one.waits > 0,
        )
        for one in found
    )  # fmt: skip
    going = any(one.row.state == RoundState.OPEN for one in rows)
    return Board(rows, page, pages, leads, may_open=leads and not going)


def round_page(request: Request, organization_id: UUID, row: Round) -> RoundPage:
    """Gather one round; a fixed number of statements, however many entries."""
    today, leads = day_of(request.at), row.lead_id == organization_id
    own = reviews_at(request, organization_id, row)
    said = request.GET.get("which", "")
    which = said if said in WHICH else "all"
    counts = own.aggregate(**{key: Count("pk", filter=wanted) for key, (_, wanted) in WHICH.items()})
    pages, page = _pages(request, counts[which])
    material = material_for(row, today)
    found = own.filter(WHICH[which][1]).order_by("-state", "code")[(page - 1) * PAGE : page * PAGE]
    offices = request.actor.offices_at(organization_id)
    return RoundPage(
        row=row,
        shape=SHAPES[RoundState(row.state)],
        leads=leads,
        may=frozenset(map(str, ROUND.possible(RoundState(row.state), offices))) if leads else frozenset(),
        which=which,
        filters=tuple((key, words, counts[key]) for key, (words, _) in WHICH.items()),
        rows=tuple(_review_row(one, material, today) for one in found),
        page=page,
        pages=pages,
        units=_units(row, today) if leads else (),
        material=material,
        above=_above(row, today) if leads else (),
        waiting=counts["open"],
        ends=len(ending(row, request.at)) if leads else 0,
    )


def review_page(request: Request, organization_id: UUID, row: Review) -> ReviewPage:
    """Gather one entry; the acts themselves decide again."""
    today, leads = day_of(request.at), row.round.lead_id == organization_id
    own, going = material_for(row.round, today).of(row.code), row.round.state == RoundState.OPEN
    offices = request.actor.offices_at(organization_id)
    return ReviewPage(
        row=row,
        shape=SHAPES[ReviewState(row.state)],
        verdict=Verdict(row.verdict).words if row.verdict else "",
        way=Way(row.way).words if row.way else "",
        late=is_late(row, today),
        leads=leads,
        may=frozenset(map(str, REVIEW.possible(ReviewState(row.state), offices))) if going else frozenset(),
        asked=own.cases,
        told=own.told + own.refused,
        issued=own.issued,
        lines=tuple(lines_of(row.pk)) if leads else (),
    )


def is_late(row: Review, today: date) -> bool:
    """Not answered, and the last day is over."""
    return row.state == OPEN and row.round.state == RoundState.OPEN and row.round.due_on < today


def choosable(row: Round) -> tuple[tuple[str, str], ...]:
    """The entries that may be given to a unit, those that are nobody's first."""
    rows = row.reviews.filter(state=OPEN).select_related("unit").order_by("-unit__name", "code")
    nobodys = sorted(rows, key=lambda one: one.unit is not None)
    return tuple((str(one.pk), f"{one.name}（{one.unit.name if one.unit else '还没有'}）") for one in nobodys)


def units_of(county_code: str) -> tuple[tuple[str, str], ...]:
    """The county's departments and townships."""
    kinds = (OrganizationKind.DEPARTMENT, OrganizationKind.TOWNSHIP)
    rows = Organization.objects.filter(county_code=county_code, kind__in=kinds)
    told = rows.order_by("kind", "division_id", "name").values_list("pk", "name")
    return tuple((str(key), name) for key, name in told)


def _pages(request: Request, total: int) -> tuple[int, int]:
    pages = max(1, -(-total // PAGE))
    return pages, min(max(number_in(request.GET.get("page", ""), 1), 1), pages)


def _review_row(one: Review, material: Material, today: date) -> ReviewRow:
    return ReviewRow(
        one.pk, one.code, one.name, one.unit.name if one.unit else "", one.state,
        SHAPES[ReviewState(one.state)], is_late(one, today),
        Verdict(one.verdict).words if one.verdict else "", material.of(one.code).cases,
    )  # fmt: skip


def _units(row: Round, today: date) -> tuple[UnitRow, ...]:
    counted = row.units.annotate(
        entries=Count("reviews"), waits=Count("reviews", filter=Q(reviews__state=OPEN))
    )
    going = row.state == RoundState.OPEN
    found = [
        UnitRow(
            one.pk, one.name, one.entries, one.waits, late=going and one.waits > 0 and row.due_on < today,
            link=link_of(one.pk) if going and one.waits else "",
            remind=_remind(row, one, one.waits) if going and one.waits else (),
        )
        for one in counted.filter(entries__gt=0).order_by("name")
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (not one.late, not one.open)))


def _remind(row: Round, unit: RoundUnit, waits: int) -> tuple[ToCopy, ...]:
    shown = "（示例）" if is_demonstration() else ""
    text = (
        f"{shown}{row.lead.name}：“{row.title}”里，{unit.name}还有{waits}项没有答复，请在{in_words(row.due_on)}"
        f"以前答复。打开 {settings.PUBLIC_URL}{link_of(unit.pk)} 就能答复，不用账户。"
    )
    return (ToCopy(unit.pk.hex, unit.name, text),)


def _above(row: Round, today: date) -> tuple[tuple[str, str], ...]:
    """What may be issued by the lists above the county's own: read here, reviewed by whoever made them."""
    entries = [one for one in listed_above(row.county_code, today) if one.entry.kind is EntryKind.ISSUABLE]
    return tuple((one.entry.name, one.level.words) for one in entries[:MOST_ABOVE])
