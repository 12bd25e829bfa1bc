"""All addresses; each desk keeps its own table under zhengyin/web."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
