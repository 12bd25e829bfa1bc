"""Addresses of the desks above the committees."""

from django.urls import path

from zhengyin.web.oversight import views

SEAT = "d/<uuid:organization_id>"
ONE = f"{SEAT}/registers/<uuid:committee_id>"

urlpatterns = [
    path(f"{SEAT}/registers", views.registers, name="oversight-registers"),
    path(f"{SEAT}/registers/table.xlsx", views.registers_table, name="oversight-registers-table"),
    path(ONE, views.register, name="oversight-register"),
    path(f"{ONE}/days", views.days, name="oversight-days"),
    path(f"{ONE}/print", views.printing, name="oversight-volumes"),
    path(f"{ONE}/volume.pdf", views.volume, name="oversight-volume"),
    path(f"{ONE}/table.xlsx", views.register_table, name="oversight-register-table"),
    path(f"{SEAT}/figures", views.figures, name="oversight-figures"),
    path(f"{SEAT}/figures/table.xlsx", views.figures_table, name="oversight-figures-table"),
]
