"""An act takes a POST. Whoever reloads its address, or opens it from a note, is shown the page it is on."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

View = Callable[..., HttpResponseBase]
UNFIT = 422  # a form as sent says nothing that could be decided
PLACES = ("organization_id", "case_id", "slip_id")  # what a page of a desk stands under


def act_of(page: str, *further: str) -> Callable[[View], View]:
    """Hang an act under the named page: a look leads there, a POST acts, anything else is 405.

    `further` names what stands in that page's address beside `PLACES`.
    """
    names = (*PLACES, *further)

    def hang(view: View) -> View:
        posted = require_POST(view)

        @wraps(view)
        def acted(request: HttpRequest, **parts: object) -> HttpResponseBase:
            if request.method in ("GET", "HEAD"):
                return redirect(page, *(parts[name] for name in names if name in parts))
            return posted(request, **parts)

        return acted

    return hang
