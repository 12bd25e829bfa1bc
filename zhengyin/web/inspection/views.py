"""检查 and 反馈: the lists of a seat, and one inspection."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.people.offices import Office
from zhengyin.registers.queries import lines_of
from zhengyin.reminders.queries import Matter, ToCopy, to_committee
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.supervision.models import Inspection
from zhengyin.supervision.queries.inspections import (
    Listed,
    Part,
    feedbacks_at,
    inspections_at,
    listed,
    overdue,
)
from zhengyin.supervision.workflow import FeedbackState, InspectionState
from zhengyin.web.acting import UNFIT
from zhengyin.web.committee.reminding import texts_for_others
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.inspection.pages import (
    NOTHING_SENT,
    PARTS,
    READING,
    SHAPES,
    Bound,
    inspection_page,
    ways,
)
from zhengyin.web.numbers import number_in
from zhengyin.web.place import Link
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

TAB = "inspections"
FEEDBACKS = 50  # on one page


@dataclass(frozen=True, slots=True)
class TownshipSum:
    """A township as the county sees it: counts only."""

    name: str
    planned: int
    rectifying: int
    overdue: int
    closed: int


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def inspections(request: Request, organization_id: UUID) -> HttpResponse:
    """The inspections of this seat, what is open first; for the county also the sums of its townships."""
    said, today = request.GET.get("part", ""), day_of(request.at)
    part = Part(said) if said in tuple(Part) else Part.OPEN
    rows = inspections_at(request.actor, organization_id)
    page = listed(rows, part, number_in(request.GET.get("page", ""), 1), today=today)
    offices = request.actor.offices_at(organization_id)
    here = {
        "desk": desk_for(request, organization_id, current=TAB),
        "ways": ways(request, organization_id, TAB),
        "page": page,
        "part": part.value,
        "parts": [(Link(words, f"?part={one}", current=one is part), page.counts[one])
                  for one, words in PARTS.items()],
        "rows": [(row, SHAPES[InspectionState(row.state)]) for row in page.rows],
        "sums": township_sums(request, organization_id) if Office.COUNTY_LEAD in offices else (),
        "counts": Office.COUNTY_LEAD in offices,
        "plans": Office.TOWNSHIP in offices,
        "remind": reminding(request, organization_id, page),
        "above": bool(offices & {Office.TOWNSHIP, Office.COUNTY_LEAD}),
    }  # fmt: skip
    return render(request, "inspection/list.html", here)


def reminding(request: Request, organization_id: UUID, page: Listed) -> tuple[ToCopy, ...]:
    """A committee reminds its director; a township each committee with findings past their day."""
    offices = request.actor.offices_at(organization_id)
    if Office.TOWNSHIP in offices:
        return late_texts(page)
    return (
        () if Office.COUNTY_LEAD in offices else texts_for_others(request, organization_id, Matter.FINDINGS)
    )


def late_texts(page: Listed) -> tuple[ToCopy, ...]:
    """One text for each inspection of this page with findings past their day; `late` is annotated."""
    late = [(row, getattr(row, "late", 0)) for row in page.rows]
    return tuple(
        text
        for row, count in late
        if count
        for text in to_committee(
            str(row.pk),
            (row.township.name, row.organization.committee.short_name),
            [f"有{count}件检查提出的问题过了整改期限"],
        )
    )


def township_sums(request: Request, organization_id: UUID) -> tuple[TownshipSum, ...]:
    """How many inspections there are in each township of the county, by code; no village is named."""
    rows = inspections_at(request.actor, organization_id)
    late = rows.filter(overdue(day_of(request.at))).values("pk")
    sums = rows.values("township__name", "township__key").annotate(
        planned=Count("pk", filter=Q(state=InspectionState.PLANNED.value)),
        rectifying=Count("pk", filter=Q(state=InspectionState.RECTIFYING.value)),
        late=Count("pk", filter=Q(pk__in=late)),
        closed=Count("pk", filter=Q(state=InspectionState.CLOSED.value)),
    )
    return tuple(
        TownshipSum(one["township__name"], one["planned"], one["rectifying"], one["late"], one["closed"])
        for one in sums.order_by("township__key")
    )


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def feedbacks(request: Request, organization_id: UUID) -> HttpResponse:
    """What was fed back from the inspections of this seat, what waits for an answer first."""
    every = feedbacks_at(request.actor, organization_id)
    waiting = every.filter(state=FeedbackState.SENT.value)
    only = request.GET.get("part", "") == "waiting"
    rows, whole, still = waiting if only else every, every.count(), waiting.count()
    pages = max(1, -(-(still if only else whole) // FEEDBACKS))
    at = min(max(number_in(request.GET.get("page", ""), 1), 1), pages)
    here = {
        "desk": desk_for(request, organization_id, current=TAB),
        "ways": ways(request, organization_id, "feedbacks"),
        "parts": [(Link("全部", "?", current=not only), whole),
                  (Link("等主管部门答复的", "?part=waiting", current=only), still)],
        "rows": rows[(at - 1) * FEEDBACKS : at * FEEDBACKS],
        "page": {"page": at, "pages": pages},
        "part": "waiting" if only else "",
    }  # fmt: skip
    return render(request, "inspection/feedbacks.html", here)


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def inspection(request: Request, organization_id: UUID, inspection_id: UUID) -> HttpResponse:
    """One inspection with its findings."""
    return show(request, organization_id, inspection_or_404(request, organization_id, inspection_id))


def inspection_or_404(request: Request, organization_id: UUID, inspection_id: UUID) -> Inspection:
    """One of this seat's."""
    rows = inspections_at(request.actor, organization_id)
    row: Inspection = get_object_or_404(
        rows.select_related("organization__committee", "township", "planned_by"), pk=inspection_id
    )
    return row


def show(
    request: Request,
    organization_id: UUID,
    row: Inspection,
    bound: Bound = NOTHING_SENT,
    *,
    status: int = 200,
) -> HttpResponse:
    """Render one inspection as it stands, with the form that did not do."""
    cancelled = row.state == InspectionState.CANCELLED
    reason = (lines_of(row.pk)[-1].personal or {}).get("reason", "") if cancelled else ""
    here = {
        "desk": desk_for(request, organization_id, current=TAB),
        "page": inspection_page(request, organization_id, row, bound, reason=reason),
    }
    return render(request, "inspection/inspection.html", here, status=status)


def carried_out(
    request: Request, row: Inspection, do: Callable[[], object], form: Form, sent: tuple[str, UUID]
) -> HttpResponse:
    """Act and go back to the page; what was refused keeps what was typed. `sent`: the act, about what."""
    assert request.resolver_match is not None
    at = UUID(str(request.resolver_match.kwargs["organization_id"]))
    if not form.is_valid():
        return show(request, at, row, Bound(*sent, form), status=UNFIT)
    try:
        do()
    except Refused as refused:
        row = inspection_or_404(request, at, row.pk)  # somebody else may have gone on with it
        return show(request, at, row, Bound(*sent, form, sentences(refused.refusals)), status=409)
    return redirect("inspection", at, row.pk)
