"""Pages for what went wrong: each says in plain Chinese what to do now."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from zhengyin.shared.refusal import Refused
from zhengyin.web.words import sentences


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """409: the act was decided against; every reason stands on the page."""
    page = {"reasons": sentences(refusal.refusals), "back": came_from(request)}
    return render(request, "errors/409.html", page, status=409)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the browser sent something we cannot read."""
    return render(request, "errors/400.html", {"back": came_from(request)}, status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the page belongs to another office."""
    return render(request, "errors/403.html", {"back": came_from(request)}, status=403)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 of a form that lay open too long or came from elsewhere."""
    return render(request, "errors/stale.html", {"back": came_from(request)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such page, or not one this person may see."""
    return render(request, "errors/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault. Asks the database nothing, for the database may be what broke."""
    return HttpResponse(loader.get_template("errors/500.html").render({}), status=500)


def came_from(request: HttpRequest) -> str:
    """Return the page of ours the visitor came from, else the front page."""
    referer = urlsplit(request.META.get("HTTP_REFERER", ""))
    if referer.netloc != request.get_host():
        return "/"
    return f"{referer.path}?{referer.query}" if referer.query else referer.path or "/"
