"""Addresses of the county's desk."""

from django.urls import path

from zhengyin.web.county import letters, views

urlpatterns = [
    path("d/<uuid:organization_id>/bodies", views.home, name="county-home"),
    path("d/<uuid:organization_id>/access-letters", letters.letters, name="county-letters"),
    path("d/<uuid:organization_id>/access-letters/new", letters.record, name="county-letter"),
    path(
        "d/<uuid:organization_id>/access-letters/<uuid:letter_id>", letters.shown, name="county-letter-shown"
    ),
]
