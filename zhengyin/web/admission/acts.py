"""One POST an act of a proposal."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from zhengyin.admission import actions
from zhengyin.admission.kinds import Asked, Kind, Rule
from zhengyin.admission.models import Proposal, Question
from zhengyin.admission.queries.facts import bodies_to_ask
from zhengyin.documents.uploads import Checked
from zhengyin.people.offices import Office
from zhengyin.web.acting import act_of
from zhengyin.web.admission.steps import ConsultForm, RefuseForm, SubmitForm, SumForm, WeighForm, WhyForm
from zhengyin.web.admission.views import carried_out, others_of, proposal_or_404
from zhengyin.web.admission.writing import WRITING
from zhengyin.web.doors import door
from zhengyin.web.kept import kept
from zhengyin.web.request import Request

PAGE, NAMED = "admission", "proposal_id"


def kept_with(request: Request, row: Proposal, photo: Checked | None, purpose: str) -> UUID | None:
    """Among the lead body's files."""
    return kept(request, photo, owner=row.lead_id, county_code=row.county_code, purpose=purpose)


@door(*WRITING, at="organization_id")
@act_of(PAGE, NAMED)
def submit(request: Request, organization_id: UUID, proposal_id: UUID) -> HttpResponse:
    """提出申请, or the paper that came."""
    row = proposal_or_404(request, organization_id, proposal_id)
    form = SubmitForm(request.POST, request.FILES)

    @transaction.atomic
    def act() -> None:
        said = form.cleaned_data
        actions.submit(
            proposal_id=row.pk, paper_id=kept_with(request, row, said["paper"], "admission.form"),
            received_on=said["received_on"], actor=request.actor, at=request.at,
        )  # fmt: skip

    return carried_out(request, organization_id, row, act, submission=form)


@door(*WRITING, at="organization_id")
@act_of(PAGE, NAMED)
def withdraw(request: Request, organization_id: UUID, proposal_id: UUID) -> HttpResponse:
    """撤回."""
    form = WhyForm(request.POST, auto_id="withdraw-%s")
    return _with_reason(request, organization_id, proposal_id, actions.withdraw, "withdrawal", form)


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(PAGE, NAMED)
def give_back(request: Request, organization_id: UUID, proposal_id: UUID) -> HttpResponse:
    """退回补正."""
    form = WhyForm(request.POST, auto_id="return-%s")
    return _with_reason(request, organization_id, proposal_id, actions.return_, "returning", form)


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(PAGE, NAMED)
def refuse(request: Request, organization_id: UUID, proposal_id: UUID) -> HttpResponse:
    """不予受理."""
    row = proposal_or_404(request, organization_id, proposal_id)
    form = RefuseForm(request.POST, kind=Kind(row.kind))

    def act() -> None:
        said = form.cleaned_data
        actions.refuse(
            proposal_id=row.pk, rule=Rule(said["rule"]) if said["rule"] else None, reason=said["reason"],
            actor=request.actor, at=request.at,
        )  # fmt: skip

    return carried_out(request, organization_id, row, act, refusal=form)


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(PAGE, NAMED)
def accept(request: Request, organization_id: UUID, proposal_id: UUID) -> HttpResponse:
    """受理."""
    row = proposal_or_404(request, organization_id, proposal_id)
    return carried_out(
        request, organization_id, row,
        lambda: actions.accept(proposal_id=row.pk, actor=request.actor, at=request.at),
    )  # fmt: skip


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(PAGE, NAMED)
def file(request: Request, organization_id: UUID, proposal_id: UUID) -> HttpResponse:
    """收到报备."""
    row = proposal_or_404(request, organization_id, proposal_id)
    return carried_out(
        request, organization_id, row,
        lambda: actions.file(proposal_id=row.pk, actor=request.actor, at=request.at),
    )  # fmt: skip


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(PAGE, NAMED)
def consult(request: Request, organization_id: UUID, proposal_id: UUID) -> HttpResponse:
    """征求意见: who must be asked is asked; departments may be added."""
    row = proposal_or_404(request, organization_id, proposal_id)
    form = ConsultForm(request.POST, others=others_of(row))

    def act() -> None:
        must = [
            key for key, (why, _) in bodies_to_ask(row.county_code).items() if why is not Asked.DEPARTMENT
        ]
        more = [UUID(one) for one in form.cleaned_data.get("others", ())]
        actions.consult(
            proposal_id=row.pk, due_on=form.cleaned_data["due_on"], bodies=[*must, *more],
            actor=request.actor, at=request.at,
        )  # fmt: skip

    return carried_out(request, organization_id, row, act, consultation=form)


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(PAGE, NAMED)
def sum_up(request: Request, organization_id: UUID, proposal_id: UUID) -> HttpResponse:
    """汇总意见."""
    row = proposal_or_404(request, organization_id, proposal_id)
    form = SumForm(request.POST)
    return carried_out(
        request, organization_id, row,
        lambda: actions.sum_up(
            proposal_id=row.pk, summary=form.cleaned_data["summary"], actor=request.actor, at=request.at
        ),
        summing=form,
    )  # fmt: skip


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(PAGE, NAMED)
def weigh(request: Request, organization_id: UUID, proposal_id: UUID, question_id: UUID) -> HttpResponse:
    """采纳或者不采纳一条意见."""
    row = proposal_or_404(request, organization_id, proposal_id)
    get_object_or_404(Question, pk=question_id, proposal=row)
    form = WeighForm(request.POST, about=question_id)
    return carried_out(
        request, organization_id, row,
        lambda: actions.weigh(
            question_id=question_id, taken_up=form.cleaned_data["taken"] == "yes",
            because=form.cleaned_data["because"], actor=request.actor, at=request.at,
        ),
        weighing=form,
    )  # fmt: skip


def _with_reason(
    request: Request,
    organization_id: UUID,
    proposal_id: UUID,
    act: Callable[..., object],
    name: str,
    form: WhyForm,
) -> HttpResponse:
    row = proposal_or_404(request, organization_id, proposal_id)
    return carried_out(
        request, organization_id, row,
        lambda: act(
            proposal_id=row.pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at
        ),
        **{name: form},
    )  # fmt: skip
