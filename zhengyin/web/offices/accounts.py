"""Accounts of people below: opened with a paper that is shown once, closed with a reason."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.people import actions, queries
from zhengyin.people.models import Account
from zhengyin.people.queries import Seated
from zhengyin.shared.refusal import Refused
from zhengyin.web.account.forms import typed
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.offices.appointing import shown
from zhengyin.web.offices.forms import AccountForm, ReasonForm
from zhengyin.web.offices.ground import APPOINTING, Ground, back_to, ground_or_404, seated_at
from zhengyin.web.request import Request
from zhengyin.web.words import sentences


@door(*APPOINTING, at="organization_id")
@require_http_methods(["GET", "POST"])
def open_account(request: Request, organization_id: UUID, at_id: UUID, person_id: UUID) -> HttpResponse:
    """开通账户; where there is one, the page to close it."""
    ground, who = found_or_404(request, organization_id, at_id, person_id)
    form = AccountForm(typed(request), initial={"username": queries.free_username(who.name)})
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.open_account(
                person_id=person_id, username=form.cleaned_data["username"], organization_id=at_id,
                actor=request.actor, at=request.at,
            )  # fmt: skip
            return handed(request, ground, who, made)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {"title": f"{who.name}的账户", "form": form, "who": who, "closing": ReasonForm()}
    return shown(request, ground, "offices/account.html", here, reasons)


def handed(request: Request, ground: Ground, who: Seated, made: actions.OpenedAccount) -> HttpResponse:
    """The paper with password and codes: nothing of it can be read again."""
    page = {
        "desk": desk_for(request, ground.seat),
        "back": back_to(ground.seat, ground.id, ground.organization),
        "who": who,
        "where": ground.name,
        "username": made.account.username,
        "password": made.password,
        "codes": [f"{code[:4]} {code[4:]}" for code in made.codes],
    }
    response = render(request, "offices/handed.html", page)
    response["Cache-Control"] = "no-store"
    return response


@door(*APPOINTING, at="organization_id")
@require_http_methods(["POST"])
def close_account(request: Request, organization_id: UUID, at_id: UUID, person_id: UUID) -> HttpResponse:
    """停用账户, for good."""
    ground, who = found_or_404(request, organization_id, at_id, person_id)
    account = Account.objects.filter(username=who.username, person_id=person_id, is_active=True).first()
    if account is None:
        raise Http404(person_id)
    closing = ReasonForm(request.POST)
    reasons: tuple[str, ...] = ()
    if closing.is_valid():
        try:
            actions.close_account(
                account_id=account.pk, organization_id=at_id, reason=closing.cleaned_data["reason"],
                actor=request.actor, at=request.at,
            )  # fmt: skip
            return redirect(back_to(organization_id, at_id, ground.organization))
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {"title": f"{who.name}的账户", "form": AccountForm(), "who": who, "closing": closing}
    return shown(request, ground, "offices/account.html", here, reasons)


def found_or_404(
    request: Request, organization_id: UUID, at_id: UUID, person_id: UUID
) -> tuple[Ground, Seated]:
    """The ground, and the person if in office there."""
    ground = ground_or_404(request, organization_id, at_id)
    who = next((one for one in seated_at(request, at_id) if one.person_id == person_id), None)
    if who is None:
        raise Http404(person_id)
    return ground, who
