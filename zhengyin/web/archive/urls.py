"""Addresses of 年终归档."""

from django.urls import path

from zhengyin.web.archive import acts, township, views

YEARS = "d/<uuid:organization_id>/years"
ONE = f"{YEARS}/<int:year>"
BELOW = "d/<uuid:organization_id>/archives"
ONE_BELOW = f"{BELOW}/<uuid:committee_id>/<int:year>"

urlpatterns = [
    path(YEARS, views.years, name="archive-years"),
    path(ONE, views.year, name="archive-year"),
    path(f"{ONE}/label", views.label, name="archive-label"),
    path(f"{ONE}/receipt", views.receipt, name="archive-receipt"),
    path(f"{ONE}/count", acts.count, name="archive-count"),
    path(f"{ONE}/return", acts.give_back, name="archive-return"),
    path(f"{ONE}/signature", acts.sign, name="archive-sign"),
    path(f"{ONE}/closing", acts.close, name="archive-close"),
    path(f"{ONE}/package", acts.pack, name="archive-pack"),
    path(f"{ONE}/download", acts.download, name="archive-download"),
    path(BELOW, township.archives, name="township-archives"),
    path(ONE_BELOW, township.archive, name="township-archive"),
    path(f"{ONE_BELOW}/receipt", township.receipt, name="township-archive-receipt"),
    path(f"{ONE_BELOW}/reception", township.receive, name="township-archive-receive"),
    path(f"{ONE_BELOW}/download", township.download, name="township-archive-download"),
]
