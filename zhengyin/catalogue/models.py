"""The lists as rows that are only ever added; a later version closes a period and rewrites nothing."""

from uuid import uuid4

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from zhengyin.catalogue.bases.models import BasisChange as BasisChange
from zhengyin.catalogue.bases.models import BasisDocument as BasisDocument
from zhengyin.catalogue.bases.models import BasisMistake as BasisMistake
from zhengyin.catalogue.bases.models import BasisReview as BasisReview


class ListDocument(models.Model):
    """The document a list stands in: 文号, title, standing, whose it is."""

    key = models.CharField(primary_key=True, max_length=60)
    number = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=200)
    issued_by = models.CharField(max_length=200, blank=True)
    standing = models.CharField(max_length=20)
    level = models.CharField(max_length=10)
    division_code = models.CharField(max_length=12)
    issued_on = models.DateField(null=True)
    effective_from = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    note = models.TextField(blank=True)
    demonstration = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="list_document_demonstration_standing",
                condition=Q(demonstration=True, standing="demonstration")
                | (Q(demonstration=False) & ~Q(standing="demonstration")),
            ),
        )


class ListDecision(models.Model):
    """The document that decides a version, as it was issued. Never changed: another decision follows it.

    `takes_effect_on` and `valid_until` (its last day, None without one) are the document's own; a version
    never begins before the day it was entered. `reviewed_by` examined its legality (合法性审核).
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    number = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    issued_by = models.CharField(max_length=200)
    signed_by = models.CharField(max_length=30)
    reviewed_by = models.CharField(max_length=60)
    reviewed_on = models.DateField()
    filing_number = models.CharField(max_length=60, blank=True)
    issued_on = models.DateField()
    takes_effect_on = models.DateField()
    valid_until = models.DateField(null=True)
    emergency = models.BooleanField(default=False)
    scan = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="list_decision_is_whole",
                condition=~Q(number="") & ~Q(title="") & ~Q(issued_by="") & ~Q(signed_by="")
                & ~Q(reviewed_by=""),
            ),
            models.CheckConstraint(
                name="list_decision_runs_forward",
                condition=Q(reviewed_on__lte=F("issued_on"), issued_on__lte=F("takes_effect_on"))
                & (Q(valid_until=None) | Q(valid_until__gte=F("takes_effect_on"))),
            ),
            models.CheckConstraint(
                name="list_decision_emergency_ends",
                condition=Q(emergency=False) | Q(valid_until__isnull=False),
            ),
            models.UniqueConstraint(fields=("county_code", "number"), name="list_decision_number_once"),
        )  # fmt: skip


class ListVersion(models.Model):
    """A list as published on a day. `digest` is the SHA-256 of its entries.

    `decision` is missing where the list came with the product: its document is named by the list itself.
    """

    id = models.UUIDField(primary_key=True)
    document = models.ForeignKey(ListDocument, on_delete=models.PROTECT, related_name="versions")
    no = models.PositiveIntegerField()
    takes_effect_on = models.DateField()
    digest = models.CharField(max_length=64)
    note = models.TextField(blank=True)
    decision = models.ForeignKey(ListDecision, on_delete=models.PROTECT, null=True, related_name="versions")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("document", "no"), name="list_version_no_once"),
            models.CheckConstraint(name="list_version_no_from_one", condition=Q(no__gte=1)),
        )


class ListEntry(models.Model):
    """An entry from the version that brought it until the one that ended it. `content` is entries.Entry."""

    id = models.UUIDField(primary_key=True)
    code = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    level = models.CharField(max_length=10)
    division_code = models.CharField(max_length=12)
    in_force_from = models.DateField()
    in_force_until = models.DateField(null=True)
    introduced_by = models.ForeignKey(ListVersion, on_delete=models.PROTECT, related_name="introduced")
    ended_by = models.ForeignKey(ListVersion, null=True, on_delete=models.PROTECT, related_name="ended")
    demonstration = models.BooleanField(default=False)
    content = models.JSONField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="list_entry_period",
                condition=Q(in_force_until__isnull=True) | Q(in_force_until__gt=F("in_force_from")),
            ),
            ExclusionConstraint(
                name="list_entry_one_at_a_time",
                expressions=[
                    ("code", RangeOperators.EQUAL),
                    ("level", RangeOperators.EQUAL),
                    ("division_code", RangeOperators.EQUAL),
                    (
                        Func(
                            "in_force_from", "in_force_until", RangeBoundary(),
                            function="daterange", output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        )  # fmt: skip
        indexes = (models.Index(fields=("division_code", "in_force_from"), name="list_entry_by_place"),)
