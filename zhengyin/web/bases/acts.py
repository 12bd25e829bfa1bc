"""One POST an act: a change is recorded, a mistaken record ended."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from zhengyin.catalogue.bases import actions
from zhengyin.catalogue.bases.models import BasisChange, BasisMistake
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.bases.forms import ChangeForm, MistakeForm
from zhengyin.web.bases.views import basis_or_404, county_of, show
from zhengyin.web.doors import door
from zhengyin.web.kept import kept
from zhengyin.web.request import Request
from zhengyin.web.words import sentences


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of("basis", "basis_id")
def change(request: Request, organization_id: UUID, basis_id: UUID) -> HttpResponse:
    """废止、修改、被代替: by which document, from which day."""
    form = ChangeForm(request.POST, request.FILES)
    return carried_out(
        request, organization_id, basis_id, "change", form,
        lambda: record(request, organization_id, basis_id, form),
    )  # fmt: skip


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of("basis", "basis_id")
def end_change(request: Request, organization_id: UUID, basis_id: UUID, change_id: UUID) -> HttpResponse:
    """The record of a change was a mistake."""
    form = MistakeForm(request.POST, about=change_id)
    get_object_or_404(BasisChange, pk=change_id, county_code=county_of(organization_id))
    return carried_out(
        request, organization_id, basis_id, "mistake", form,
        lambda: actions.end_change(
            county_code=county_of(organization_id), change_id=change_id, reason=form.cleaned_data["reason"],
            actor=request.actor, at=request.at,
        ),
    )  # fmt: skip


@door(Office.COUNTY_LEAD, at="organization_id")
@act_of("basis", "basis_id")
def end_basis(request: Request, organization_id: UUID, basis_id: UUID) -> HttpResponse:
    """A document of the county's own was a mistake; one that was ended is in no table any more."""
    ended = BasisMistake.objects.filter(document=basis_id, document__division_code=county_of(organization_id))
    if ended.exists():
        return redirect("bases", organization_id)
    form = MistakeForm(request.POST, about=basis_id)
    return carried_out(
        request, organization_id, basis_id, "mistake", form,
        lambda: actions.end_basis(
            county_code=county_of(organization_id), basis_id=basis_id, reason=form.cleaned_data["reason"],
            actor=request.actor, at=request.at,
        ),
        after="bases",
    )  # fmt: skip


@transaction.atomic
def record(request: Request, organization_id: UUID, basis_id: UUID, form: ChangeForm) -> None:
    """Keep the scan and record: both or neither. Raises Refused."""
    county = county_of(organization_id)
    scan_id = kept(
        request, form.cleaned_data["scan"], owner=organization_id, county_code=county, purpose="basis.change"
    )
    change = actions.record_change(
        county_code=county, basis_id=basis_id, typed=form.typed(), scan_id=scan_id, actor=request.actor,
        at=request.at,
    )  # fmt: skip
    if change.scan_id != scan_id:  # sent twice: the second scan is not kept beside the first
        transaction.set_rollback(True)


def carried_out(
    request: Request,
    organization_id: UUID,
    basis_id: UUID,
    name: str,
    form: forms.Form,
    act: Callable[[], object],
    after: str = "",
) -> HttpResponse:
    """Do it and show the page, or show it with what was typed and every reason."""
    shown = basis_or_404(request, organization_id, basis_id)
    if not form.is_valid():
        return show(request, organization_id, shown, {name: form}, status=UNFIT)
    try:
        act()
    except Refused as refused:
        reasons = sentences(refused.refusals)
        return show(request, organization_id, shown, {name: form}, reasons=reasons, status=409)
    return redirect(after, organization_id) if after else redirect("basis", organization_id, basis_id)
