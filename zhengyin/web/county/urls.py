"""Addresses of the county's desk."""

from django.urls import path

from zhengyin.web.county import ending, letters, views

SEAT = "d/<uuid:organization_id>"
LETTERS = f"{SEAT}/access-letters"

urlpatterns = [
    path(f"{SEAT}/bodies", views.home, name="county-home"),
    path(f"{SEAT}/endings", ending.committees, name="county-endings"),
    path(f"{SEAT}/endings/<uuid:committee_id>", ending.end, name="county-end"),
    path(
        f"{SEAT}/endings/<uuid:committee_id>/registers", ending.close_registers, name="county-close-registers"
    ),
    path(LETTERS, letters.letters, name="county-letters"),
    path(f"{LETTERS}/new", letters.new, name="county-letter"),
    path(f"{LETTERS}/recording", letters.record, name="county-record-letter"),
    path(f"{LETTERS}/<uuid:letter_id>", letters.shown, name="county-letter-shown"),
    path(f"{LETTERS}/<uuid:letter_id>/end", letters.end, name="county-end-letter"),
]
