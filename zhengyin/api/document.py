"""The OpenAPI document, and the same as a page for people: plain HTML, no script, nobody else's server."""

import json
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhengyin.api.page import page_of
from zhengyin.api.service import ABOUT, PREFIX, api


@cache
def document() -> dict[str, Any]:
    """Made once from the shapes."""
    made: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix=PREFIX)))
    return made


@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """For programs."""
    said = json.dumps(document(), ensure_ascii=False, indent=1)
    return HttpResponse(said, content_type="application/json; charset=utf-8")


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """For people."""
    return render(request, "api/page.html", {"about": ABOUT, "page": page_of(document())})
