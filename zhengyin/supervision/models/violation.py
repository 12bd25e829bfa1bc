"""违规: what rule was broken, when, and how it was handled. Who it was stands beside its line alone."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from zhengyin.supervision.workflow import ViolationState
from zhengyin.supervision.wrongs import Measure, Source, Wrong

ENDED = (ViolationState.CLOSED.value, ViolationState.DISMISSED.value)


class Violation(models.Model):
    """`office` is the township or lead body that recorded it and alone goes on with it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    organization = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20)
    wrong = models.CharField(max_length=20)
    source = models.CharField(max_length=20)
    happened_on = models.DateField()
    rule = models.CharField(max_length=200)
    rule_standing = models.CharField(max_length=40)
    recorded_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(
                    state__in=[one.value for one in ViolationState],
                    wrong__in=[one.value for one in Wrong],
                    source__in=[one.value for one in Source],
                ),
                name="violation_known_words",
            ),
            models.CheckConstraint(
                condition=~Q(rule="") & ~Q(rule_standing=""), name="violation_names_its_rule"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ENDED, ended_at__isnull=False) | ~Q(state__in=ENDED) & Q(ended_at=None),
                name="violation_ended_fits",
            ),
        )
        indexes = (
            models.Index(fields=("organization", "state"), name="violation_of_committee"),
            models.Index(fields=("county_code", "state"), name="violation_of_county"),
        )


class Handled(models.Model):
    """One measure, each heavier than the one before. Appended, never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    violation = models.ForeignKey(Violation, on_delete=models.PROTECT, related_name="measures")
    measure = models.CharField(max_length=20)
    done_on = models.DateField()
    body = models.CharField(max_length=60, default="")
    document = models.CharField(max_length=60, default="")
    handled_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    handled_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("violation", "measure"), name="violation_measure_once"),
            models.CheckConstraint(
                condition=Q(measure__in=[one.value for one in Measure]), name="violation_known_measure"
            ),
            models.CheckConstraint(
                condition=~Q(measure=Measure.TRANSFER.value) | ~Q(body="") & ~Q(document=""),
                name="violation_transfer_whole",
            ),
        )
