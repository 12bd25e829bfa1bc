"""征求意见: what one body is asked about one proposal, and what it answered."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from zhengyin.admission.kinds import Asked, Stance, Way
from zhengyin.admission.models.proposal import Proposal
from zhengyin.admission.workflow import QuestionState

OPEN = QuestionState.ASKED.value


class Question(models.Model):
    """`due_on` is the last day, itself included. An answer on paper has its scan, and whoever entered it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="questions")
    body = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=12)
    due_on = models.DateField()
    state = models.CharField(max_length=20)
    stance = models.CharField(max_length=10, blank=True)
    words = models.CharField(max_length=500, blank=True)
    answered_by = models.CharField(max_length=30, blank=True)
    answered_on = models.DateField(null=True)
    way = models.CharField(max_length=10, blank=True)
    scan = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    taken = models.BooleanField(null=True)
    taken_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="question_known_words",
                condition=Q(why__in=[one.value for one in Asked], state__in=[s.value for s in QuestionState])
                & (Q(stance="") | Q(stance__in=[one.value for one in Stance]))
                & (Q(way="") | Q(way__in=[one.value for one in Way])),
            ),
            models.CheckConstraint(
                name="question_answer_is_whole",
                condition=Q(
                    state=OPEN, stance="", way="", words="", answered_by="", answered_on=None, scan=None
                )
                | ~Q(state=OPEN)
                & ~Q(stance="")
                & ~Q(way="")
                & ~Q(answered_by="")
                & Q(answered_on__isnull=False)
                & (Q(stance=Stance.NONE.value) | ~Q(words="")),
            ),
            models.CheckConstraint(
                name="question_paper_is_scanned",
                condition=Q(way=Way.PAPER.value, scan__isnull=False) | ~Q(way=Way.PAPER.value) & Q(scan=None),
            ),
            models.CheckConstraint(
                name="question_weighed_with_reason",
                condition=Q(
                    state=QuestionState.WEIGHED.value, taken__isnull=False, stance=Stance.OPINION.value
                )
                & ~Q(taken_because="")
                | ~Q(state=QuestionState.WEIGHED.value) & Q(taken=None, taken_because=""),
            ),
            models.UniqueConstraint(fields=("proposal", "body"), name="question_asked_once"),
        )
        indexes = (models.Index(fields=("body", "state"), name="question_of_body"),)
