"""A seal handed in (收缴) and destroyed (销毁), and the pictures of what it prints (印模)."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q


class Collection(models.Model):
    """Handed in at the township, signed by who handed it in; written once."""

    seal = models.OneToOneField(
        "seals.Seal", on_delete=models.PROTECT, primary_key=True, related_name="collection"
    )
    collected_on = models.DateField()
    handed_in_by = models.CharField(max_length=30)
    paper = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(name="seals_collected_from_somebody", condition=~Q(handed_in_by="")),
        )


class Destruction(models.Model):
    """Destroyed before two witnesses; written once."""

    seal = models.OneToOneField(
        "seals.Seal", on_delete=models.PROTECT, primary_key=True, related_name="destruction"
    )
    destroyed_on = models.DateField()
    place = models.CharField(max_length=120)
    how = models.CharField(max_length=60)
    first_witness = models.CharField(max_length=30)
    second_witness = models.CharField(max_length=30)
    record = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(name="seals_destroyed_somewhere", condition=~Q(place="") & ~Q(how="")),
            models.CheckConstraint(
                name="seals_destroyed_before_two",
                condition=~Q(first_witness="")
                & ~Q(second_witness="")
                & ~Q(first_witness=F("second_witness")),
            ),
        )


class Impression(models.Model):
    """What the seal prints: the picture as taken, cleaned, and its diameter where it could be measured.

    A record to compare with, never used to print a seal on anything.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    seal = models.ForeignKey("seals.Seal", on_delete=models.PROTECT, related_name="impressions")
    taken = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")
    cleaned = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    measured_mm = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="seals_impression_measured", condition=Q(measured_mm=None) | Q(measured_mm__gt=0)
            ),
        )
