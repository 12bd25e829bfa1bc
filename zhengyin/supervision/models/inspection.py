"""检查: one committee in a round, its findings with their rectification, and what was fed back upward."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from zhengyin.supervision.topics import Topic
from zhengyin.supervision.workflow import FeedbackState, FindingState, InspectionState

TOPICS = [one.value for one in Topic]
PLANNED, CANCELLED = InspectionState.PLANNED.value, InspectionState.CANCELLED.value
ENDED = (InspectionState.CLOSED.value, CANCELLED)


class Inspection(models.Model):
    """One committee in a `round`; planned days are inclusive. What was planned never changes."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    township = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    organization = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    round = models.UUIDField()
    state = models.CharField(max_length=30)
    title = models.CharField(max_length=60)
    topics = ArrayField(models.CharField(max_length=20))
    planned_from = models.DateField()
    planned_last = models.DateField()
    first_inspector = models.CharField(max_length=30)
    second_inspector = models.CharField(max_length=30)
    planned_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    inspected_on = models.DateField(null=True)
    notified_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in InspectionState]), name="inspection_known_state"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="inspection_is_named"),
            models.CheckConstraint(
                condition=Q(topics__len__gte=1, topics__contained_by=TOPICS), name="inspection_known_topics"
            ),
            models.CheckConstraint(
                condition=Q(planned_last__gte=F("planned_from")), name="inspection_runs_forward"
            ),
            models.CheckConstraint(
                condition=~Q(first_inspector="") & ~Q(second_inspector="")
                & ~Q(first_inspector=F("second_inspector")),
                name="inspection_two_inspectors",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(PLANNED, CANCELLED), inspected_on=None)
                | ~Q(state__in=(PLANNED, CANCELLED)) & Q(inspected_on__isnull=False),
                name="inspection_inspected_fits",
            ),
            models.CheckConstraint(
                condition=Q(state__in=ENDED, ended_at__isnull=False) | ~Q(state__in=ENDED) & Q(ended_at=None),
                name="inspection_ended_fits",
            ),
            models.UniqueConstraint(
                fields=("organization", "title"), condition=Q(state=PLANNED), name="inspection_planned_once"
            ),
        )  # fmt: skip
        indexes = (
            models.Index(fields=("organization", "state"), name="inspection_of_committee"),
            models.Index(fields=("township", "state"), name="inspection_of_township"),
            models.Index(fields=("county_code", "state"), name="inspection_of_county"),
        )


class Finding(models.Model):
    """What was found and must be put right by `due_on`, itself included. The newest answer stands here."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="findings")
    no = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20)
    topic = models.CharField(max_length=20)
    found = models.CharField(max_length=300)
    to_do = models.CharField(max_length=300)
    due_on = models.DateField()
    recorded_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    answer = models.CharField(max_length=300, default="")
    answered_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    returned_because = models.CharField(max_length=300, default="")
    settled_remark = models.CharField(max_length=300, default="")
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("inspection", "no"), name="finding_numbered_once"),
            models.CheckConstraint(condition=Q(no__gte=1), name="finding_numbered_from_one"),
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in FindingState], topic__in=TOPICS),
                name="finding_known_words",
            ),
            models.CheckConstraint(condition=~Q(found="") & ~Q(to_do=""), name="finding_is_whole"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, answered_by=None)
                | ~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False),
                name="finding_answer_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(state=FindingState.ANSWERED.value) | ~Q(answer=""), name="finding_answered_fits"
            ),
            models.CheckConstraint(
                condition=Q(state=FindingState.SETTLED.value, settled_at__isnull=False)
                & (~Q(answer="") | ~Q(settled_remark=""))
                | ~Q(state=FindingState.SETTLED.value) & Q(settled_at=None),
                name="finding_settled_fits",
            ),
        )
        indexes = (models.Index(fields=("inspection", "state"), name="finding_of_inspection"),)


class AnswerPhoto(models.Model):
    """A photograph of what was put right. Appended, never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="photos")
    file = models.OneToOneField("documents.StoredFile", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()


class Feedback(models.Model):
    """A finding the county should know of, with the item and department it concerns; once a finding."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    finding = models.OneToOneField(Finding, on_delete=models.PROTECT, related_name="feedback")
    state = models.CharField(max_length=20)
    item = models.CharField(max_length=60, default="")
    department = models.CharField(max_length=60, default="")
    words = models.CharField(max_length=300)
    sent_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    answer = models.CharField(max_length=300, default="")
    answered_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(words=""), name="feedback_is_whole"),
            models.CheckConstraint(
                condition=Q(state=FeedbackState.SENT.value, answer="", answered_at=None, answered_by=None)
                | Q(state=FeedbackState.ANSWERED.value, answered_at__isnull=False, answered_by__isnull=False)
                & ~Q(answer=""),
                name="feedback_answer_fits",
            ),
        )
        indexes = (models.Index(fields=("county_code", "state"), name="feedback_of_county"),)
