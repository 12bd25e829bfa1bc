"""The two steps of the log-in, and a first password's change between them and the desk."""

from django.conf import settings
from django.contrib.auth import authenticate
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zhengyin.people import actions, queries, senders
from zhengyin.people.models import Account
from zhengyin.people.policy.factors import Factor
from zhengyin.shared.refusal import Refused
from zhengyin.web.account import devices, entering
from zhengyin.web.account.forms import OF_PASSWORDS, CodeForm, LoginForm, NewPasswordForm, typed
from zhengyin.web.actors import SESSION
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.refused import at_fields, status_of
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

LONGEST_NAME = 40
WRONG = "登录名或密码不对，请再看一遍。连错5次要等15分钟。"


@door(PUBLIC)
@require_http_methods(["GET", "POST"])
def log_in(request: Request) -> HttpResponse:
    """Step one: name and password."""
    known = request.GET.get("username", "")[:LONGEST_NAME] if settings.PRACTICE else ""
    form = LoginForm(typed(request), initial={"username": known})
    after = request.POST.get("next", request.GET.get("next", ""))
    if request.method == "POST" and form.is_valid():
        account = authenticate(request, **form.cleaned_data)
        if isinstance(account, Account):
            entering.begin(request, account, after)
            return redirect("account-code")
        form.add_error(None, WRONG)
    page = {"form": form, "next": after, "switching": bool(devices.token_of(request))}
    return render(request, "account/login.html", page)


@door(PUBLIC)
@require_http_methods(["GET", "POST"])
def code(request: Request) -> HttpResponse:
    """Step two: one code; app, sheet, text message or the PIN of this computer."""
    account = entering.half_way(request)
    if account is None:  # through already, where the same code was sent twice
        return redirect("desk" if SESSION in request.session else "account-login")
    form = CodeForm(typed(request))
    if request.method == "POST" and form.is_valid():
        token = devices.token_of(request)
        try:
            factor = actions.check_second_factor(
                account=account, code=form.cleaned_data["code"], at=request.at, device_token=token
            )
        except Refused as refused:
            form.add_error("code", list(sentences(refused.refusals)))
        else:
            return _go_on(request, account, factor)
    return _code_page(request, account, form)


def _go_on(request: Request, account: Account, factor: Factor) -> HttpResponse:
    if account.must_change_password:
        entering.second_factor_done(request, factor)
        return redirect("account-first-password")
    return entering.enter(request, account, factor)


def _code_page(
    request: Request, account: Account, form: CodeForm, sent: str = "", reasons: tuple[str, ...] = ()
) -> HttpResponse:
    page = {
        "form": form,
        "hints": queries.factor_hints(account, devices.token_of(request)),
        "sms": senders.sender() is not None and account.person.phone_tail != "",
        "sent": sent,
        "reasons": reasons,
    }
    return render(request, "account/code.html", page)


@door(PUBLIC)
@require_POST
def text_message(request: Request) -> HttpResponse:
    """Send a code to the telephone on record, then show step two again."""
    account, sender = entering.half_way(request), senders.sender()
    if account is None or sender is None:
        return redirect("account-login")
    try:
        actions.send_sms_code(account=account, sender=sender, at=request.at)
    except Refused as refused:
        return _code_page(request, account, CodeForm(), reasons=sentences(refused.refusals))
    sent = f"短信已发到尾号{account.person.phone_tail}的手机，5分钟内有效。"
    return _code_page(request, account, CodeForm(), sent=sent)


@door(PUBLIC)
@require_http_methods(["GET", "POST"])
def first_password(request: Request) -> HttpResponse:
    """A password that came on paper is changed before the desk opens."""
    account, factor = entering.half_way(request), entering.factor_done(request)
    if account is None or factor is None:
        return redirect("account-login")
    form = NewPasswordForm(typed(request))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actor = queries.actor_for(account, None, request.at)
            actions.change_password(
                account=account, old=said["old"], new=said["new"], actor=actor, at=request.at
            )
        except Refused as refused:
            at_fields(form, refused, OF_PASSWORDS)
        else:
            return entering.enter(request, account, factor)
    page = {"form": form}
    return render(request, "account/first_password.html", page, status=status_of(page))


@door(PUBLIC)
@require_POST
def log_out(request: Request) -> HttpResponse:
    """Close the session; on a shared computer nothing of the person stays."""
    entering.leave(request, "logged_out")
    request.session.flush()
    return redirect("account-login")
