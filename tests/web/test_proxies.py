"""Only a trusted proxy's word about the visitor's address counts."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings

from zhengyin.web.middleware.proxies import TrustedProxies

PROXY, VISITOR = "10.0.0.7", "203.0.113.9"


def seen(remote: str, *, trusted: tuple[str, ...] = ("10.0.0.0/8",), **headers: str) -> HttpRequest:
    """The request as the views behind see it."""
    got: list[HttpRequest] = []

    def view(request: HttpRequest) -> HttpResponse:
        got.append(request)
        return HttpResponse()

    with override_settings(TRUSTED_PROXIES=trusted):
        TrustedProxies(view)(RequestFactory().get("/", REMOTE_ADDR=remote, headers=headers or None))
    return got[0]


@pytest.mark.parametrize(
    "remote, forwarded, address",
    [
        (PROXY, VISITOR, VISITOR),
        (PROXY, f"1.2.3.4, {VISITOR}", VISITOR),  # what the visitor wrote himself stands further left
        (PROXY, f"{VISITOR}, 10.1.1.1", VISITOR),  # two proxies of ours
        (PROXY, "nonsense", PROXY),
        (VISITOR, "1.2.3.4", VISITOR),  # nobody's proxy
    ],
)
def test_the_address_is_the_last_one_no_proxy_of_ours_wrote(
    remote: str, forwarded: str, address: str
) -> None:
    assert seen(remote, **{"X-Forwarded-For": forwarded}).META["REMOTE_ADDR"] == address


def test_the_scheme_comes_from_the_proxy_only() -> None:
    assert seen(PROXY, **{"X-Forwarded-Proto": "https"}).is_secure()
    assert not seen(VISITOR, **{"X-Forwarded-Proto": "https"}).is_secure()


def test_no_forwarding_header_goes_further() -> None:
    assert "HTTP_X_FORWARDED_FOR" not in seen(VISITOR, **{"X-Forwarded-For": "1.2.3.4"}).META
    assert "HTTP_X_FORWARDED_FOR" not in seen(PROXY, **{"X-Forwarded-For": "1.2.3.4"}).META
