"""Addresses of the auditors' desk."""

from django.urls import path

from zhengyin.web.auditor import views

SEAT = "d/<uuid:organization_id>"

urlpatterns = [
    path(f"{SEAT}/letters", views.letters, name="auditor-letters"),
    path(f"{SEAT}/letters/<uuid:letter_id>/looks", views.open_by, name="auditor-open"),
    path(f"{SEAT}/looks/<uuid:look_id>", views.look, name="auditor-look"),
    path(f"{SEAT}/looks/<uuid:look_id>/volume.pdf", views.volume, name="auditor-volume"),
]
