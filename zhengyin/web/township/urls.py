"""Addresses of the township's desk."""

from django.urls import path

from zhengyin.web.township import naming, roster, sealing, views

HOME = "d/<uuid:organization_id>/committees"
ONE = f"{HOME}/<uuid:committee_id>"

urlpatterns = [
    path(HOME, views.home, name="township-home"),
    path("d/<uuid:organization_id>/roster", roster.roster, name="township-roster"),
    path("d/<uuid:organization_id>/roster/round", roster.go_on, name="township-roster-go-on"),
    path("d/<uuid:organization_id>/roster/sample.xlsx", roster.sample, name="township-roster-sample"),
    path(ONE, views.committee, name="township-committee"),
    path(f"{ONE}/legal-name", naming.legal_name, name="township-name"),
    path(f"{ONE}/seals", sealing.order, name="township-order-seal"),
    path(f"{ONE}/seals/<uuid:seal_id>/issue", sealing.issue, name="township-issue-seal"),
    path(f"{ONE}/seals/<uuid:seal_id>/handover", sealing.hand_over_seal, name="township-handover"),
    path(f"{ONE}/certificates", sealing.certify, name="township-certify"),
    path(f"{ONE}/certificates/<uuid:certificate_id>/revocation", sealing.revoke, name="township-revoke"),
]
