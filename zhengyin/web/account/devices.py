"""The cookie of a registered computer."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase

COOKIE = "device"
SALT = "zhengyin.device"
A_YEAR = 365 * 24 * 3600  # seconds


def token_of(request: HttpRequest) -> str:
    """The computer's secret, or empty text where it is not registered."""
    return str(request.get_signed_cookie(COOKIE, default="", salt=SALT))


def remember(response: HttpResponseBase, token: str, *, secure: bool) -> None:
    """Leave the secret on this computer, where no script can read it."""
    response.set_signed_cookie(
        COOKIE, token, salt=SALT, max_age=A_YEAR, httponly=True, samesite="Lax", secure=secure
    )
