"""All addresses; each desk keeps its own table under zhengyin/web. The api knows no doors: they hang here."""

from django.urls import URLPattern, URLResolver, include, path

from zhengyin.api.service import PREFIX
from zhengyin.api.urls import urlpatterns as questions
from zhengyin.web.doors import PUBLIC, door

for question in questions:
    door(PUBLIC)(question.callback)

urlpatterns: list[URLPattern | URLResolver] = [
    path(PREFIX, include("zhengyin.api.urls")),
    path("", include("zhengyin.web.urls")),
]

handler400 = "zhengyin.web.errors.bad_request"
handler403 = "zhengyin.web.errors.forbidden"
handler404 = "zhengyin.web.errors.not_found"
handler500 = "zhengyin.web.errors.broken"
