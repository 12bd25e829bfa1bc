"""What was decided when the database was made."""

from django.db import models
from django.db.models import Q


class Installation(models.Model):
    """One row, written once; a trigger refuses any change (migration 0002)."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    demonstration = models.BooleanField()
    practice = models.BooleanField(db_default=False)
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(name="regions_one_installation", condition=Q(id=1)),
            models.CheckConstraint(
                name="regions_practice_is_no_real_place", condition=Q(practice=False) | Q(demonstration=True)
            ),
        )
