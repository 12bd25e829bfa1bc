"""Addresses of filing; a filing is named by its line: book, year and number."""

from django.urls import path

from zhengyin.web.filing import prints, views

LIST = "d/<uuid:organization_id>/filings"
ONE = f"{LIST}/<uuid:committee_id>/<slug:book>/<int:year>/<int:no>"

urlpatterns = [
    path(LIST, views.listing, name="filings"),
    path(f"{LIST}/acknowledgements", views.acknowledge_ticked, name="filings-acknowledge"),
    path(ONE, views.page, name="filing"),
    path(f"{ONE}/acknowledgement", views.acknowledge, name="filing-acknowledge"),
    path(f"{ONE}/question", views.send_back, name="filing-return"),
    path(f"{ONE}/answer", views.answer, name="filing-answer"),
    path(f"{ONE}/signed", prints.signed_paper, name="filing-signed"),
    path(f"{ONE}/form.pdf", prints.form, name="filing-form"),
]
