"""征求意见稿, its clauses and enclosures, and the units it goes to."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from zhengyin.consultation.clauses import NEVER_LAW
from zhengyin.consultation.workflow import AddresseeState, ConsultationState

DRAFT, ASKING = ConsultationState.DRAFT.value, ConsultationState.ASKING.value
WEIGHING, PUBLISHED = ConsultationState.WEIGHING.value, ConsultationState.PUBLISHED.value
CANCELLED = ConsultationState.CANCELLED.value


class Consultation(models.Model):
    """`text` is the draft, an empty line between two clauses; sent, it stands in its clauses for good.

    `due_on` is the last day; with `due_time` what comes at that hour of it, or later, is late. `contact` and
    `telephone` are the asking body's office contact.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)  # a city's own code where the city asks
    body = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=30)
    title = models.CharField(max_length=100)
    text = models.TextField()
    contact = models.CharField(max_length=30)
    telephone = models.CharField(max_length=40)
    due_on = models.DateField(null=True)
    due_time = models.TimeField(null=True)
    drafted_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_because = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="consultation_is_named",
                condition=Q(title__contains=NEVER_LAW) & ~Q(text="") & ~Q(contact="") & ~Q(telephone=""),
            ),
            models.CheckConstraint(
                name="consultation_sent_is_whole",
                condition=Q(state=DRAFT, sent_at=None, due_on=None, due_time=None)
                | Q(state__in=[ASKING, WEIGHING, PUBLISHED], sent_at__isnull=False, due_on__isnull=False)
                | Q(state=CANCELLED, sent_at=None, due_on=None, due_time=None)
                | Q(state=CANCELLED, sent_at__isnull=False, due_on__isnull=False),
            ),
            models.CheckConstraint(
                name="consultation_closed_then_published",
                condition=Q(state__in=[DRAFT, ASKING], closed_at=None, published_at=None)
                | Q(state=WEIGHING, closed_at__isnull=False, published_at=None)
                | Q(state=PUBLISHED, closed_at__isnull=False, published_at__isnull=False)
                | Q(state=CANCELLED, published_at=None),
            ),
            models.CheckConstraint(
                name="consultation_cancelled_with_reason",
                condition=Q(state=CANCELLED, cancelled_at__isnull=False) & ~Q(cancelled_because="")
                | ~Q(state=CANCELLED) & Q(cancelled_at=None, cancelled_because=""),
            ),
        )
        indexes = (
            models.Index(fields=("body", "state", "-drafted_at"), name="consultation_of_body"),
            models.Index(fields=("county_code", "state"), name="consultation_of_county"),
        )


class Enclosure(models.Model):
    """附件; one that was taken out before the draft was sent stays, marked."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="enclosures")
    title = models.CharField(max_length=80)
    file = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")
    left_out = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.CheckConstraint(name="enclosure_is_named", condition=~Q(title="")),
            models.UniqueConstraint(
                name="enclosure_named_once",
                fields=("consultation", "title"),
                condition=Q(left_out=False),
            ),
        )


class Clause(models.Model):
    """One clause of what was sent, counted from 1."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="clauses")
    no = models.PositiveSmallIntegerField()
    mark = models.CharField(max_length=30)
    heading = models.CharField(max_length=60, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="clause_no_once", fields=("consultation", "no")),
            models.CheckConstraint(
                name="clause_says_something", condition=~Q(mark="") & (~Q(heading="") | ~Q(words=""))
            ),
        )


class Addressee(models.Model):
    """A unit that is asked; `body` is missing where it has no desk here, its name always stands."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="addressees")
    no = models.PositiveSmallIntegerField()
    body = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=60)
    state = models.CharField(max_length=20)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="addressee_is_known",
                condition=Q(state__in=[one.value for one in AddresseeState]) & ~Q(name=""),
            ),
            models.UniqueConstraint(name="addressee_no_once", fields=("consultation", "no")),
            models.UniqueConstraint(name="addressee_asked_once", fields=("consultation", "name")),
            models.UniqueConstraint(
                name="addressee_body_asked_once",
                fields=("consultation", "body"),
                condition=Q(body__isnull=False),
            ),
        )
        indexes = (models.Index(fields=("body", "state"), name="addressee_of_body"),)
