"""Addresses of what the desks share."""

from django.urls import path

from zhengyin.web.committee import books, notices, pictures, printing, prints, views

CASE = "d/<uuid:organization_id>/cases/<uuid:case_id>"

urlpatterns = [
    path("d/<uuid:organization_id>/open-cases", views.cases, name="committee-cases"),
    path("d/<uuid:organization_id>/notices", notices.notices, name="committee-notices"),
    path("d/<uuid:organization_id>/register", views.register, name="committee-register"),
    path("d/<uuid:organization_id>/register/print", books.printing, name="committee-volumes"),
    path("d/<uuid:organization_id>/register/volume.pdf", books.volume, name="committee-volume"),
    path("d/<uuid:organization_id>/register/table.xlsx", books.table, name="committee-table"),
    path(f"{CASE}/draft.pdf", prints.draft, name="committee-draft"),
    path(f"{CASE}/printing", printing.printing, name="committee-printing"),
    path(f"{CASE}/printing/copies", printing.print_copies, name="committee-print"),
    path(f"{CASE}/printing/again", printing.reprint, name="committee-reprint"),
    path(f"{CASE}/paper.pdf", printing.paper, name="committee-paper"),
    path(f"{CASE}/notice.pdf", prints.notice, name="committee-notice"),
    path(f"{CASE}/slip.pdf", prints.slip, name="committee-slip"),
    path(f"{CASE}/slips.pdf", printing.slips, name="committee-slips"),
    path(f"{CASE}/form-pages/<uuid:page_id>/picture", pictures.form_page, name="committee-form-page"),
    path(f"{CASE}/materials/<uuid:attachment_id>/picture", pictures.attachment, name="committee-attachment"),
]
