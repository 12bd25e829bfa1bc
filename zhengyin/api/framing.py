"""What stands round every address: the limit, JSON for every error, what a program may keep."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Final, cast

from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt

from zhengyin.api import failures
from zhengyin.api.asking import Request
from zhengyin.shared.refusal import Refused
from zhengyin.verification import actions

View = Callable[..., HttpResponse]
KEPT: Final = 300  # seconds: what is in force changes with a new version of a list only
NOT_ALLOWED: Final = 405


def framed(view: View) -> View:
    """Count, ask, and give the answer its heads. No session is opened, so nothing can be forged."""

    @csrf_exempt
    @wraps(view)
    def answered(request: Request, **parts: str) -> HttpResponse:
        try:
            actions.count_question(address=request.META.get("REMOTE_ADDR", ""), at=request.at)
        except Refused as refused:
            return headed(request, failures.refused(refused))
        return headed(request, view(request, **parts))

    return answered


def headed(request: Request, answer: HttpResponse) -> HttpResponse:
    """A good look may be kept for minutes and asked for again by its tag; anything else is kept by nobody."""
    if answer.status_code == NOT_ALLOWED:
        allowed, answer = answer["Allow"], failures.failure(NOT_ALLOWED, "method_not_allowed")
        answer["Allow"] = allowed
    answer["X-Content-Type-Options"] = "nosniff"
    if request.method != "GET" or answer.status_code != 200:
        answer["Cache-Control"] = "no-store"
        return answer
    answer["Cache-Control"] = f"public, max-age={KEPT}"
    tag = f'"{hashlib.sha256(answer.content).hexdigest()[:32]}"'
    answer["ETag"] = tag
    return cast(HttpResponse, get_conditional_response(request, etag=tag, response=answer))
