"""Addresses of the seal and its custody."""

from django.urls import path

from zhengyin.web.keeping import handover, passing, prints, views

SEAL = "d/<uuid:organization_id>/seal"
ONE = f"{SEAL}/handovers/<uuid:handover_id>"

urlpatterns = [
    path(SEAL, views.page, name="committee-seal"),
    path(f"{SEAL}/<uuid:seal_id>/custody", views.appoint, name="keeping-appoint"),
    path(f"{SEAL}/custodies/<uuid:custody_id>/end", views.end, name="keeping-end"),
    path(f"{SEAL}/<uuid:seal_id>/loss", views.report_loss, name="keeping-loss"),
    path(f"{SEAL}/<uuid:seal_id>/acting", passing.act, name="keeping-acting"),
    path(f"{SEAL}/<uuid:seal_id>/handovers", handover.begin, name="keeping-begin"),
    path(f"{SEAL}/custodies/<uuid:custody_id>/<slug:paper>", prints.paper, name="keeping-paper"),
    path(f"{SEAL}/handover", handover.page, name="keeping-handover"),
    path(f"{ONE}/successor", handover.name, name="keeping-successor"),
    path(f"{ONE}/list", handover.count, name="keeping-count"),
    path(f"{ONE}/list.pdf", prints.listing, name="keeping-list"),
    path(f"{ONE}/scan", prints.scan, name="keeping-scan"),
    path(f"{ONE}/signatures", passing.complete, name="keeping-complete"),
    path(f"{ONE}/renewal", passing.renew, name="keeping-renew"),
    path(f"{ONE}/cancellation", handover.call_off, name="keeping-call-off"),
]
