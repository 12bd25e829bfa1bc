"""Addresses of the seal and its custody."""

from django.urls import path

from zhengyin.web.keeping import handover, passing, prints, standing, take_outs, views

SEAL = "d/<uuid:organization_id>/seal"
OUT = f"{SEAL}/take-outs/<uuid:take_out_id>"
ONE = f"{SEAL}/handovers/<uuid:handover_id>"

urlpatterns = [
    path(SEAL, views.page, name="committee-seal"),
    path(f"{SEAL}/<uuid:seal_id>/custody", views.appoint, name="keeping-appoint"),
    path(f"{SEAL}/custodies/<uuid:custody_id>/end", views.end, name="keeping-end"),
    path(f"{SEAL}/loss", views.missing, name="keeping-missing"),
    path(f"{SEAL}/<uuid:seal_id>/loss", views.report_loss, name="keeping-loss"),
    path(f"{SEAL}/<uuid:seal_id>/notice.pdf", standing.notice, name="keeping-notice"),
    path(f"{SEAL}/<uuid:seal_id>/doubted", standing.doubted, name="keeping-doubted"),
    path(f"{SEAL}/keys/doubted", standing.keys_doubted, name="keeping-keys-doubted"),
    path(f"{SEAL}/keys/<uuid:certificate_id>/loss", standing.key_loss, name="keeping-key-loss"),
    path(f"{SEAL}/custodies/<uuid:custody_id>/place", views.move, name="keeping-place"),
    # taken out
    path(f"{SEAL}/take-outs", take_outs.register, name="keeping-take-outs"),
    path(f"{SEAL}/<uuid:seal_id>/take-outs", take_outs.ask, name="keeping-ask-out"),
    path(OUT, take_outs.page, name="keeping-take-out"),
    path(f"{OUT}/approval", take_outs.approve, name="keeping-out-approve"),
    path(f"{OUT}/refusal", take_outs.decline, name="keeping-out-decline"),
    path(f"{OUT}/withdrawal", take_outs.withdraw, name="keeping-out-withdraw"),
    path(f"{OUT}/leaving", take_outs.leave, name="keeping-out-leave"),
    path(f"{OUT}/extension", take_outs.extend, name="keeping-out-extend"),
    path(f"{OUT}/return", take_outs.bring_back, name="keeping-out-back"),
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
