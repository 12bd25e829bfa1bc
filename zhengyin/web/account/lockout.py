"""Too many wrong passwords: for this name from this prefix of addresses, for a quarter of an hour."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhengyin.people.addresses import prefix_of
from zhengyin.web.account.forms import LoginForm


def client_prefix(request: HttpRequest) -> str:
    """What a limit remembers of where a request comes from; never the browser's name."""
    return prefix_of(request.META.get("REMOTE_ADDR", ""))


def locked(request: HttpRequest, response: HttpResponse, credentials: object) -> HttpResponse:
    """429: the log-in page again, with what was typed and when to come back."""
    form = LoginForm({"username": request.POST.get("username", ""), "password": "x"})
    form.add_error(None, "连续输错太多次，请过15分钟再试；急用请找上级重置密码。")
    page = {"form": form, "next": request.POST.get("next", ""), "switching": False}
    return render(request, "account/login.html", page, status=429)
