"""Re-authentication before a work use: once, two minutes, for exactly this paper and its copies."""

from uuid import uuid4

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from zhengyin.workuse.models.work_use import WorkUse


class WorkGrant(models.Model):
    """Who proved again who they are. `used_at` is set in the sealing transaction: the key of idempotency."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    work_use = models.ForeignKey(WorkUse, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    session = models.UUIDField()
    copies = models.PositiveSmallIntegerField()
    text_digest = models.CharField(max_length=64)
    granted_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            CheckConstraint(
                condition=Q(expires_at__gt=F("granted_at")), name="work_grant_expires_after_it_began"
            ),
            UniqueConstraint(
                fields=("work_use",), condition=Q(used_at__isnull=False), name="work_use_sealed_by_one_grant"
            ),
        )
