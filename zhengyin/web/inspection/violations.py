"""违规: the list, one violation with what was done about it, and its acts."""

from collections.abc import Callable
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.people.offices import Office
from zhengyin.regions.models import Committee, Organization
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.supervision import actions
from zhengyin.supervision.models import Violation
from zhengyin.supervision.queries.violations import told_of, violations_at, wrongs_listed
from zhengyin.supervision.workflow import VIOLATION, ViolationState
from zhengyin.supervision.wrongs import SOURCE_LABELS, WRONG_LABELS, Source, Wrong
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.inspection.forms import MeasureForm, WordsForm, WrongForm
from zhengyin.web.inspection.pages import NOTHING_SENT, WRONGS_READING, Bound, ways
from zhengyin.web.inspection.views import TAB
from zhengyin.web.numbers import number_in
from zhengyin.web.place import Link
from zhengyin.web.refused import at_fields
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

ABOVE = (Office.TOWNSHIP, Office.COUNTY_LEAD)
PAGE, NAMED = "violation", "violation_id"
SHAPES: dict[ViolationState, str] = {
    ViolationState.RECORDED: "care", ViolationState.HEARD: "wait", ViolationState.HANDLED: "half",
    ViolationState.CLOSED: "ok", ViolationState.DISMISSED: "none",
}  # fmt: skip
OF_FIELDS = {
    "violation_elsewhere": "committee", "violation_offices_missing": "offices",
    "violation_persons_missing": "persons", "violation_facts_missing": "facts",
    "violation_in_future": "happened_on",
}  # fmt: skip
LABELS = {"hear": "当事人怎样说", "close": "结果", "dismiss": "为什么不构成违规"}


@door(*WRONGS_READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def violations(request: Request, organization_id: UUID) -> HttpResponse:
    """The violations this seat reads, what is not ended first."""
    running = request.GET.get("part", "") == "running"
    rows = violations_at(request.actor, organization_id)
    page = wrongs_listed(rows, running=running, page=number_in(request.GET.get("page", ""), 1))
    here = {
        "desk": desk_for(request, organization_id, current=TAB),
        "ways": ways(request, organization_id, "violations"),
        "page": page,
        "part": "running" if running else "",
        "parts": [(Link("全部", "?", current=not running), page.whole),
                  (Link("没办结的", "?part=running", current=running), page.running)],
        "rows": [(row, WRONG_LABELS[Wrong(row.wrong)], SHAPES[ViolationState(row.state)])
                 for row in page.rows],
        "records": bool(request.actor.offices_at(organization_id) & set(ABOVE)),
    }  # fmt: skip
    return render(request, "inspection/violations.html", here)


@door(*ABOVE, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def new(request: Request, organization_id: UUID) -> HttpResponse:
    """A violation to be recorded."""
    return show_form(request, organization_id, wrong_form(organization_id, None))


@door(*ABOVE, at="organization_id")
@act_of("violation-new")
def record(request: Request, organization_id: UUID) -> HttpResponse:
    """登记违规."""
    form = wrong_form(organization_id, request.POST)
    if not form.is_valid():
        return show_form(request, organization_id, form, status=UNFIT)
    try:
        row = actions.record_violation(
            organization_id=organization_id, given=form.given, actor=request.actor, at=request.at
        )
    except Refused as refused:
        reasons = at_fields(form, refused, OF_FIELDS)
        return show_form(request, organization_id, form, status=409, reasons=reasons)
    return redirect(PAGE, organization_id, row.pk)


@door(*WRONGS_READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def violation(request: Request, organization_id: UUID, violation_id: UUID) -> HttpResponse:
    """One violation, from what was done to how it ended."""
    return show(request, organization_id, violation_or_404(request, organization_id, violation_id))


@door(*ABOVE, at="organization_id")
@act_of(PAGE, NAMED)
def hear(request: Request, organization_id: UUID, violation_id: UUID) -> HttpResponse:
    """记当事人说明."""
    return said(request, organization_id, violation_id, "hear", lambda words: actions.hear_violation(
        violation_id=violation_id, said=words, actor=request.actor, at=request.at))  # fmt: skip


@door(*ABOVE, at="organization_id")
@act_of(PAGE, NAMED)
def handle(request: Request, organization_id: UUID, violation_id: UUID) -> HttpResponse:
    """记处理."""
    row = violation_or_404(request, organization_id, violation_id)
    form = MeasureForm(request.POST)
    return carried_out(request, row, form, "handle", lambda: actions.handle_violation(
        violation_id=row.pk, given=form.given, actor=request.actor, at=request.at))  # fmt: skip


@door(*ABOVE, at="organization_id")
@act_of(PAGE, NAMED)
def close(request: Request, organization_id: UUID, violation_id: UUID) -> HttpResponse:
    """办结."""
    return said(request, organization_id, violation_id, "close", lambda words: actions.close_violation(
        violation_id=violation_id, remark=words, actor=request.actor, at=request.at))  # fmt: skip


@door(*ABOVE, at="organization_id")
@act_of(PAGE, NAMED)
def dismiss(request: Request, organization_id: UUID, violation_id: UUID) -> HttpResponse:
    """查明不构成违规."""
    return said(request, organization_id, violation_id, "dismiss", lambda words: actions.dismiss_violation(
        violation_id=violation_id, reason=words, actor=request.actor, at=request.at))  # fmt: skip


def said(
    request: Request, organization_id: UUID, violation_id: UUID, act: str, do: Callable[[str], object]
) -> HttpResponse:
    """An act that needs nothing but its words."""
    row = violation_or_404(request, organization_id, violation_id)
    form = WordsForm(request.POST, about=act, label=LABELS[act])
    return carried_out(request, row, form, act, lambda: do(form.cleaned_data["words"]))


def carried_out(
    request: Request, row: Violation, form: Form, act: str, do: Callable[[], object]
) -> HttpResponse:
    """Act and go back to the page; what was refused keeps what was typed."""
    assert request.resolver_match is not None
    at = UUID(str(request.resolver_match.kwargs["organization_id"]))
    if not form.is_valid():
        return show(request, at, row, Bound(act, row.pk, form), status=UNFIT)
    try:
        do()
    except Refused as refused:
        row = violation_or_404(request, at, row.pk)
        return show(request, at, row, Bound(act, row.pk, form, sentences(refused.refusals)), status=409)
    return redirect(PAGE, at, row.pk)


def violation_or_404(request: Request, organization_id: UUID, violation_id: UUID) -> Violation:
    """One this seat reads."""
    rows = violations_at(request.actor, organization_id)
    row: Violation = get_object_or_404(
        rows.select_related("organization__committee", "office", "recorded_by"), pk=violation_id
    )
    return row


def show(
    request: Request, organization_id: UUID, row: Violation, bound: Bound = NOTHING_SENT, *, status: int = 200
) -> HttpResponse:
    """Render one violation as it stands, with the form that did not do."""
    state, own = ViolationState(row.state), row.office_id == organization_id
    offices = request.actor.offices_at(organization_id)
    fresh: dict[str, Form] = {act: WordsForm(about=act, label=label) for act, label in LABELS.items()}
    fresh["handle"] = MeasureForm(initial={"done_on": day_of(request.at)})
    here = {
        "desk": desk_for(request, organization_id, current=TAB),
        "row": row,
        "wrong_words": WRONG_LABELS[Wrong(row.wrong)],
        "source": SOURCE_LABELS[Source(row.source)],
        "shape": SHAPES[state],
        "told": told_of(row),
        "acts": [act.value for act in VIOLATION.possible(state, offices)] if own else [],
        "forms": {act: bound.or_new(act, row.pk, form) for act, form in fresh.items()},
        "sent": bound.act,
        "reasons": bound.reasons,
        "wrong": bound.form,
    }
    return render(request, "inspection/violation.html", here, status=status)


def wrong_form(organization_id: UUID, typed: QueryDict | None) -> WrongForm:
    """The form with the committees below this office, by code."""
    seat = Organization.objects.get(pk=organization_id)
    rows = Committee.objects.filter(county_code=seat.county_code, issuer=True).order_by("code")
    if seat.kind == "township":
        rows = rows.filter(township_id=organization_id)
    return WrongForm(typed, [(str(key), name) for key, name in rows.values_list("pk", "spoken")])


def show_form(
    request: Request,
    organization_id: UUID,
    form: WrongForm,
    *,
    status: int = 200,
    reasons: tuple[str, ...] = (),
) -> HttpResponse:
    """Render the form, with why it was refused."""
    here = {
        "desk": desk_for(request, organization_id, current=TAB),
        "form": form,
        "reasons": reasons,
    }
    return render(request, "inspection/violation_new.html", here, status=status)
