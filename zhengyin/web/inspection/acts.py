"""One POST an act of an inspection as a whole: planned, clean, notified, cancelled."""

from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.people.offices import Office
from zhengyin.regions.models import Committee
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.supervision import actions
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.inspection.forms import PlanForm, VisitedForm, WordsForm
from zhengyin.web.inspection.views import TAB, carried_out, inspection_or_404
from zhengyin.web.refused import at_fields
from zhengyin.web.request import Request

PAGE, NAMED = "inspection", "inspection_id"
OF_FIELDS = {
    "inspection_without_title": "title", "inspection_without_topics": "topics",
    "inspection_without_committees": "committees", "inspection_days_reversed": "planned_last",
    "inspection_day_passed": "planned_last", "inspection_needs_two_inspectors": "second_inspector",
}  # fmt: skip


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def new(request: Request, organization_id: UUID) -> HttpResponse:
    """A round to be planned."""
    return show_plan(request, organization_id, plan_form(request, organization_id, None))


@door(Office.TOWNSHIP, at="organization_id")
@act_of("inspection-new")
def plan(request: Request, organization_id: UUID) -> HttpResponse:
    """安排检查."""
    form = plan_form(request, organization_id, request.POST)
    if not form.is_valid():
        return show_plan(request, organization_id, form, status=UNFIT)
    try:
        actions.plan_inspections(
            organization_id=organization_id, plan=form.plan, actor=request.actor, at=request.at
        )
    except Refused as refused:
        reasons = at_fields(form, refused, OF_FIELDS)
        return show_plan(request, organization_id, form, status=409, reasons=reasons)
    return redirect("inspections", organization_id)


@door(Office.TOWNSHIP, at="organization_id")
@act_of(PAGE, NAMED)
def clean(request: Request, organization_id: UUID, inspection_id: UUID) -> HttpResponse:
    """没有发现问题."""
    row = inspection_or_404(request, organization_id, inspection_id)
    form = VisitedForm(request.POST, about="clean")
    return carried_out(
        request, row,
        lambda: actions.record_nothing_found(
            inspection_id=row.pk, **form.cleaned_data, actor=request.actor, at=request.at
        ),
        form, ("clean", row.pk),
    )  # fmt: skip


@door(Office.TOWNSHIP, at="organization_id")
@act_of(PAGE, NAMED)
def notify(request: Request, organization_id: UUID, inspection_id: UUID) -> HttpResponse:
    """发整改通知."""
    row = inspection_or_404(request, organization_id, inspection_id)
    form = VisitedForm(request.POST, about="notify")
    return carried_out(
        request, row,
        lambda: actions.notify_rectification(
            inspection_id=row.pk, **form.cleaned_data, actor=request.actor, at=request.at
        ),
        form, ("notify", row.pk),
    )  # fmt: skip


@door(Office.TOWNSHIP, at="organization_id")
@act_of(PAGE, NAMED)
def cancel(request: Request, organization_id: UUID, inspection_id: UUID) -> HttpResponse:
    """取消检查."""
    row = inspection_or_404(request, organization_id, inspection_id)
    form = WordsForm(request.POST, about="cancel", label="为什么取消")
    return carried_out(
        request, row,
        lambda: actions.cancel_inspection(
            inspection_id=row.pk, reason=form.cleaned_data["words"], actor=request.actor, at=request.at
        ),
        form, ("cancel", row.pk),
    )  # fmt: skip


def plan_form(request: Request, organization_id: UUID, typed: QueryDict | None) -> PlanForm:
    """The form with the township's committees by code."""
    rows = Committee.objects.filter(township_id=organization_id, issuer=True).order_by("code")
    choices = [(str(key), name) for key, name in rows.values_list("pk", "short_name")]
    return PlanForm(typed, choices, day_of(request.at))


def show_plan(
    request: Request,
    organization_id: UUID,
    form: PlanForm,
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
    return render(request, "inspection/plan.html", here, status=status)
