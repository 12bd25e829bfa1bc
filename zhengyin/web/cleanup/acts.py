"""One POST an act of a round or of an entry of it."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.cleanup import actions
from zhengyin.cleanup.kinds import Way
from zhengyin.cleanup.models import Round
from zhengyin.cleanup.queries.facts import ending
from zhengyin.cleanup.workflow import RoundState
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.admission.pages import seat
from zhengyin.web.admission.publishing import decided_in, kept_scan
from zhengyin.web.admission.steps import DecisionForm, WhyForm
from zhengyin.web.cleanup.forms import FindingForm, PaperFindingForm, SettleForm
from zhengyin.web.cleanup.views import (
    TAB,
    assign_form,
    on_review,
    on_round,
    review_or_404,
    round_or_404,
)
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.kept import kept
from zhengyin.web.numbers import id_in
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

ROUND, REVIEW = ("cleanup", "round_id"), ("cleanup-review", "round_id", "review_id")


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(*ROUND)
def assign(request: Request, organization_id: UUID, round_id: UUID) -> HttpResponse:
    """确定责任单位."""
    row = round_or_404(request, organization_id, round_id)
    form = assign_form(row, request.POST)

    def act() -> None:
        said = form.cleaned_data
        actions.assign(
            round_id=row.pk, reviews=[UUID(one) for one in said["reviews"]], body_id=id_in(said["unit"]),
            name=said["name"], actor=request.actor, at=request.at,
        )  # fmt: skip

    return on_round(request, organization_id, row, act, assigning=form)


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(*ROUND)
def cancel(request: Request, organization_id: UUID, round_id: UUID) -> HttpResponse:
    """撤销清理."""
    row = round_or_404(request, organization_id, round_id)
    form = WhyForm(request.POST, auto_id="cancel-%s")

    def act() -> None:
        reason = form.cleaned_data["reason"]
        actions.cancel_round(round_id=row.pk, reason=reason, actor=request.actor, at=request.at)

    return on_round(request, organization_id, row, act, cancelling=form)


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "POST"])
def close(request: Request, organization_id: UUID, round_id: UUID) -> HttpResponse:
    """结束清理: by the document, where something ends."""
    row = round_or_404(request, organization_id, round_id)
    if row.state != RoundState.OPEN:
        return redirect("cleanup", organization_id, row.pk)
    ends = ending(row, request.at)
    form, reasons = _decision(request, row, some=bool(ends)), tuple[str, ...]()
    if request.method == "POST" and (form is None or form.is_valid()):
        try:
            _close(request, row, form)
            return redirect("cleanup", organization_id, row.pk)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {
        "desk": desk_for(request, organization_id, current=TAB), "row": row, "ends": ends, "form": form,
        "reasons": reasons,
    }  # fmt: skip
    status = 409 if reasons else UNFIT if form is not None and form.errors else 200
    return render(request, "cleanup/close.html", here, status=status)


def _decision(request: Request, row: Round, *, some: bool) -> DecisionForm | None:
    """The form of the document; None where nothing ends."""
    if not some:
        return None
    if request.method == "POST":
        return DecisionForm(request.POST, request.FILES)
    begins = {"issued_by": seat(row.lead_id).name, "takes_effect_on": row.ends_on}
    return DecisionForm(initial=begins)


@transaction.atomic
def _close(request: Request, row: Round, form: DecisionForm | None) -> None:
    """Keep the scan and close: both or neither. Raises Refused."""
    actions.close_round(
        round_id=row.pk, decided=decided_in(form) if form else None,
        scan_id=kept_scan(request, row.lead_id, form) if form else None, actor=request.actor, at=request.at,
    )  # fmt: skip


@door(Office.TOWNSHIP, Office.DEPARTMENT, at="organization_id")
@act_of(*REVIEW)
def at_desk(request: Request, organization_id: UUID, round_id: UUID, review_id: UUID) -> HttpResponse:
    """答复, by whoever is logged in for the unit."""
    row = review_or_404(request, organization_id, round_id, review_id)
    form = FindingForm(request.POST)

    def act() -> None:
        said = form.said(answered_by=request.actor.name)
        actions.answer(review_id=row.pk, said=said, way=Way.DESK, actor=request.actor, at=request.at)

    return on_review(request, organization_id, row, act, answering=form)


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(*REVIEW)
def from_paper(request: Request, organization_id: UUID, round_id: UUID, review_id: UUID) -> HttpResponse:
    """录入纸质答复: for its sender, with scan and date."""
    row = review_or_404(request, organization_id, round_id, review_id)
    form = PaperFindingForm(request.POST, request.FILES)

    @transaction.atomic
    def act() -> None:
        data = form.cleaned_data
        scan = kept(
            request, data["scan"], owner=row.round.lead_id, county_code=row.round.county_code,
            purpose="cleanup.answer",
        )  # fmt: skip
        said = form.said(answered_by=data["answered_by"], answered_on=data["answered_on"], scan_id=scan)
        actions.answer(review_id=row.pk, said=said, way=Way.PAPER, actor=request.actor, at=request.at)

    return on_review(request, organization_id, row, act, paper=form)


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(*REVIEW)
def settle(request: Request, organization_id: UUID, round_id: UUID, review_id: UUID) -> HttpResponse:
    """主管部门认定, once the last day is over."""
    row = review_or_404(request, organization_id, round_id, review_id)
    form = SettleForm(request.POST)

    def act() -> None:
        said = form.said(answered_by=request.actor.name)
        actions.settle(review_id=row.pk, said=said, actor=request.actor, at=request.at)

    return on_review(request, organization_id, row, act, settling=form)


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(*REVIEW)
def send_back(request: Request, organization_id: UUID, round_id: UUID, review_id: UUID) -> HttpResponse:
    """退回重新答复."""
    row = review_or_404(request, organization_id, round_id, review_id)
    form = WhyForm(request.POST, auto_id="return-%s")

    def act() -> None:
        reason = form.cleaned_data["reason"]
        actions.send_back(review_id=row.pk, reason=reason, actor=request.actor, at=request.at)

    return on_review(request, organization_id, row, act, returning=form)
