"""Addresses of the three administrators."""

from django.urls import path

from zhengyin.web.administrator import outbox, views

SEAT = "d/<uuid:organization_id>"

urlpatterns = [
    path(f"{SEAT}/accounts", views.accounts, name="administrator-accounts"),
    path(f"{SEAT}/settings", views.settings, name="administrator-settings"),
    path(f"{SEAT}/security", views.security, name="administrator-security"),
    path(f"{SEAT}/sessions", views.logs, name="administrator-logs"),
    path(f"{SEAT}/books", views.books, name="administrator-books"),
    path(f"{SEAT}/books/<uuid:owner_id>", views.book, name="administrator-book"),
    path(f"{SEAT}/outbox", outbox.outbox, name="administrator-outbox"),
    path(f"{SEAT}/outbox/<uuid:message_id>/again", outbox.send_again, name="administrator-again"),
]
