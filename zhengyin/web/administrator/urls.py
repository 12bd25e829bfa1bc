"""Addresses of the three administrators."""

from django.urls import path

from zhengyin.web.administrator import views

SEAT = "d/<uuid:organization_id>"

urlpatterns = [
    path(f"{SEAT}/accounts", views.accounts, name="administrator-accounts"),
    path(f"{SEAT}/settings", views.settings, name="administrator-settings"),
    path(f"{SEAT}/security", views.security, name="administrator-security"),
    path(f"{SEAT}/sessions", views.logs, name="administrator-logs"),
    path(f"{SEAT}/books", views.books, name="administrator-books"),
    path(f"{SEAT}/books/<uuid:owner_id>", views.book, name="administrator-book"),
]
