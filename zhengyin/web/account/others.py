"""Resetting somebody else's log-in, changing the telephone, and confirming that another did."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zhengyin.people import actions, queries
from zhengyin.people.models import Account
from zhengyin.people.offices import ADMINISTRATORS, Office
from zhengyin.people.policy.reset import RESET_LABELS, Reset
from zhengyin.shared.refusal import Refused
from zhengyin.web.account.forms import OF_PHONE, PhoneForm, ResetForm, typed
from zhengyin.web.doors import door
from zhengyin.web.refused import at_fields, status_of
from zhengyin.web.request import Request
from zhengyin.web.search import sent_on, typed_in
from zhengyin.web.words import sentences

ABOVE = ADMINISTRATORS | {Office.DIRECTOR, Office.TOWNSHIP, Office.COUNTY_LEAD}


@door(*sorted(ABOVE))
@require_http_methods(["GET", "HEAD", "POST"])
def others(request: Request) -> HttpResponse:
    """Whose log-in; above them what waits for a third person's confirmation."""
    if going := sent_on(request):
        return going
    text = typed_in(request).get("q", "").strip()
    page = {
        "text": text,
        "waiting": queries.waiting_resets(request.actor, request.at),
        "found": queries.log_ins_below(request.actor, text, request.at),
    }
    return render(request, "account/others.html", page)


@door(*sorted(ABOVE))
@require_http_methods(["GET", "POST"])
def reset(request: Request, account_id: UUID) -> HttpResponse:
    """Say what and why; what is handed over is shown once."""
    whose = queries.log_in_below(request.actor, account_id, request.at)
    if whose is None:
        raise Http404
    form, reasons = ResetForm(typed(request)), tuple[str, ...]()
    if request.method == "POST" and form.is_valid():
        try:
            return _reset(request, whose, form)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    page = {"form": form, "whose": whose, "reasons": reasons}
    return render(request, "account/reset.html", page, status=409 if reasons else 200)


def _reset(request: Request, whose: queries.LogIn, form: ResetForm) -> HttpResponse:
    what = Reset(form.cleaned_data["what"])
    handed = actions.reset_login(
        account_id=whose.account_id, organization_id=whose.organization_id, what=what,
        reason=form.cleaned_data["reason"], actor=request.actor, at=request.at,
    )  # fmt: skip
    if handed.codes:
        response = _sheet(request, whose, handed.codes)
    else:
        page = {"whose": whose, "what": RESET_LABELS[what], "password": handed.password}
        response = render(request, "account/handed.html", page)
    response["Cache-Control"] = "no-store"
    return response


@door(*sorted(ABOVE))
@require_http_methods(["GET", "POST"])
def phone(request: Request, account_id: UUID) -> HttpResponse:
    """换手机号: the same people as for a reset, and the same block."""
    whose = queries.log_in_below(request.actor, account_id, request.at)
    if whose is None:
        raise Http404
    form, reasons = PhoneForm(typed(request)), tuple[str, ...]()
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_phone(
                account_id=account_id, organization_id=whose.organization_id, **form.cleaned_data,
                actor=request.actor, at=request.at,
            )  # fmt: skip
            page = {"whose": whose, "phone_tail": form.cleaned_data["phone"].strip()[-4:]}
            return render(request, "account/phone_changed.html", page)
        except Refused as refused:
            reasons = at_fields(form, refused, OF_PHONE)
    page = {"form": form, "whose": whose, "reasons": reasons}
    return render(request, "account/phone.html", page, status=status_of(page))


def _sheet(request: Request, whose: queries.LogIn, codes: tuple[str, ...]) -> HttpResponse:
    account = Account.objects.select_related("person").get(pk=whose.account_id)
    sheet = actions.print_handed(
        account=account, organization_id=whose.organization_id, codes=codes, at=request.at
    )
    response = HttpResponse(sheet.pdf, content_type="application/pdf")
    response["Content-Disposition"] = "inline; filename=codes.pdf"
    return response


@door(*sorted(ABOVE))
@require_POST
def confirm(request: Request, reset_id: UUID) -> HttpResponse:
    """A third person lifts the block."""
    if reset_id not in {one.reset_id for one in queries.waiting_resets(request.actor, request.at)}:
        raise Http404
    actions.confirm_reset(reset_id=reset_id, actor=request.actor, at=request.at)
    return redirect("account-others")
