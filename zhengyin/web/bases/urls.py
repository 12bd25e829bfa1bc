"""Addresses of the table of bases at the lead body's desk."""

from django.urls import path

from zhengyin.web.bases import acts, views

ALL = "d/<uuid:organization_id>/bases"
ONE = f"{ALL}/<uuid:basis_id>"
CHANGE = f"{ONE}/changes/<uuid:change_id>"

urlpatterns = [
    path(ALL, views.table, name="bases"),
    path(f"{ALL}/new", views.new, name="basis-new"),
    path(f"{ALL}/reviews", views.reviews, name="basis-reviews"),
    path(f"{ALL}/reviews/<uuid:cause_id>/<str:item>", views.review, name="basis-review"),
    path(ONE, views.basis, name="basis"),
    path(f"{ONE}/changes", acts.change, name="basis-change"),
    path(f"{CHANGE}/scan", views.scan, name="basis-scan"),
    path(f"{CHANGE}/mistake", acts.end_change, name="basis-change-mistake"),
    path(f"{ONE}/mistake", acts.end_basis, name="basis-mistake"),
]
