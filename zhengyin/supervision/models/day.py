"""日终核对: the custodian compared seal, papers and pad with the registers."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q


class DayCheck(models.Model):
    """One comparison; a later one of the same day stands beside it. Never changed.

    `papers`, `copies`, `impressions` are what was recorded that day until then; `following` is the next
    blank slip of the pad, None where there is no pad; `missing` are slips torn off without an end.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    organization = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    papers = models.PositiveIntegerField()
    copies = models.PositiveIntegerField()
    impressions = models.PositiveIntegerField()
    agree = models.BooleanField()
    following = models.PositiveIntegerField(null=True)
    missing = ArrayField(models.PositiveIntegerField(), default=list)
    checked_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(copies__gte=F("papers"), impressions__gte=F("papers")),
                name="day_check_counts_fit",
            ),
            models.CheckConstraint(
                condition=Q(following__isnull=False) | Q(missing__len=0), name="day_check_missing_of_a_pad"
            ),
        )
        indexes = (models.Index(fields=("organization", "day"), name="day_check_by_day"),)

    def __str__(self) -> str:
        return f"{self.organization_id} {self.day}"
