"""Addresses of work uses."""

from django.urls import path

from zhengyin.web.workuse import acts, counting, receipt, register, views
from zhengyin.workuse.lines import INTRODUCTIONS, REGISTER

HERE = "d/<uuid:organization_id>/work"
WORK, LETTERS = {"book": REGISTER}, {"book": INTRODUCTIONS}
CASE = f"{HERE}/<uuid:case_id>"

urlpatterns = [
    path(HERE, views.requests, name="work-list"),
    path(f"{HERE}/new", views.new, {"kind": "ordinary"}, name="work-new"),
    path(f"{HERE}/new-introduction", views.new, {"kind": "introduction"}, name="work-new-introduction"),
    path(f"{HERE}/new-evidence", views.new, {"kind": "evidence"}, name="work-new-evidence"),
    path(f"{HERE}/register", register.register, WORK, name="work-register"),
    path(f"{HERE}/register/volume.pdf", register.volume, WORK, name="work-volume"),
    path(f"{HERE}/register/table.xlsx", register.table, WORK, name="work-table"),
    path(f"{HERE}/letters", register.register, LETTERS, name="work-letters"),
    path(f"{HERE}/letters/volume.pdf", register.volume, LETTERS, name="work-letters-volume"),
    path(f"{HERE}/letters/table.xlsx", register.table, LETTERS, name="work-letters-table"),
    path(CASE, views.case, name="work-case"),
    path(f"{CASE}/change", views.change, name="work-change"),
    path(f"{CASE}/files/<uuid:file_id>", views.whole_file, name="work-file"),
    path(f"{CASE}/files/<uuid:file_id>/pages/<int:number>", views.file_page, name="work-file-page"),
    path(f"{CASE}/letter.pdf", views.letter, name="work-letter"),
    path(f"{CASE}/letter.png", views.letter_picture, name="work-letter-picture"),
    path(f"{CASE}/approval", acts.approve, name="work-approve"),
    path(f"{CASE}/countersignature", acts.countersign, name="work-countersign"),
    path(f"{CASE}/return", acts.send_back, name="work-return"),
    path(f"{CASE}/taking-back", acts.take_back, name="work-take-back"),
    path(f"{CASE}/withdrawal", acts.withdraw, name="work-withdraw"),
    path(f"{CASE}/grant", acts.grant, name="work-grant"),
    path(f"{CASE}/grants/<uuid:grant_id>", acts.confirm, name="work-confirm"),
    path(f"{CASE}/grants/<uuid:grant_id>/seal", acts.seal, name="work-do-seal"),
    path(f"{CASE}/receipt", receipt.receipt, name="work-receipt"),
    path(f"{CASE}/printing", acts.print_letter, name="work-print"),
    path(f"{CASE}/paper.pdf", acts.paper, name="work-paper"),
    path(f"{CASE}/scans", acts.attach_scan, name="work-scan"),
    path(f"{CASE}/counting", counting.counting, name="work-counting"),
    path(f"{CASE}/count", counting.count, name="work-count"),
    path(f"{CASE}/voiding", acts.void, name="work-void"),
    path(f"{CASE}/filing", acts.file, name="work-filing"),
]
