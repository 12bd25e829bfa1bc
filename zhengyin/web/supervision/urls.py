"""Addresses of the monthly signature."""

from django.urls import path

from zhengyin.web.supervision import views

MONTHS = "d/<uuid:organization_id>/months"

urlpatterns = [
    path(MONTHS, views.months, name="supervision-months"),
    path(f"{MONTHS}/<slug:month>", views.month, name="supervision-month"),
    path(f"{MONTHS}/<slug:month>/signature", views.sign, name="supervision-sign"),
]
