"""Addresses of verification. Codes are printed in capitals, people type what they like."""

from django.urls import path

from zhengyin.web.verify import file, views

urlpatterns = [
    path("v/", views.enter, name="verify"),
    path("v", views.enter, name="verify-spoken"),
    path("V/", views.enter, name="verify-capitals"),
    path("v/code", views.by_code, name="verify-code"),
    path("v/file", file.by_file, name="verify-file"),
    path("v/comparison", views.compare, name="verify-comparison"),
    path("v/telephones", views.telephones, name="verify-telephones"),
    path("v/roots.pem", views.authorities, name="verify-roots"),
    path("v/<str:token>", views.by_token, name="verify-token"),
    path("V/<str:token>", views.by_token, name="verify-token-capitals"),
    path("checkpoints", views.checkpoints, name="checkpoints"),
]
