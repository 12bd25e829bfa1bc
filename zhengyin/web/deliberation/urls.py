"""Addresses of notices, objections and meetings about one case; one act, one POST resource."""

from django.urls import path

from zhengyin.web.deliberation import acts, prints, views

HERE = "d/<uuid:organization_id>/cases/<uuid:case_id>/deliberation"
NOTICE = f"{HERE}/notices/<uuid:notice_id>"
MEETING = f"{HERE}/meetings/<uuid:meeting_id>"

urlpatterns = [
    path(HERE, views.page, name="deliberation-case"),
    path(f"{HERE}/notices", acts.post, name="deliberation-post"),
    path(f"{NOTICE}/extension", acts.extend, name="deliberation-extend"),
    path(f"{NOTICE}/objections", acts.hear, name="deliberation-hear"),
    path(f"{NOTICE}/confirmation", acts.confirm_notice, name="deliberation-confirm-notice"),
    path(f"{NOTICE}/failure", acts.fail_notice, name="deliberation-fail-notice"),
    path(f"{NOTICE}/end", acts.stop_notice, name="deliberation-stop-notice"),
    path(f"{NOTICE}/notice.pdf", prints.notice, name="deliberation-notice-paper"),
    path(f"{HERE}/objections/<uuid:objection_id>/answer", acts.answer, name="deliberation-answer"),
    path(f"{HERE}/meetings", acts.convene, name="deliberation-convene"),
    path(f"{MEETING}/votes", acts.votes, name="deliberation-votes"),
    path(f"{MEETING}/confirmation", acts.confirm_meeting, name="deliberation-confirm-meeting"),
    path(f"{MEETING}/failure", acts.fail_meeting, name="deliberation-fail-meeting"),
    path(f"{MEETING}/end", acts.stop_meeting, name="deliberation-stop-meeting"),
    path(f"{MEETING}/minutes.pdf", prints.minutes, name="deliberation-minutes"),
]
