"""Whose word counts for where a request comes from: only a trusted proxy's.

Anybody can write X-Forwarded-For. Limits on guesses hang on the address, so the header is
dropped unless the connection itself comes from an address in TRUSTED_PROXIES.
"""

from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST", "HTTP_FORWARDED")
Next = Callable[[HttpRequest], HttpResponseBase]


class TrustedProxies:
    """Put the visitor's own address and scheme where Django looks for them."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response
        self.networks = tuple(ip_network(one, strict=False) for one in settings.TRUSTED_PROXIES)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Believe or drop the forwarding headers, then go on."""
        if self.trusts(request.META.get("REMOTE_ADDR", "")):
            self.believe(request)
        for header in FORWARDED:
            request.META.pop(header, None)
        return self.get_response(request)

    def trusts(self, text: str) -> bool:
        """Say whether `text` is the address of one of our proxies."""
        address = _address(text)
        return address is not None and any(address in network for network in self.networks)

    def believe(self, request: HttpRequest) -> None:
        """Take the last address that no proxy of ours wrote about itself, and the scheme."""
        hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
        for hop in reversed(hops):
            if _address(hop) is None:
                break
            request.META["REMOTE_ADDR"] = hop
            if not self.trusts(hop):
                break
        if request.META.get("HTTP_X_FORWARDED_PROTO") in ("http", "https"):
            request.META["wsgi.url_scheme"] = request.META["HTTP_X_FORWARDED_PROTO"]
            if hasattr(request, "environ"):
                request.environ["wsgi.url_scheme"] = request.META["HTTP_X_FORWARDED_PROTO"]


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None
