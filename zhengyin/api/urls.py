"""Addresses under /api/v1/. Their doors are hung by `config/urls.py`: this room knows no web."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from zhengyin.api import failures
from zhengyin.api.document import openapi, page
from zhengyin.api.framing import View, framed
from zhengyin.api.service import api

ROOT = "api-root"  # the framework's own front page: ours stands there


def unknown(request: HttpRequest, rest: str) -> HttpResponse:
    """An address that is none, in the shape of every failure."""
    return failures.failure(404, "not_found")


def questions() -> list[URLPattern]:
    """The service's addresses, each framed."""
    found = [one for one in api.urls[0] if isinstance(one, URLPattern) and one.name != ROOT]
    return [path(str(one.pattern), framed(cast(View, one.callback)), name=one.name) for one in found]


urlpatterns: list[URLPattern] = [
    path("", page, name="api-page"),
    path("openapi.json", openapi, name="api-document"),
    *questions(),
    path("<path:rest>", framed(unknown), name="api-unknown"),
]
