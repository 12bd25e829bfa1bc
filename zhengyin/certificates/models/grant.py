"""Re-authentication before sealing: once, two minutes, for exactly these papers and copies."""

from uuid import uuid4

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from zhengyin.certificates.models.certificate import Certificate


class Grant(models.Model):
    """Who proved again who they are, in which session, until when."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    session = models.UUIDField()
    county_code = models.CharField(max_length=12)
    granted_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(expires_at__gt=F("granted_at")), name="grant_expires_after_it_began"),
        )


class GrantedPaper(models.Model):
    """One paper of a grant. `used_at` is set in the sealing transaction: the key of idempotency."""

    grant = models.ForeignKey(Grant, on_delete=models.PROTECT, related_name="papers")
    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="+")
    copies = models.PositiveSmallIntegerField()
    text_digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            UniqueConstraint(fields=("grant", "certificate"), name="grant_names_a_paper_once"),
            UniqueConstraint(
                fields=("certificate",), condition=Q(used_at__isnull=False), name="paper_sealed_by_one_grant"
            ),
        )
