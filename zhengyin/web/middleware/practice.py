"""The practice process only: its own cookies, its own door. The real process runs none of this.

Both processes may stand on one host, and a browser keeps one jar for all ports of a host: without
names of its own, logging in to practise would log out of the real desk.
"""

from collections.abc import Callable
from http.cookies import SimpleCookie

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhengyin.practice.ticket import Ticket
from zhengyin.regions.queries import is_practice
from zhengyin.web import errors
from zhengyin.web.place import Place

BEFORE = "lx-"  # of every cookie of practice
PASS, SALT, LASTS = "pass", "zhengyin.practice.pass", 12 * 3600  # seconds
ENTRANCE = "practice/entrance"
VOID = Place(above="村（社区）练习", name="证印", home="/v/")
NOT_A_PRACTICE = "练习的程序只能接练习库：请看 docs/operations.md。"
Next = Callable[[HttpRequest], HttpResponse]


class Cookies:
    """Read and write every cookie under a name that only practice uses."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Take the prefix off, answer, put it on."""
        jar = {
            name.removeprefix(BEFORE): value
            for name, value in request.COOKIES.items()
            if name.startswith(BEFORE)
        }
        request.COOKIES.clear()
        request.COOKIES.update(jar)
        response = self.get_response(request)
        renamed: SimpleCookie = SimpleCookie()
        for name, morsel in response.cookies.items():
            renamed[BEFORE + name] = morsel.value
            renamed[BEFORE + name].update({key: value for key, value in morsel.items() if value != ""})
        response.cookies = renamed
        return response


class Gate:
    """Whoever has no pass from a real desk finds nothing but the way in; who checks a paper is told."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let through, tell, or find nothing."""
        if not is_practice():
            return HttpResponse(NOT_A_PRACTICE, status=503, content_type="text/plain; charset=utf-8")
        if is_verification(request.path):
            return render(request, "practice/void.html", {"place": VOID})
        if request.path.startswith(f"/{ENTRANCE}") or pass_of(request) is not None:
            return self.get_response(request)
        if request.path == "/":
            return render(request, "practice/no_slip.html", {"place": VOID}, status=404)
        return errors.not_found(request, Exception())


def is_verification(path: str) -> bool:
    """What a stranger opens who holds a paper."""
    return path.lower().rstrip("/") == "/v" or path.lower().startswith("/v/") or path == "/checkpoints"


def pass_of(request: HttpRequest) -> Ticket | None:
    """Whose practice this browser may enter."""
    try:
        township, may_renew, back = signing.loads(request.COOKIES.get(PASS, ""), salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError):
        return None
    return Ticket(str(township), bool(may_renew), str(back))


def give_pass(response: HttpResponse, ticket: Ticket) -> None:
    """Let this browser in for twelve hours."""
    response.set_cookie(
        PASS, signing.dumps([ticket.township, ticket.may_renew, ticket.back], salt=SALT), max_age=LASTS,
        httponly=True, samesite="Lax", secure=settings.SECURE,
    )  # fmt: skip
