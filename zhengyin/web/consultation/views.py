"""The board of a seat, and one consultation; the forms that came back keep what was typed."""

from collections.abc import Callable
from functools import partial
from types import MappingProxyType
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.consultation import actions
from zhengyin.consultation.models import Consultation
from zhengyin.consultation.queries.facts import units_to_ask
from zhengyin.consultation.queries.visible import ASKING_BODIES
from zhengyin.consultation.workflow import ConsultationState
from zhengyin.shared.refusal import Refused
from zhengyin.web import acting
from zhengyin.web.acting import UNFIT
from zhengyin.web.consultation.answering import answer_form
from zhengyin.web.consultation.forms import CancelForm, ChangeForm, DraftForm, EnclosureForm, SendForm
from zhengyin.web.consultation.pages import READING, Sent, consultations_at, page_of
from zhengyin.web.consultation.pages import board as board_of
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

TAB = "consultations"
NOTHING: Sent = MappingProxyType({})


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def board(request: Request, organization_id: UUID) -> HttpResponse:
    """What this seat asks, and what it is asked."""
    here = {
        "desk": desk_for(request, organization_id, current=TAB), "page": board_of(request, organization_id),
    }  # fmt: skip
    return render(request, "consultation/board.html", here)


@door(*ASKING_BODIES, at="organization_id")
@require_http_methods(["GET", "POST"])
def new(request: Request, organization_id: UUID) -> HttpResponse:
    """起草."""
    form = DraftForm(request.POST if request.method == "POST" else None)

    def act() -> Consultation:
        return actions.draft(body_id=organization_id, typed=form.typed(), actor=request.actor, at=request.at)

    return _typed(request, organization_id, form, act)


@door(*ASKING_BODIES, at="organization_id")
@require_http_methods(["GET", "POST"])
def change(request: Request, organization_id: UUID, consultation_id: UUID) -> HttpResponse:
    """The draft again, as it was cut."""
    row = consultation_or_404(request, organization_id, consultation_id)
    if row.state != ConsultationState.DRAFT:
        return redirect("consultation", organization_id, row.pk)
    initial = {name: getattr(row, name) for name in ("title", "text", "contact", "telephone")}
    form = ChangeForm(request.POST if request.method == "POST" else None, initial=initial)

    def act() -> Consultation:
        return actions.change(consultation_id=row.pk, typed=form.typed(), actor=request.actor, at=request.at)

    return _typed(request, organization_id, form, act, row)


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def consultation(request: Request, organization_id: UUID, consultation_id: UUID) -> HttpResponse:
    """One consultation."""
    return show(request, organization_id, consultation_or_404(request, organization_id, consultation_id))


def consultation_or_404(request: Request, organization_id: UUID, consultation_id: UUID) -> Consultation:
    """One of this very seat's."""
    rows = consultations_at(request, organization_id).select_related("body")
    return get_object_or_404(rows, pk=consultation_id)


def own_or_404(request: Request, organization_id: UUID, consultation_id: UUID) -> Consultation:
    """One that this seat asks."""
    rows = consultations_at(request, organization_id).select_related("body")
    return get_object_or_404(rows, pk=consultation_id, body_id=organization_id)


def units_at(row: Consultation) -> tuple[tuple[str, str], ...]:
    """Whom it may go to, for the form."""
    return tuple((str(key), name) for key, name in units_to_ask(row.body).items())


def show(
    request: Request,
    organization_id: UUID,
    row: Consultation,
    sent: Sent = NOTHING,
    *,
    reasons: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Render it as it stands now; `sent` are the forms that came back, by their name in the template."""
    page = page_of(request, organization_id, row, sent)
    fresh: dict[str, forms.Form] = {
        "enclosing": EnclosureForm(auto_id="enclosure-%s"), "cancelling": CancelForm(auto_id="cancel-%s")
    }  # fmt: skip
    if page.leads and row.state == ConsultationState.DRAFT:
        fresh["sending"] = SendForm(units=units_at(row))
    if page.mine and page.mine.open and "answering" not in sent:
        fresh["answering"] = answer_form(row, page.mine.id)
    here = {
        "desk": desk_for(request, organization_id, current=TAB), "page": page, "reasons": reasons,
        "sent": tuple(sent.values()), **fresh, **sent,
    }  # fmt: skip
    return render(request, "consultation/consultation.html", here, status=status)


def carried_out(
    request: Request,
    organization_id: UUID,
    row: Consultation,
    act: Callable[[], object],
    **sent: forms.Form,
) -> HttpResponse:
    """Do it and show the page, or show it with what was typed and every reason."""
    shown = partial(show, request, organization_id, row)
    return acting.carried_out(row, act, shown, redirect("consultation", organization_id, row.pk), sent)


def _typed(
    request: Request,
    organization_id: UUID,
    form: DraftForm,
    act: Callable[[], Consultation],
    row: Consultation | None = None,
) -> HttpResponse:
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("consultation", organization_id, act().pk)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {
        "desk": desk_for(request, organization_id, current=TAB), "form": form, "row": row, "reasons": reasons,
    }  # fmt: skip
    status = 409 if reasons else UNFIT if form.is_bound and form.errors else 200
    return render(request, "consultation/draft.html", here, status=status)
