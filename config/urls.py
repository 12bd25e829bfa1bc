"""All addresses; each desk keeps its own table under zhengyin/web."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("zhengyin.web.urls"))]

handler400 = "zhengyin.web.errors.bad_request"
handler403 = "zhengyin.web.errors.forbidden"
handler404 = "zhengyin.web.errors.not_found"
handler500 = "zhengyin.web.errors.broken"
