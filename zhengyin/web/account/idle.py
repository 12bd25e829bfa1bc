"""A screen nobody touches for half an hour asks for the log-in again.

When a person was last seen stands in a signed cookie, so that looking at a page writes nothing.
"""

from collections.abc import Callable
from datetime import timedelta

from django.contrib.auth.models import AnonymousUser
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from zhengyin.web.actors import SESSION

LIMIT = timedelta(minutes=30)
COOKIE = "seen"
Next = Callable[[HttpRequest], HttpResponseBase]


class IdleLimit:
    """Forget who is there when the cookie is too old, missing or another session's."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response
        self.signer = TimestampSigner(salt="zhengyin.seen")

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Ask before, stamp after."""
        before = request.session.get(SESSION)
        idle = before is not None and not self.seen(request, before)
        if idle:
            request.user = AnonymousUser()
        response = self.get_response(request)
        after = request.session.get(SESSION)
        if after and not (idle and after == before):
            response.set_cookie(
                COOKIE, self.signer.sign(after), httponly=True, samesite="Lax", secure=request.is_secure()
            )
        return response

    def seen(self, request: HttpRequest, session: str) -> bool:
        """True when this session was last seen less than the limit ago."""
        try:
            return self.signer.unsign(request.COOKIES.get(COOKIE, ""), max_age=LIMIT) == session
        except BadSignature:
            return False
