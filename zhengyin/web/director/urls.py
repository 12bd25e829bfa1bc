"""Addresses of director and second approver."""

from django.urls import path

from zhengyin.web.director import views

CASE = "d/<uuid:organization_id>/decisions/<uuid:case_id>"

urlpatterns = [
    path("d/<uuid:organization_id>/decisions", views.decisions, name="director-list"),
    path(CASE, views.decision, name="director-case"),
    path(f"{CASE}/approval", views.approve, name="director-approve"),
    path(f"{CASE}/countersignature", views.countersign, name="director-countersign"),
    path(f"{CASE}/return", views.send_back, name="director-return"),
    path(f"{CASE}/declining", views.decline, name="director-decline"),
    path(f"{CASE}/taking-back", views.take_back, name="director-take-back"),
]
