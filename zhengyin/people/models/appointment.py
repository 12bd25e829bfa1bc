"""A dated period in which a person holds an office, whatever gave it."""

from uuid import uuid4

from django.db import models
from django.db.models import Case, Value, When

from zhengyin.people.models.person import Person
from zhengyin.people.offices import ADMINISTRATORS, APPROVING, KEEPING, Standing


class Appointment(models.Model):
    """Appointment, delegation and acting custody: one table, so one constraint can see them all.

    Days are half-open: `valid_until` is the first day on which the office is no longer held.
    `capacity` is computed by the database; an EXCLUDE constraint (migration 0002) lets a person
    have only one capacity in one organization on one day: approve, keep, or barred from both.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    organization = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    office = models.CharField(max_length=30)
    nature = models.CharField(max_length=12)
    position = models.CharField(max_length=40, default="")
    standing = models.CharField(max_length=16)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)
    lent_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="loans")
    appointed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    second = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    basis = models.CharField(max_length=16)
    basis_document = models.CharField(max_length=200)
    elected_on = models.DateField(null=True)
    county_code = models.CharField(max_length=12)
    recorded_at = models.DateTimeField()
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=200, default="")
    capacity = models.GeneratedField(
        expression=Case(
            When(~models.Q(standing=Standing.REGULAR.value), then=Value("barred")),
            When(office__in=sorted(o.value for o in APPROVING), then=Value("approve")),
            When(office__in=sorted(o.value for o in KEEPING), then=Value("keep")),
            default=Value("none"),
            output_field=models.CharField(max_length=8),
        ),
        output_field=models.CharField(max_length=8),
        db_persist=True,
    )
    administers = models.GeneratedField(
        expression=Case(
            When(office__in=sorted(o.value for o in ADMINISTRATORS), then=Value(1)),
            default=Value(0),
            output_field=models.IntegerField(),
        ),
        output_field=models.IntegerField(),
        db_persist=True,
    )

    class Meta:
        indexes = (
            models.Index(fields=("person", "valid_from"), name="appointment_by_person"),
            models.Index(fields=("organization", "office"), name="appointment_by_seat"),
        )

    def __str__(self) -> str:
        return f"{self.office} {self.valid_from}"
