"""Forged requests are refused by token; a browser that hides the Referer is not locked out.

Django also refuses an HTTPS form without Origin and Referer. Office PCs with such settings
exist, and their clerks then cannot log in at all. The token and the Origin, where sent, are
still compared.
"""

from django.http import HttpRequest
from django.middleware.csrf import CsrfViewMiddleware


class Csrf(CsrfViewMiddleware):
    """Django's check; a missing Referer alone is no reason."""

    def _check_referer(self, request: HttpRequest) -> None:
        if request.META.get("HTTP_REFERER"):
            super()._check_referer(request)  # type: ignore[misc]
