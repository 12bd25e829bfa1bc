"""What a body answers: at its desk, by its one-time link, or on paper that the lead body enters."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.admission import actions
from zhengyin.admission.actions import Said
from zhengyin.admission.kinds import Stance, Way
from zhengyin.admission.models import Question
from zhengyin.admission.workflow import ProposalState, QuestionState
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.admission.acts import NAMED, PAGE, kept_with
from zhengyin.web.admission.item import item_rows, said_rows, words_of
from zhengyin.web.admission.links import question_in
from zhengyin.web.admission.steps import AnswerForm, LinkAnswerForm, PaperAnswerForm
from zhengyin.web.admission.views import carried_out, proposal_or_404
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.request import Request
from zhengyin.web.words import sentences


def stance_in(form: AnswerForm) -> Stance | None:
    """What was chosen."""
    said = form.cleaned_data["stance"]
    return Stance(said) if said else None


@door(Office.TOWNSHIP, Office.DEPARTMENT, at="organization_id")
@act_of(PAGE, NAMED)
def at_desk(request: Request, organization_id: UUID, proposal_id: UUID, question_id: UUID) -> HttpResponse:
    """答复, by whoever is logged in for the body."""
    row = proposal_or_404(request, organization_id, proposal_id)
    get_object_or_404(Question, pk=question_id, proposal=row, body_id=organization_id)
    form = AnswerForm(request.POST)

    def act() -> None:
        said = Said(stance_in(form), form.cleaned_data["words"], request.actor.name, None)
        actions.answer(question_id=question_id, said=said, way=Way.DESK, actor=request.actor, at=request.at)

    return carried_out(request, organization_id, row, act, answering=form)


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(PAGE, NAMED)
def from_paper(request: Request, organization_id: UUID, proposal_id: UUID, question_id: UUID) -> HttpResponse:
    """录入纸质答复: for its sender, with scan and date."""
    row = proposal_or_404(request, organization_id, proposal_id)
    get_object_or_404(Question, pk=question_id, proposal=row)
    form = PaperAnswerForm(request.POST, request.FILES, about=question_id)

    @transaction.atomic
    def act() -> None:
        data = form.cleaned_data
        said = Said(
            stance_in(form), data["words"], data["answered_by"], data["answered_on"],
            kept_with(request, row, data["scan"], "admission.answer"),
        )  # fmt: skip
        actions.answer(question_id=question_id, said=said, way=Way.PAPER, actor=request.actor, at=request.at)

    return carried_out(request, organization_id, row, act, paper=form)


@door(PUBLIC)
@require_http_methods(["GET", "POST"])
def by_link(request: Request, token: str) -> HttpResponse:
    """The page of a one-time link: one press says 无意见; answered, it shows the answer."""
    key = question_in(token)
    question = (
        Question.objects.select_related("proposal__lead", "body").filter(pk=key).first() if key else None
    )
    if question is None:
        raise Http404(token)
    form = LinkAnswerForm(request.POST if request.method == "POST" else None)
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            said = Said(stance_in(form), form.cleaned_data["words"], form.cleaned_data["answered_by"], None)
            actions.answer(question_id=question.pk, said=said, way=Way.LINK, actor=None, at=request.at)
            return redirect("opinion", token)
        except Refused as refused:
            reasons = sentences(refused.refusals)
            question.refresh_from_db()
    status = 409 if reasons else UNFIT if form.is_bound and form.errors else 200
    here = _shown(question, form, reasons, request.at)
    return render(request, "admission/opinion.html", here, status=status)


def _shown(question: Question, form: AnswerForm, reasons: tuple[str, ...], at: datetime) -> dict[str, object]:
    row = question.proposal
    return {
        "question": question, "row": row, "kind": words_of(row), "form": form, "reasons": reasons,
        "said": (*item_rows(row, at), *said_rows(row)),
        "stance": Stance(question.stance).words if question.stance else "",
        "open": question.state == QuestionState.ASKED and row.state == ProposalState.CONSULTING,
    }  # fmt: skip
