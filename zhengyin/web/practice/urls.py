"""Addresses of practice."""

from django.urls import path

from zhengyin.web.practice import views, way

urlpatterns = [
    path("d/<uuid:organization_id>/practice", way.way, name="practice-way"),
    path("practice/", views.home, name="practice-home"),
    path("practice/entrance", views.entrance, name="practice-entrance"),
    path("practice/village", views.renew, name="practice-renew"),
]
