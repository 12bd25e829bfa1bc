"""Addresses of 预约 and 查进度."""

from django.urls import path

from zhengyin.web.apply import tracking, views

urlpatterns = [
    path("c/<code:code>/apply/<str:item>", views.apply, name="apply"),
    path("c/<code:code>/apply/<str:item>/sent", views.send, name="apply-send"),
    path("track/", tracking.track, name="track"),
    path("track/materials", tracking.materials, name="track-materials"),
    path("track/completion", tracking.completion, name="track-completion"),
    path("track/withdrawal", tracking.withdrawal, name="track-withdrawal"),
]
