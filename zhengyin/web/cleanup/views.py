"""The rounds of a seat, one round, one entry; and how an act comes back to its page."""

from collections.abc import Callable
from functools import partial
from types import MappingProxyType
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.cleanup import actions
from zhengyin.cleanup.models import Review, Round
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.web import acting
from zhengyin.web.acting import UNFIT
from zhengyin.web.admission.pages import Sent, seat
from zhengyin.web.admission.steps import WhyForm
from zhengyin.web.cleanup.forms import (
    AssignForm,
    FindingForm,
    OpenForm,
    PaperFindingForm,
    SettleForm,
    Typing,
)
from zhengyin.web.cleanup.pages import (
    READING,
    choosable,
    review_page,
    reviews_at,
    round_page,
    rounds_at,
    units_of,
)
from zhengyin.web.cleanup.pages import board as board_of
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

TAB = "cleanups"
OFFERED = 100  # entries to choose from at once; given away, the next come up
NOTHING: Sent = MappingProxyType({})


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def board(request: Request, organization_id: UUID) -> HttpResponse:
    """The rounds, and what waits for this seat."""
    here = {
        "desk": desk_for(request, organization_id, current=TAB), "page": board_of(request, organization_id),
    }  # fmt: skip
    return render(request, "cleanup/board.html", here)


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "POST"])
def new(request: Request, organization_id: UUID) -> HttpResponse:
    """开始清理."""
    form = OpenForm(request.POST if request.method == "POST" else None)
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.open_round(
                county_code=seat(organization_id).county_code, actor=request.actor, at=request.at,
                **form.cleaned_data,
            )  # fmt: skip
            return redirect("cleanup", organization_id, row.pk)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {"desk": desk_for(request, organization_id, current=TAB), "form": form, "reasons": reasons}
    status = 409 if reasons else UNFIT if form.is_bound and form.errors else 200
    return render(request, "cleanup/open.html", here, status=status)


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def one_round(request: Request, organization_id: UUID, round_id: UUID) -> HttpResponse:
    """One round."""
    return show_round(request, organization_id, round_or_404(request, organization_id, round_id))


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def one_review(request: Request, organization_id: UUID, round_id: UUID, review_id: UUID) -> HttpResponse:
    """One entry of it."""
    return show_review(request, organization_id, review_or_404(request, organization_id, round_id, review_id))


def round_or_404(request: Request, organization_id: UUID, round_id: UUID) -> Round:
    """One of this very seat's."""
    rows = rounds_at(request, organization_id).select_related("lead", "decision")
    return get_object_or_404(rows, pk=round_id)


def review_or_404(request: Request, organization_id: UUID, round_id: UUID, review_id: UUID) -> Review:
    """One that this very seat may see."""
    row = round_or_404(request, organization_id, round_id)
    return get_object_or_404(reviews_at(request, organization_id, row), pk=review_id)


def show_round(
    request: Request,
    organization_id: UUID,
    row: Round,
    sent: Sent = NOTHING,
    *,
    reasons: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Render a round as it stands; `sent` are the forms that came back."""
    page = round_page(request, organization_id, row)
    fresh: dict[str, forms.Form] = {"cancelling": WhyForm(auto_id="cancel-%s")}
    if "close_round" in page.may:
        fresh["assigning"] = assign_form(row)
    here = {
        "desk": desk_for(request, organization_id, current=TAB), "page": page, "reasons": reasons,
        "sent": tuple(sent.values()), **fresh, **sent,
    }  # fmt: skip
    return render(request, "cleanup/round.html", here, status=status)


def assign_form(row: Round, data: Typing = None) -> AssignForm:
    """The entries that wait, those that are nobody's first, and who there is; sent, any may be chosen."""
    reviews = choosable(row) if data is not None else choosable(row)[:OFFERED]
    return AssignForm(data, reviews=reviews, units=units_of(row.county_code))


def show_review(
    request: Request,
    organization_id: UUID,
    row: Review,
    sent: Sent = NOTHING,
    *,
    reasons: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Render an entry as it stands; a form begins with the basis that the list states."""
    stated = {"basis": row.stated[:300]}
    fresh: dict[str, forms.Form] = {
        "answering": FindingForm(initial=stated), "paper": PaperFindingForm(),
        "settling": SettleForm(), "returning": WhyForm(auto_id="return-%s"),
    }  # fmt: skip
    here = {
        "desk": desk_for(request, organization_id, current=TAB),
        "page": review_page(request, organization_id, row), "reasons": reasons,
        "sent": tuple(sent.values()), **fresh, **sent,
    }  # fmt: skip
    return render(request, "cleanup/review.html", here, status=status)


def on_round(
    request: Request, organization_id: UUID, row: Round, act: Callable[[], object], **sent: forms.Form
) -> HttpResponse:
    """Do it and show the round, or show it with what was typed and every reason."""
    shown = partial(show_round, request, organization_id, row)
    return acting.carried_out(row, act, shown, redirect("cleanup", organization_id, row.pk), sent)


def on_review(
    request: Request, organization_id: UUID, row: Review, act: Callable[[], object], **sent: forms.Form
) -> HttpResponse:
    """The same of an entry."""
    shown = partial(show_review, request, organization_id, row)
    return acting.carried_out(
        row, act, shown, redirect("cleanup-review", organization_id, row.round_id, row.pk), sent
    )
