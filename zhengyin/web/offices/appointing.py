"""Giving and ending an office: one page each, that says what it will do."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.people import actions
from zhengyin.people.actor import Actor
from zhengyin.people.models import Appointment
from zhengyin.people.offices import Nature, Office, Standing
from zhengyin.people.policy.appoint import Paper
from zhengyin.seals import actions as seals
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.account.forms import typed
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.offices.fields import day_after
from zhengyin.web.offices.forms import OF_PERSON, AppointForm, EndForm, LendForm, PersonForm
from zhengyin.web.offices.ground import APPOINTING, Ground, back_to, ground_or_404, seated_at
from zhengyin.web.offices.pages import directing_term, words_of
from zhengyin.web.offices.second import second_person
from zhengyin.web.refused import at_fields, status_of
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

BORROWERS = (Office.COMMITTEE_MEMBER, Office.SECOND_APPROVER)


@door(*APPOINTING, at="organization_id")
@require_http_methods(["GET", "POST"])
def appoint(request: Request, organization_id: UUID, at_id: UUID, way: str) -> HttpResponse:
    """登记任职."""
    ground = ground_or_404(request, organization_id, at_id)
    row = ground.row(way)
    form = AppointForm(typed(request), seated_at(request, at_id), row=row, today=day_of(request.at))
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            if appointed(request, ground, form):
                return redirect(back_to(organization_id, at_id, ground.organization))
        except Refused as refused:
            reasons = at_fields(form, refused, OF_PERSON)
    here = {"title": f"登记{words_of(row)}", "form": form, "election": "elected_on" in form.fields}
    return shown(request, ground, "offices/appoint.html", here, reasons)


def appointed(request: Request, ground: Ground, form: AppointForm) -> bool:
    """Give the office; False where the second person was not proven. Raises Refused."""
    if form.row.second is None:
        give(request, ground, form, None)
        return True
    with second_person(request, form) as second:
        if second is not None:
            give(request, ground, form, second)
    return second is not None


@transaction.atomic
def give(request: Request, ground: Ground, form: AppointForm, second: Actor | None) -> None:
    """Enter the person, where new, and the office: both or neither."""
    said = form.cleaned_data
    actions.appoint(
        person_id=person_in(request, form, ground.organization.county_code),
        organization_id=ground.id,
        office=form.row.office,
        nature=form.row.nature,
        since=said["since"],
        until=day_after(said["last_day"]),
        paper=Paper(form.basis, said["document"], said.get("elected_on")),
        standing=Standing(said["standing"]),
        position=said["position"],
        second=second,
        actor=request.actor, at=request.at,
    )  # fmt: skip


def person_in(request: Request, form: PersonForm, county_code: str) -> UUID:
    """The person chosen, or entered now by the identity card. Raises Refused."""
    said = form.cleaned_data
    if said["person"]:
        return UUID(said["person"])
    person = actions.register_person(
        name=said["name"], identity=said["identity"], phone=said["phone"], county_code=county_code,
        at=request.at,
    )  # fmt: skip
    return person.pk


@door(*APPOINTING, at="organization_id")
@require_http_methods(["GET", "POST"])
def end(request: Request, organization_id: UUID, at_id: UUID, appointment_id: UUID) -> HttpResponse:
    """登记离任. One that is over already leads back to the people."""
    ground = ground_or_404(request, organization_id, at_id)
    term = next((one for one in seated_at(request, at_id) if one.appointment_id == appointment_id), None)
    if term is None:
        get_object_or_404(Appointment, pk=appointment_id, organization_id=at_id)
        return redirect(back_to(organization_id, at_id, ground.organization))
    form = EndForm(typed(request), initial={"on": day_of(request.at)})
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            seals.end_term(
                appointment_id=appointment_id, **form.cleaned_data, actor=request.actor, at=request.at
            )
            return redirect(back_to(organization_id, at_id, ground.organization))
        except Refused as refused:
            reasons = sentences(refused.refusals)
    what = "委托" if term.nature is Nature.DELEGATED else "任职"
    here = {"title": f"终止{term.name}的“{term.office_label}”{what}", "form": form}
    return shown(request, ground, "offices/end.html", here, reasons)


@door(Office.DIRECTOR, at="organization_id")
@require_http_methods(["GET", "POST"])
def lend(request: Request, organization_id: UUID) -> HttpResponse:
    """委托签批, at most 30 days, not passed on."""
    ground = ground_or_404(request, organization_id, organization_id)
    found = seated_at(request, organization_id)
    own = directing_term(found, request.actor.person_id)
    keeping = {one.person_id for one in found if one.office is Office.CUSTODIAN}
    members = [
        one
        for one in found
        if one.office in BORROWERS and one.person_id not in keeping | {request.actor.person_id}
    ]
    form = LendForm(typed(request), members, today=day_of(request.at))
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and own is not None and form.is_valid():
        said = form.cleaned_data
        try:
            actions.delegate(
                appointment_id=own, person_id=UUID(said["person"]), since=said["since"],
                until=day_after(said["last_day"]) or said["since"], reason=said["reason"],
                actor=request.actor, at=request.at,
            )  # fmt: skip
            return redirect("director-people", organization_id)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {"title": "委托签批", "form": form, "members": members, "own": own is not None}
    return shown(request, ground, "offices/lend.html", here, reasons)


def shown(
    request: Request, ground: Ground, template: str, here: dict[str, object], reasons: tuple[str, ...]
) -> HttpResponse:
    """Render an act's page, with why it was refused above its form."""
    page = {
        **here,
        "desk": desk_for(request, ground.seat),
        "ground": ground,
        "back": back_to(ground.seat, ground.id, ground.organization),
        "reasons": reasons,
    }
    return render(request, template, page, status=status_of(page))
