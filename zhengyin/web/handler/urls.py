"""Addresses of the handler's desk; one act, one POST resource."""

from django.urls import path

from zhengyin.web.handler import acts, again, amending, mandating, pictures, slip, views

CASE = "d/<uuid:organization_id>/cases/<uuid:case_id>"

urlpatterns = [
    path("d/<uuid:organization_id>/todo", views.todo, name="handler-todo"),
    path("d/<uuid:organization_id>/new", views.new, name="handler-new"),
    path("d/<uuid:organization_id>/cases", views.register, name="handler-register"),
    path("s/<str:case>", slip.by_slip, name="handler-slip"),
    path("S/<str:case>", slip.by_slip, name="handler-slip-capitals"),
    path(CASE, views.case, name="handler-case"),
    path(f"{CASE}/acceptance", acts.accept, name="handler-accept"),
    path(f"{CASE}/completion-request", acts.ask_to_complete, name="handler-ask"),
    path(f"{CASE}/completion", acts.complete, name="handler-complete"),
    path(f"{CASE}/materials", pictures.materials, name="handler-materials"),
    path(f"{CASE}/materials/<uuid:attachment_id>", pictures.attachment, name="handler-attachment"),
    path(f"{CASE}/materials/<uuid:attachment_id>/removal", pictures.remove, name="handler-remove-attachment"),
    path(f"{CASE}/form-pages", pictures.photograph, name="handler-photograph"),
    path(f"{CASE}/form-pages/<uuid:page_id>/showing", pictures.redo_page, name="handler-redo-page"),
    path(f"{CASE}/form-pages/<uuid:page_id>/removal", pictures.drop_page, name="handler-drop-page"),
    path(f"{CASE}/refusal", acts.refuse, name="handler-refuse"),
    path("d/<uuid:organization_id>/refused-demands", views.refuse_demand, name="handler-refuse-demand"),
    path(f"{CASE}/revealing", acts.reveal, name="handler-reveal"),
    path(f"{CASE}/verification-start", acts.start, name="handler-start"),
    path(f"{CASE}/checks", acts.checks, name="handler-checks"),
    path(f"{CASE}/verification", acts.verify, name="handler-verify"),
    path(f"{CASE}/withdrawal", acts.withdraw, name="handler-withdraw"),
    path(f"{CASE}/amending", amending.amending, name="handler-amending"),
    path(f"{CASE}/amendment", amending.amend, name="handler-amend"),
    path(f"{CASE}/correcting", again.correcting, name="handler-correcting"),
    path(f"{CASE}/correction", again.correct, name="handler-correct"),
    path(f"{CASE}/further-paper", again.reissue, name="handler-reissue"),
    path(f"{CASE}/mandate", mandating.record, name="handler-mandate"),
    path(f"{CASE}/delivery", acts.deliver, name="handler-deliver"),
]
