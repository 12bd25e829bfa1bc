"""Pages for what went wrong: each says in plain Chinese what to do now."""

from urllib.parse import urlsplit

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from psycopg.errors import DiskFull

from zhengyin.documents.disk import NO_ROOM
from zhengyin.regions.models import Committee, Organization
from zhengyin.regions.queries import committee_by_code
from zhengyin.shared.refusal import Refused
from zhengyin.web.place import NOWHERE, Place
from zhengyin.web.villages import public_place, staff_place
from zhengyin.web.words import sentences

BROKEN = (
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>系统出了毛病 · 证印</title>'
    "<h1>系统出了毛病，不是您的错。</h1><p>登记过的都在登记簿里。</p>"
    "<p>请回到刚才那一页看一看，没有办成的，过几分钟再办一次。还是不行的，来办事的请直接到村（居）委会；"
    "在这里办公的，请记下时间和在办什么，告诉管系统的人。急着给村（居）民开证明的，可以先用应急用印单。</p>"
    '<p><a href="/">回首页</a></p></html>'
)


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """409: the act was decided against; every reason stands on the page."""
    return page(request, "errors/409.html", 409, reasons=sentences(refusal.refusals))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the browser sent something we cannot read."""
    return page(request, "errors/400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the page belongs to another office."""
    return page(request, "errors/403.html", 403)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 of a form that lay open too long or came from elsewhere."""
    return page(request, "errors/stale.html", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such page, or not one this person may see."""
    return page(request, "errors/404.html", 404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault. Asks neither the database nor, where it is gone too, the folder of templates."""
    try:
        said = loader.get_template("errors/500.html").render({})
    except Exception:  # whatever is missing, the page that says so comes
        said = BROKEN
    return HttpResponse(said, status=500)


def full(request: HttpRequest) -> HttpResponse:
    """507: the disk is full. Nothing is asked of the database: it may lie on that disk."""
    said = loader.get_template("errors/full.html").render({"back": came_from(request)})
    return HttpResponse(said, status=507)


def no_room(error: BaseException | None) -> bool:
    """Say whether an error comes from a full disk, the file store's or the database's."""
    while error is not None:
        if isinstance(error, DiskFull) or (isinstance(error, OSError) and error.errno in NO_ROOM):
            return True
        error = error.__cause__ or error.__context__
    return False


def page(request: HttpRequest, template: str, status: int, reasons: tuple[str, ...] = ()) -> HttpResponse:
    """Render with the telephones of the place the address names, so that 打电话 has a number."""
    said = {"reasons": reasons, "back": came_from(request), "place": place_named_by(request)}
    return render(request, template, said, status=status)


def place_named_by(request: HttpRequest) -> Place:
    """The committee or office in the address, where there is one."""
    parts = request.resolver_match.kwargs if request.resolver_match else {}
    try:
        if "organization_id" in parts:
            return staff_place(parts["organization_id"])
        return public_place(committee_by_code(parts["code"])) if "code" in parts else NOWHERE
    except (Committee.DoesNotExist, Organization.DoesNotExist):
        return NOWHERE


def came_from(request: HttpRequest) -> str:
    """Return the page of ours the visitor came from, else the front page."""
    try:
        referer, host = urlsplit(request.META.get("HTTP_REFERER", "")), request.get_host()
    except (DisallowedHost, ValueError):  # a name that is not ours, an address that is none
        return "/"
    if referer.netloc != host:
        return "/"
    return f"{referer.path}?{referer.query}" if referer.query else referer.path or "/"
