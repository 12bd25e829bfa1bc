"""大字版: a switch that stays. A cookie of one character; nothing is written on our side."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from zhengyin.web.doors import PUBLIC, door

COOKIE = "large"
A_YEAR = 365 * 24 * 3600  # seconds


def is_large(request: HttpRequest) -> bool:
    """Say whether this browser asked for large type."""
    return request.COOKIES.get(COOKIE) == "1"


def turned(request: HttpRequest) -> str:
    """Turn large type for the rest of this request too; return what `keep` leaves with the browser."""
    request.COOKIES[COOKIE] = "0" if is_large(request) else "1"
    return request.COOKIES[COOKIE]


def keep(response: HttpResponse, value: str, *, secure: bool) -> None:
    """Leave the choice with the browser for a year."""
    response.set_cookie(COOKIE, value, max_age=A_YEAR, httponly=True, samesite="Lax", secure=secure)


@door(PUBLIC)
@csrf_exempt  # a forged request could at most enlarge the letters
@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Turn large type on or off and go back to the page."""
    back = request.POST.get("back", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response = HttpResponseRedirect(back)
    keep(response, turned(request), secure=request.is_secure())
    return response
