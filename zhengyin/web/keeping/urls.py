"""Addresses of the seal and its custody."""

from django.urls import path

from zhengyin.web.keeping import standing, views

SEAL = "d/<uuid:organization_id>/seal"

urlpatterns = [
    path(SEAL, views.page, name="committee-seal"),
    path(f"{SEAL}/<uuid:seal_id>/custody", views.appoint, name="keeping-appoint"),
    path(f"{SEAL}/custodies/<uuid:custody_id>/end", views.end, name="keeping-end"),
    path(f"{SEAL}/<uuid:seal_id>/loss", views.report_loss, name="keeping-loss"),
    path(f"{SEAL}/<uuid:seal_id>/notice.pdf", standing.notice, name="keeping-notice"),
    path(f"{SEAL}/<uuid:seal_id>/doubted", standing.doubted, name="keeping-doubted"),
    path(f"{SEAL}/keys/doubted", standing.keys_doubted, name="keeping-keys-doubted"),
    path(f"{SEAL}/keys/<uuid:certificate_id>/loss", standing.key_loss, name="keeping-key-loss"),
]
