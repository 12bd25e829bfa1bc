"""A county's lists for other programs: the bytes of the export, at an address of each of its villages."""

import hashlib
from collections.abc import Callable
from typing import Final, cast

from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from zhengyin.catalogue.dataset import Dataset
from zhengyin.catalogue.published import published
from zhengyin.publication.data import as_json
from zhengyin.publication.feed import as_atom
from zhengyin.publication.table import as_csv
from zhengyin.shared.days import day_of
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.public.village import card_or_404
from zhengyin.web.request import Request

KEPT: Final = 300  # seconds, as the interface's answers


@door(PUBLIC)
@require_safe
def lists_json(request: Request, code: str) -> HttpResponse:
    """The dataset."""
    return _sent(request, code, as_json, "application/json; charset=utf-8")


@door(PUBLIC)
@require_safe
def lists_csv(request: Request, code: str) -> HttpResponse:
    """One row an entry."""
    return _sent(request, code, as_csv, "text/csv; charset=utf-8")


@door(PUBLIC)
@require_safe
def feed_atom(request: Request, code: str) -> HttpResponse:
    """One entry a version."""
    return _sent(request, code, as_atom, "application/atom+xml; charset=utf-8")


def _sent(request: Request, code: str, written: Callable[[Dataset], bytes], kind: str) -> HttpResponse:
    """Today's, with a tag of its content: who has it already is told so."""
    content = written(published(card_or_404(code).county_code, day_of(request.at)))
    answer = HttpResponse(content, content_type=kind)
    answer["Cache-Control"] = f"public, max-age={KEPT}"
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    answer["ETag"] = tag
    return cast(HttpResponse, get_conditional_response(request, etag=tag, response=answer))
