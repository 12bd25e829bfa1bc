"""Work plans: the list, one plan, its paper, and one POST an act."""

from collections.abc import Callable
from types import MappingProxyType
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.cleanup import actions
from zhengyin.cleanup.kinds import Milestone
from zhengyin.cleanup.models import PlanTask, WorkPlan
from zhengyin.documents.paper import AdmissionPaper, Mark
from zhengyin.documents.typesetting import typeset
from zhengyin.people.offices import Office
from zhengyin.regions.queries import is_demonstration
from zhengyin.shared.days import day_of, in_words
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.admission.pages import Sent, seat
from zhengyin.web.cleanup.pages import units_of
from zhengyin.web.committee.prints import pdf
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.numbers import id_in
from zhengyin.web.plans.forms import PlanForm, ProgressForm, TaskForm
from zhengyin.web.plans.pages import READING, is_late, plan_page, plans_at, plans_page
from zhengyin.web.request import Request
from zhengyin.web.words import sentences, word

TAB, PAGE, NAMED = "work-plans", "work-plan", "plan_id"
NOTHING: Sent = MappingProxyType({})


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def plans(request: Request, organization_id: UUID) -> HttpResponse:
    """Every plan: the county's own, or the city's counties'."""
    here = {
        "desk": desk_for(request, organization_id, current=TAB), "page": plans_page(request, organization_id),
    }  # fmt: skip
    return render(request, "plans/list.html", here)


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "POST"])
def new(request: Request, organization_id: UUID) -> HttpResponse:
    """制定工作方案."""
    form = PlanForm(request.POST if request.method == "POST" else None)
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.make_plan(
                county_code=seat(organization_id).county_code, actor=request.actor, at=request.at,
                **form.cleaned_data,
            )  # fmt: skip
            return redirect(PAGE, organization_id, row.pk)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {"desk": desk_for(request, organization_id, current=TAB), "form": form, "reasons": reasons}
    status = 409 if reasons else UNFIT if form.is_bound and form.errors else 200
    return render(request, "plans/new.html", here, status=status)


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def plan(request: Request, organization_id: UUID, plan_id: UUID) -> HttpResponse:
    """One plan."""
    return _show(request, organization_id, _plan_or_404(request, organization_id, plan_id))


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(PAGE, NAMED)
def add(request: Request, organization_id: UUID, plan_id: UUID) -> HttpResponse:
    """分解任务."""
    row = _plan_or_404(request, organization_id, plan_id)
    form = TaskForm(request.POST, units=units_of(row.county_code))

    def act() -> None:
        said = form.cleaned_data
        actions.add_task(
            plan_id=row.pk, what=said["what"], owner_id=id_in(said["owner"]), owner_name=said["owner_name"],
            due_on=said["due_on"], milestone=Milestone(said["milestone"]) if said["milestone"] else None,
            actor=request.actor, at=request.at,
        )  # fmt: skip

    return _carried_out(request, organization_id, row, act, tasking=form)


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(PAGE, NAMED)
def report(request: Request, organization_id: UUID, plan_id: UUID, task_id: UUID) -> HttpResponse:
    """写进展; with a day the task is done."""
    row, task, form = _reported(request, organization_id, plan_id, task_id)

    def act() -> None:
        note, done_on = form.cleaned_data["note"], form.cleaned_data["done_on"]
        if done_on:
            actions.finish_task(
                task_id=task.pk, done_on=done_on, note=note, actor=request.actor, at=request.at
            )
        else:
            actions.note_task(task_id=task.pk, note=note, actor=request.actor, at=request.at)

    return _carried_out(request, organization_id, row, act, progress=form)


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(PAGE, NAMED)
def drop(request: Request, organization_id: UUID, plan_id: UUID, task_id: UUID) -> HttpResponse:
    """取消任务."""
    row, task, form = _reported(request, organization_id, plan_id, task_id)

    def act() -> None:
        reason = form.cleaned_data["note"]
        actions.drop_task(task_id=task.pk, reason=reason, actor=request.actor, at=request.at)

    return _carried_out(request, organization_id, row, act, progress=form)


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def printed(request: Request, organization_id: UUID, plan_id: UUID) -> HttpResponse:
    """The plan as a table on paper."""
    row, today = _plan_or_404(request, organization_id, plan_id), day_of(request.at)
    table = tuple(
        (
            str(one.no), f"{one.what}{f'（{Milestone(one.milestone).words}）' if one.milestone else ''}",
            one.owner_name, in_words(one.due_on),
            f"{'过了期限' if is_late(one, today) else word(one.state)}{f'：{one.note}' if one.note else ''}",
        )
        for one in row.tasks.order_by("no")
    )  # fmt: skip
    paper = AdmissionPaper(
        title=row.title, by=row.lead.name, to="", paragraphs=(),
        rows=(("文号", row.number or "没有"), ("从哪天起", in_words(row.begins_on))),
        head="任务", heads=("序号", "任务", "责任单位", "完成期限", "到了哪一步"), widths=(1, 5, 3, 3, 4),
        table=table, signers=("制定单位（盖章）", "日期"), address="",
        mark=Mark.DEMONSTRATION if is_demonstration() else Mark.NONE,
    )  # fmt: skip
    return pdf(typeset(paper, request.at).pdf)


def _plan_or_404(request: Request, organization_id: UUID, plan_id: UUID) -> WorkPlan:
    return get_object_or_404(plans_at(request, organization_id).select_related("lead"), pk=plan_id)


def _reported(
    request: Request, organization_id: UUID, plan_id: UUID, task_id: UUID
) -> tuple[WorkPlan, PlanTask, ProgressForm]:
    row = _plan_or_404(request, organization_id, plan_id)
    task = get_object_or_404(PlanTask, pk=task_id, plan=row)
    return row, task, ProgressForm(request.POST, about=task_id)


def _carried_out(
    request: Request, organization_id: UUID, row: WorkPlan, act: Callable[[], object], **sent: forms.Form
) -> HttpResponse:
    if any(not form.is_valid() for form in sent.values()):
        return _show(request, organization_id, row, sent, status=UNFIT)
    try:
        act()
    except Refused as refused:
        return _show(request, organization_id, row, sent, reasons=sentences(refused.refusals), status=409)
    return redirect(PAGE, organization_id, row.pk)


def _show(
    request: Request,
    organization_id: UUID,
    row: WorkPlan,
    sent: Sent = NOTHING,
    *,
    reasons: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    page = plan_page(request, organization_id, row, sent)
    fresh: dict[str, forms.Form] = {}
    if page.writes:
        fresh["tasking"] = TaskForm(units=units_of(row.county_code))
    here = {
        "desk": desk_for(request, organization_id, current=TAB), "page": page, "reasons": reasons,
        "sent": tuple(sent.values()), **fresh, **sent,
    }  # fmt: skip
    return render(request, "plans/plan.html", here, status=status)
