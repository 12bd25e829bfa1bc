"""Addresses of inspections, feedbacks and violations, the same for every seat that may read them."""

from django.urls import path

from zhengyin.web.inspection import acts, findings, prints, views, violations

SEAT = "d/<uuid:organization_id>"
ALL = f"{SEAT}/inspections"
ONE = f"{ALL}/<uuid:inspection_id>"
FINDING = f"{ONE}/findings/<uuid:finding_id>"
WRONGS = f"{SEAT}/violations"
WRONG = f"{WRONGS}/<uuid:violation_id>"

urlpatterns = [
    path(ALL, views.inspections, name="inspections"),
    path(f"{ALL}/new", acts.new, name="inspection-new"),
    path(f"{ALL}/planning", acts.plan, name="inspection-plan"),
    path(ONE, views.inspection, name="inspection"),
    path(f"{ONE}/sheet.pdf", prints.sheet, name="inspection-sheet"),
    path(f"{ONE}/record.pdf", prints.record, name="inspection-record"),
    path(f"{ONE}/clean", acts.clean, name="inspection-clean"),
    path(f"{ONE}/notification", acts.notify, name="inspection-notify"),
    path(f"{ONE}/cancellation", acts.cancel, name="inspection-cancel"),
    path(f"{ONE}/findings", findings.record, name="finding-record"),
    path(f"{FINDING}/answer", findings.answer, name="finding-answer"),
    path(f"{FINDING}/return", findings.give_back, name="finding-return"),
    path(f"{FINDING}/settlement", findings.settle, name="finding-settle"),
    path(f"{FINDING}/feedback", findings.feed_back, name="feedback-send"),
    path(f"{FINDING}/feedback.pdf", prints.feedback, name="feedback-paper"),
    path(f"{FINDING}/feedback/answer", findings.reply, name="feedback-answer"),
    path(f"{FINDING}/photos/<uuid:photo_id>", findings.photo, name="finding-photo"),
    path(f"{SEAT}/feedbacks", views.feedbacks, name="feedbacks"),
    path(WRONGS, violations.violations, name="violations"),
    path(f"{WRONGS}/new", violations.new, name="violation-new"),
    path(f"{WRONGS}/recording", violations.record, name="violation-record"),
    path(WRONG, violations.violation, name="violation"),
    path(f"{WRONG}/hearing", violations.hear, name="violation-hear"),
    path(f"{WRONG}/measure", violations.handle, name="violation-handle"),
    path(f"{WRONG}/closure", violations.close, name="violation-close"),
    path(f"{WRONG}/dismissal", violations.dismiss, name="violation-dismiss"),
]
