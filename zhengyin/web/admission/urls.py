"""Addresses of admission: one board a seat, one page a proposal, one POST an act."""

from django.urls import path

from zhengyin.web.admission import acts, joint, opinions, prints, publishing, views, writing

ALL = "d/<uuid:organization_id>/admissions"
ONE = f"{ALL}/<uuid:proposal_id>"
QUESTION = f"{ONE}/questions/<uuid:question_id>"
MEETINGS = f"{ALL}/meetings"
MEETING = f"{MEETINGS}/<uuid:meeting_id>"

urlpatterns = [
    path(ALL, views.board, name="admissions"),
    path(f"{ALL}/new/<slug:kind>", writing.new, name="admission-new"),
    path(f"{ALL}/publication", publishing.publish, name="admission-publish"),
    path(f"{ALL}/emergency", publishing.emergency, name="admission-emergency"),
    path(MEETINGS, joint.meetings, name="joint-meetings"),
    path(f"{MEETINGS}/new", joint.call, name="joint-call"),
    path(MEETING, joint.meeting, name="joint-meeting"),
    path(f"{MEETING}/result", joint.hold, name="joint-hold"),
    path(f"{MEETING}/cancellation", joint.cancel, name="joint-cancel"),
    path(f"{MEETING}/agenda.pdf", prints.agenda, name="joint-agenda"),
    path(ONE, views.proposal, name="admission"),
    path(f"{ONE}/form", writing.change, name="admission-change"),
    path(f"{ONE}/form.pdf", prints.form, name="admission-form"),
    path(f"{ONE}/submission", acts.submit, name="admission-submit"),
    path(f"{ONE}/withdrawal", acts.withdraw, name="admission-withdraw"),
    path(f"{ONE}/return", acts.give_back, name="admission-return"),
    path(f"{ONE}/refusal", acts.refuse, name="admission-refuse"),
    path(f"{ONE}/acceptance", acts.accept, name="admission-accept"),
    path(f"{ONE}/filing", acts.file, name="admission-file"),
    path(f"{ONE}/consultation", acts.consult, name="admission-consult"),
    path(f"{ONE}/summing-up", acts.sum_up, name="admission-sum-up"),
    path(f"{QUESTION}/answer", opinions.at_desk, name="question-answer"),
    path(f"{QUESTION}/paper", opinions.from_paper, name="question-paper"),
    path(f"{QUESTION}/letter.pdf", prints.letter, name="question-letter"),
    path(f"{QUESTION}/weighing", acts.weigh, name="question-weigh"),
    path("o/<str:token>", opinions.by_link, name="opinion"),
    path("O/<str:token>", opinions.by_link, name="opinion-capitals"),
]
