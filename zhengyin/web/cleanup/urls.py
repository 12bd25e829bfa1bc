"""Addresses of clean-up rounds: one board a seat, one page a round and an entry, one POST an act."""

from django.urls import path

from zhengyin.web.cleanup import acts, by_link, prints, views

ALL = "d/<uuid:organization_id>/cleanups"
ONE = f"{ALL}/<uuid:round_id>"
REVIEW = f"{ONE}/reviews/<uuid:review_id>"

urlpatterns = [
    path(ALL, views.board, name="cleanups"),
    path(f"{ALL}/new", views.new, name="cleanup-new"),
    path(ONE, views.one_round, name="cleanup"),
    path(f"{ONE}/assignment", acts.assign, name="cleanup-assign"),
    path(f"{ONE}/closing", acts.close, name="cleanup-close"),
    path(f"{ONE}/cancellation", acts.cancel, name="cleanup-cancel"),
    path(f"{ONE}/units/<uuid:unit_id>/letter.pdf", prints.letter, name="cleanup-letter"),
    path(REVIEW, views.one_review, name="cleanup-review"),
    path(f"{REVIEW}/answer", acts.at_desk, name="cleanup-answer"),
    path(f"{REVIEW}/paper", acts.from_paper, name="cleanup-paper"),
    path(f"{REVIEW}/settlement", acts.settle, name="cleanup-settle"),
    path(f"{REVIEW}/return", acts.send_back, name="cleanup-return"),
    path("q/<str:token>", by_link.entries, name="cleanup-link"),
    path("Q/<str:token>", by_link.entries, name="cleanup-link-capitals"),
    path("q/<str:token>/<str:item>", by_link.entry, name="cleanup-link-entry"),
]
