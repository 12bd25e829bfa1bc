"""An act takes a POST. Whoever reloads its address, or opens it from a note, is shown the page it is on."""

from collections.abc import Callable, Mapping
from functools import wraps

from django import forms
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from zhengyin.shared.refusal import Refused
from zhengyin.web.words import sentences

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


def carried_out(
    row: Model, act: Callable[[], object], show: Callable[..., HttpResponse], then: HttpResponse,
    sent: Mapping[str, forms.Form],
) -> HttpResponse:  # fmt: skip
    """Do it and go on to `then`, or show the page of `row` with what was typed and every reason.

    `show` takes what was sent, `status` and `reasons`.
    """
    if any(not form.is_valid() for form in sent.values()):
        return show(sent, status=UNFIT)
    try:
        act()
    except Refused as refused:
        row.refresh_from_db()
        return show(sent, reasons=sentences(refused.refusals), status=409)
    return then
