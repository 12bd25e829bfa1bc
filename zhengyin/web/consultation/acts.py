"""One POST an act of whoever asks; and of a county's lead body that takes an item up."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from zhengyin.consultation import actions
from zhengyin.consultation.models import Enclosure, ListedItem, Opinion
from zhengyin.consultation.queries.visible import ASKING_BODIES
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import act_of
from zhengyin.web.consultation.forms import CancelForm, EnclosureForm, SendForm, WeighForm
from zhengyin.web.consultation.views import carried_out, consultation_or_404, own_or_404, show, units_at
from zhengyin.web.doors import door
from zhengyin.web.kept import kept
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

PAGE, NAMED = "consultation", "consultation_id"
Act = Callable[..., object]


@door(*ASKING_BODIES, at="organization_id")
@act_of(PAGE, NAMED)
def enclose(request: Request, organization_id: UUID, consultation_id: UUID) -> HttpResponse:
    """加附件."""
    row = own_or_404(request, organization_id, consultation_id)
    form = EnclosureForm(request.POST, request.FILES, auto_id="enclosure-%s")

    @transaction.atomic
    def act() -> None:
        file = kept(
            request, form.cleaned_data["file"], owner=row.body_id, county_code=row.county_code,
            purpose="consultation.enclosure",
        )  # fmt: skip
        actions.enclose(
            consultation_id=row.pk, title=form.cleaned_data["name"], file_id=file, actor=request.actor,
            at=request.at,
        )  # fmt: skip

    return carried_out(request, organization_id, row, act, enclosing=form)


@door(*ASKING_BODIES, at="organization_id")
@act_of(PAGE, NAMED)
def leave_out(
    request: Request, organization_id: UUID, consultation_id: UUID, enclosure_id: UUID
) -> HttpResponse:
    """去掉附件."""
    row = own_or_404(request, organization_id, consultation_id)
    one = get_object_or_404(Enclosure, pk=enclosure_id, consultation=row)
    return carried_out(
        request, organization_id, row,
        lambda: actions.leave_out(enclosure_id=one.pk, actor=request.actor, at=request.at),
    )  # fmt: skip


@door(*ASKING_BODIES, at="organization_id")
@act_of(PAGE, NAMED)
def send(request: Request, organization_id: UUID, consultation_id: UUID) -> HttpResponse:
    """发出."""
    row = own_or_404(request, organization_id, consultation_id)
    form = SendForm(request.POST, units=units_at(row))

    def act() -> None:
        said = form.cleaned_data
        actions.send(
            consultation_id=row.pk, bodies=[UUID(one) for one in said["bodies"]], others=said["others"],
            due_on=said["due_on"], due_time=said["due_time"], actor=request.actor, at=request.at,
        )  # fmt: skip

    return carried_out(request, organization_id, row, act, sending=form)


@door(*ASKING_BODIES, at="organization_id")
@act_of(PAGE, NAMED)
def close(request: Request, organization_id: UUID, consultation_id: UUID) -> HttpResponse:
    """截止."""
    return _plain(request, organization_id, consultation_id, actions.close)


@door(*ASKING_BODIES, at="organization_id")
@act_of(PAGE, NAMED)
def publish(request: Request, organization_id: UUID, consultation_id: UUID) -> HttpResponse:
    """公布."""
    return _plain(request, organization_id, consultation_id, actions.publish)


@door(*ASKING_BODIES, at="organization_id")
@act_of(PAGE, NAMED)
def cancel(request: Request, organization_id: UUID, consultation_id: UUID) -> HttpResponse:
    """取消."""
    row = own_or_404(request, organization_id, consultation_id)
    form = CancelForm(request.POST, auto_id="cancel-%s")

    def act() -> None:
        reason = form.cleaned_data["reason"]
        actions.cancel(consultation_id=row.pk, reason=reason, actor=request.actor, at=request.at)

    return carried_out(request, organization_id, row, act, cancelling=form)


@door(*ASKING_BODIES, at="organization_id")
@act_of(PAGE, NAMED)
def weigh(request: Request, organization_id: UUID, consultation_id: UUID, opinion_id: UUID) -> HttpResponse:
    """采纳或者不采纳一条意见."""
    row = own_or_404(request, organization_id, consultation_id)
    one = get_object_or_404(Opinion, pk=opinion_id, reply__addressee__consultation=row)
    form = WeighForm(request.POST, about=one.pk)

    def act() -> None:
        actions.weigh(
            opinion_id=one.pk, taken_up=form.cleaned_data["taken"] == "yes",
            because=form.cleaned_data["because"], actor=request.actor, at=request.at,
        )  # fmt: skip

    return carried_out(request, organization_id, row, act, weighing=form)


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of(PAGE, NAMED)
def take_up(request: Request, organization_id: UUID, consultation_id: UUID, item_id: UUID) -> HttpResponse:
    """拿来起草准入申请: leads to the draft."""
    row = consultation_or_404(request, organization_id, consultation_id)
    item = get_object_or_404(ListedItem, pk=item_id, reply__addressee__consultation=row)
    try:
        made = actions.take_up(item_id=item.pk, lead_id=organization_id, actor=request.actor, at=request.at)
    except Refused as refused:
        return show(request, organization_id, row, reasons=sentences(refused.refusals), status=409)
    return redirect("admission", organization_id, made.proposal_id)


def _plain(request: Request, organization_id: UUID, consultation_id: UUID, act: Act) -> HttpResponse:
    row = own_or_404(request, organization_id, consultation_id)
    return carried_out(
        request, organization_id, row,
        lambda: act(consultation_id=row.pk, actor=request.actor, at=request.at),
    )  # fmt: skip
