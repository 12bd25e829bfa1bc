"""Addresses for the test of the closed default: the product's own, and a view without a door."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def naked(request: HttpRequest) -> HttpResponse:
    return HttpResponse("never seen")


urlpatterns = [path("naked", naked), path("", include("zhengyin.web.urls"))]
handler403 = "zhengyin.web.errors.forbidden"
handler404 = "zhengyin.web.errors.not_found"
