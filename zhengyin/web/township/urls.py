"""Addresses of the township's desk."""

from django.urls import path

from zhengyin.web.township import ending, naming, roster, sealacts, sealing, sealprints, views

HOME = "d/<uuid:organization_id>/committees"
ONE = f"{HOME}/<uuid:committee_id>"
SEALS = f"{ONE}/seals"
SEAL = f"{SEALS}/<uuid:seal_id>"

urlpatterns = [
    path(HOME, views.home, name="township-home"),
    path("d/<uuid:organization_id>/roster", roster.roster, name="township-roster"),
    path("d/<uuid:organization_id>/roster/round", roster.go_on, name="township-roster-go-on"),
    path("d/<uuid:organization_id>/roster/sample.xlsx", roster.sample, name="township-roster-sample"),
    path(ONE, views.committee, name="township-committee"),
    path(f"{ONE}/legal-name", naming.legal_name, name="township-name"),
    path(f"{ONE}/end", ending.end, name="township-end"),
    path(f"{ONE}/registers/closing", ending.close_registers, name="township-close-registers"),
    path(SEALS, sealing.seals, name="township-seals"),
    path(f"{SEALS}/new", sealing.order, name="township-order-seal"),
    path(SEAL, sealing.seal, name="township-seal"),
    path(f"{SEAL}/issue", sealing.issue, name="township-issue-seal"),
    path(f"{SEAL}/stop", sealacts.act, {"doing": "stop"}, name="township-stop-seal"),
    path(f"{SEAL}/restore", sealacts.act, {"doing": "restore"}, name="township-restore-seal"),
    path(f"{SEAL}/call-off", sealacts.act, {"doing": "call-off"}, name="township-call-off-seal"),
    path(f"{SEAL}/collect", sealacts.act, {"doing": "collect"}, name="township-collect-seal"),
    path(f"{SEAL}/destroy", sealacts.act, {"doing": "destroy"}, name="township-destroy-seal"),
    path(f"{SEAL}/void", sealacts.act, {"doing": "void"}, name="township-void-seal"),
    path(f"{SEAL}/impression", sealacts.act, {"doing": "impression"}, name="township-record-impression"),
    path(f"{SEAL}/impressions/<uuid:impression_id>", sealprints.picture, name="township-impression"),
    path(f"{SEAL}/second-script", sealprints.second_script, name="township-second-script"),
    path(f"{SEAL}/papers/<int:year>/<int:no>", sealprints.signed_paper, name="township-signed-paper"),
    path(f"{SEAL}/doubted", sealprints.doubted, name="township-doubted"),
    path(f"{SEAL}/receipt.pdf", sealprints.paper, {"what": "receipt"}, name="township-receipt"),
    path(f"{SEAL}/return.pdf", sealprints.paper, {"what": "return"}, name="township-return-paper"),
    path(f"{SEAL}/sheet.pdf", sealprints.paper, {"what": "sheet"}, name="township-impression-sheet"),
    path(f"{SEAL}/notice.pdf", sealprints.paper, {"what": "notice"}, name="township-loss-notice"),
    path(f"{SEAL}/handover", sealing.hand_over_seal, name="township-handover"),
    path(f"{ONE}/certificates", sealing.certify, name="township-certify"),
    path(f"{ONE}/certificates/<uuid:certificate_id>/key-loss", sealing.key_loss, name="township-key-loss"),
    path(f"{ONE}/certificates/<uuid:certificate_id>/revocation", sealing.revoke, name="township-revoke"),
]
