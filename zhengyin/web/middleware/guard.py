"""The door before every view, and a refused act as a page with all its reasons."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from zhengyin.shared.refusal import Refused
from zhengyin.web import actors, errors
from zhengyin.web.doors import PUBLIC, door_of

Next = Callable[[HttpRequest], HttpResponseBase]


class Guard:
    """Ask the door; hand on `request.actor` and `request.at`; turn Refused into 409."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Go on; the work is done in the two hooks below. A page of a desk is kept by no browser."""
        response = self.get_response(request)
        if hasattr(request, "actor"):
            response.setdefault("Cache-Control", "no-store")
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], parts: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Let the request pass, send it to the log-in, or refuse it."""
        door = door_of(view)
        if door is None:
            return errors.forbidden(request)
        actors.attach_instant(request)
        if door.open is PUBLIC:
            return None
        if not actors.attach_actor(request):
            return redirect_to_login(request.get_full_path())
        return None if door.admits(actors.actor_of(request), parts) else errors.forbidden(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """Answer a refused act with its reasons, a full disk with what to do; leave all else alone."""
        if isinstance(exception, Refused):
            return errors.refused(request, exception)
        return errors.full(request) if errors.no_room(exception) else None
