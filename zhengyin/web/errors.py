"""Pages for what went wrong: each says in plain Chinese what to do now."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from zhengyin.regions.models import Committee, Organization
from zhengyin.regions.queries import committee_by_code
from zhengyin.shared.refusal import Refused
from zhengyin.web.place import NOWHERE, Place
from zhengyin.web.villages import public_place, staff_place
from zhengyin.web.words import sentences


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
    """500: our fault. Asks the database nothing, for the database may be what broke."""
    return HttpResponse(loader.get_template("errors/500.html").render({}), status=500)


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
    referer = urlsplit(request.META.get("HTTP_REFERER", ""))
    if referer.netloc != request.get_host():
        return "/"
    return f"{referer.path}?{referer.query}" if referer.query else referer.path or "/"
