"""Addresses of the custodian's desk."""

from django.urls import path

from zhengyin.web.custodian import day, together, views

CASE = "d/<uuid:organization_id>/sealing/<uuid:case_id>"
TOGETHER = "d/<uuid:organization_id>/sealing-together"

urlpatterns = [
    path("d/<uuid:organization_id>/sealing", views.waiting, name="custodian-list"),
    path("d/<uuid:organization_id>/day", day.page, name="custodian-day"),
    path("d/<uuid:organization_id>/day/check", day.reconcile, name="custodian-day-check"),
    path(CASE, views.paper, name="custodian-seal"),
    path(f"{CASE}/grant", views.grant, name="custodian-grant"),
    path(f"{CASE}/grants/<uuid:grant_id>", views.confirm, name="custodian-confirm"),
    path(f"{CASE}/grants/<uuid:grant_id>/seal", views.seal, name="custodian-do-seal"),
    path(f"{CASE}/receipt", views.receipt, name="custodian-receipt"),
    path(f"{CASE}/void", views.void, name="custodian-void"),
    path(f"{CASE}/taking-back", views.take_back, name="custodian-take-back"),
    path(TOGETHER, together.together, name="custodian-together"),
    path(f"{TOGETHER}/grant", together.grant_together, name="custodian-grant-together"),
    path(f"{TOGETHER}/<uuid:grant_id>", together.granted, name="custodian-granted"),
    path(f"{TOGETHER}/<uuid:grant_id>/seal", together.seal_together, name="custodian-seal-together"),
    path(f"{TOGETHER}/<uuid:grant_id>/sealed", together.sealed, name="custodian-sealed"),
]
