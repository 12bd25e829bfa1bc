"""Addresses of the county's desk."""

from django.urls import path

from zhengyin.web.county import views

urlpatterns = [
    path("d/<uuid:organization_id>/bodies", views.home, name="county-home"),
]
