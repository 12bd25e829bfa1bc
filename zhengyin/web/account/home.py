"""我的账户: second factors, computers, password, and the resets others made."""

from uuid import UUID

from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zhengyin.documents.qr import drawn_on_screen
from zhengyin.people import actions, queries
from zhengyin.people.models import Account
from zhengyin.shared.refusal import Refused
from zhengyin.web.account import devices
from zhengyin.web.account.forms import OF_PASSWORDS, CodeForm, NewPasswordForm, PinForm, typed
from zhengyin.web.account.others import ABOVE
from zhengyin.web.doors import SIGNED_IN, door
from zhengyin.web.refused import at_fields, status_of
from zhengyin.web.request import Request
from zhengyin.web.words import sentences


def account_of(request: Request) -> Account:
    """The account behind a signed-in request."""
    assert isinstance(request.user, Account)
    return request.user


@door(SIGNED_IN)
@require_http_methods(["GET"])
def home(request: Request) -> HttpResponse:
    """Everything the owner should know about the own log-in."""
    return _page(request)


def _page(request: Request, *, reasons: tuple[str, ...] = (), pin: PinForm | None = None) -> HttpResponse:
    page = {
        "page": queries.login_page(account_of(request), request.at),
        "here_registered": queries.device_of(devices.token_of(request)),
        "code": CodeForm(),
        "pin": pin or PinForm(),
        "reasons": reasons,
        "may_act": request.actor.foremost is not None,
        "may_reset": any(held.office in ABOVE for held in request.actor.holds),
    }
    return render(request, "account/home.html", page)


@door(SIGNED_IN)
@require_POST
def code_sheet(request: Request) -> HttpResponse:
    """Print a new sheet; asks for a code, for whoever holds a sheet can log in."""
    place = request.actor.foremost
    if refusal := _refusal(request, request.POST.get("code", "")):
        return _page(request, reasons=refusal)
    if place is None:
        return redirect("account-home")
    made = actions.make_code_sheet(
        account=account_of(request), office=place.office, organization_id=place.at, actor=request.actor,
        at=request.at,
    )  # fmt: skip
    response = HttpResponse(made.pdf, content_type="application/pdf")
    response["Content-Disposition"] = "inline; filename=codes.pdf"
    response["Cache-Control"] = "no-store"
    return response


@door(SIGNED_IN)
@require_POST
def app(request: Request) -> HttpResponse:
    """Show the secret for an authenticator app, once; asks for a code first."""
    account = account_of(request)
    if refusal := _refusal(request, request.POST.get("code", "")):
        return _page(request, reasons=refusal)
    secret = actions.set_app(account=account, actor=request.actor, at=request.at)
    address = f"otpauth://totp/{account.username}?secret={secret}&issuer=ZhengYin"
    page = {
        "secret": " ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
        "code": drawn_on_screen(address),
    }
    response = render(request, "account/app.html", page)
    response["Cache-Control"] = "no-store"
    return response


@door(SIGNED_IN)
@require_POST
def pin(request: Request) -> HttpResponse:
    """Register this computer, if it is not yet, and set the owner's PIN on it."""
    form, place = PinForm(request.POST), request.actor.foremost
    device = queries.device_of(devices.token_of(request))
    if device is not None:
        form.fields["device"].required = False
    if not form.is_valid() or place is None:
        return _page(request, pin=form)
    if refusal := _refusal(request, form.cleaned_data["code"]):
        form.add_error("code", list(refusal))
        return _page(request, pin=form)
    return _set_pin(request, form, place.at)


def _set_pin(request: Request, form: PinForm, organization_id: UUID) -> HttpResponse:
    try:
        made = actions.give_pin(
            account=account_of(request), device_token=devices.token_of(request),
            organization_id=organization_id, name=form.cleaned_data["device"], pin=form.cleaned_data["pin"],
            actor=request.actor, at=request.at,
        )  # fmt: skip
    except Refused as refused:
        form.add_error("pin", list(sentences(refused.refusals)))
        return _page(request, pin=form)
    response = redirect("account-home")
    devices.remember(response, made, secure=request.is_secure())
    return response


@door(SIGNED_IN)
@require_http_methods(["GET", "POST"])
def password(request: Request) -> HttpResponse:
    """Change the own password."""
    form = NewPasswordForm(typed(request))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.change_password(
                account=account_of(request), old=said["old"], new=said["new"], actor=request.actor,
                at=request.at,
            )  # fmt: skip
        except Refused as refused:
            at_fields(form, refused, OF_PASSWORDS)
        else:
            update_session_auth_hash(request, account_of(request))
            return redirect("account-home")
    page = {"form": form}
    return render(request, "account/password.html", page, status=status_of(page))


@door(SIGNED_IN)
@require_POST
def seen(request: Request) -> HttpResponse:
    """The owner has read what others did to the own log-in."""
    actions.see_resets(account=account_of(request), at=request.at)
    return redirect("account-home")


def _refusal(request: Request, code: str) -> tuple[str, ...]:
    """Reasons why the typed code will not do. A PIN is not enough to make another factor."""
    try:
        actions.check_second_factor(account=account_of(request), code=code, at=request.at)
    except Refused as refused:
        return sentences(refused.refusals)
    return ()
