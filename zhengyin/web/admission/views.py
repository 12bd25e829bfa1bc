"""The board of a seat, and one proposal; the forms that came back keep what was typed."""

from collections.abc import Callable
from functools import partial
from types import MappingProxyType
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.admission.kinds import Asked, Kind
from zhengyin.admission.models import Proposal
from zhengyin.admission.queries.facts import bodies_to_ask
from zhengyin.web import acting
from zhengyin.web.admission.pages import READING, Sent, proposal_page, proposals_at
from zhengyin.web.admission.pages import board as board_of
from zhengyin.web.admission.steps import (
    AnswerForm,
    ConsultForm,
    RefuseForm,
    SubmitForm,
    SumForm,
    WhyForm,
)
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request

TAB = "admissions"
NOTHING: Sent = MappingProxyType({})


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def board(request: Request, organization_id: UUID) -> HttpResponse:
    """Cases by stage, and what waits for this seat's answer."""
    here = {
        "desk": desk_for(request, organization_id, current=TAB), "page": board_of(request, organization_id),
    }  # fmt: skip
    return render(request, "admission/board.html", here)


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def proposal(request: Request, organization_id: UUID, proposal_id: UUID) -> HttpResponse:
    """One proposal."""
    return show(request, organization_id, proposal_or_404(request, organization_id, proposal_id))


def proposal_or_404(request: Request, organization_id: UUID, proposal_id: UUID) -> Proposal:
    """One of this very seat's."""
    return get_object_or_404(proposals_at(request, organization_id), pk=proposal_id)


def others_of(row: Proposal) -> tuple[tuple[str, str], ...]:
    """The departments that may be asked beside those who must."""
    asked = bodies_to_ask(row.county_code)
    return tuple((str(key), name) for key, (why, name) in asked.items() if why is Asked.DEPARTMENT)


def show(
    request: Request,
    organization_id: UUID,
    row: Proposal,
    sent: Sent = NOTHING,
    *,
    reasons: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Render it as it stands now; `sent` are the forms that came back, by their name in the template."""
    fresh: dict[str, forms.Form] = {
        "submission": SubmitForm(), "withdrawal": WhyForm(auto_id="withdraw-%s"),
        "returning": WhyForm(auto_id="return-%s"), "refusal": RefuseForm(kind=Kind(row.kind)),
        "consultation": ConsultForm(others=others_of(row)), "summing": SumForm(), "answering": AnswerForm(),
    }  # fmt: skip
    here = {
        "desk": desk_for(request, organization_id, current=TAB),
        "page": proposal_page(request, organization_id, row, sent),
        "reasons": reasons,
        "sent": tuple(sent.values()),
        **fresh,
        **sent,
    }
    return render(request, "admission/proposal.html", here, status=status)


def carried_out(
    request: Request,
    organization_id: UUID,
    row: Proposal,
    act: Callable[[], object],
    **sent: forms.Form,
) -> HttpResponse:
    """Do it and show the page, or show it with what was typed and every reason."""
    shown = partial(show, request, organization_id, row)
    return acting.carried_out(row, act, shown, redirect("admission", organization_id, row.pk), sent)
