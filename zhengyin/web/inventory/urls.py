"""Addresses of 印章台账."""

from django.urls import path

from zhengyin.web.inventory import views

HERE = "d/<uuid:organization_id>/seals"

urlpatterns = [
    path(HERE, views.page, name="seal-inventory"),
    path(f"{HERE}/table.xlsx", views.table, name="seal-inventory-table"),
]
