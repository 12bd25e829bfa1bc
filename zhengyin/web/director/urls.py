"""Addresses of director and second approver."""

from django.urls import path

from zhengyin.web.director import together, views

CASE = "d/<uuid:organization_id>/decisions/<uuid:case_id>"
TOGETHER = "d/<uuid:organization_id>/decisions-together"

urlpatterns = [
    path("d/<uuid:organization_id>/decisions", views.decisions, name="director-list"),
    path(CASE, views.decision, name="director-case"),
    path(f"{CASE}/approval", views.approve, name="director-approve"),
    path(f"{CASE}/countersignature", views.countersign, name="director-countersign"),
    path(f"{CASE}/return", views.send_back, name="director-return"),
    path(f"{CASE}/declining", views.decline, name="director-decline"),
    path(f"{CASE}/void", views.void, name="director-void"),
    path(f"{CASE}/taking-back", views.take_back, name="director-take-back"),
    path(TOGETHER, together.together, name="director-together"),
    path(f"{TOGETHER}/approval", together.approve_together, name="director-approve-together"),
    path(f"{TOGETHER}/decided", together.decided_together, name="director-decided-together"),
]
