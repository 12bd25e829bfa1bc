"""Addresses of the seal and its custody."""

from django.urls import path

from zhengyin.web.keeping import views

SEAL = "d/<uuid:organization_id>/seal"

urlpatterns = [
    path(SEAL, views.page, name="committee-seal"),
    path(f"{SEAL}/<uuid:seal_id>/custody", views.appoint, name="keeping-appoint"),
    path(f"{SEAL}/custodies/<uuid:custody_id>/end", views.end, name="keeping-end"),
    path(f"{SEAL}/<uuid:seal_id>/loss", views.report_loss, name="keeping-loss"),
]
