"""What strangers did on the public pages, as far as limits need to know it."""

from django.db import models
from django.db.models import CheckConstraint, Q

from zhengyin.verification.limits import Kind

OF_A_PAPER = (Kind.HIT.value, Kind.DIFFERED.value)


class Seen(models.Model):
    """One look. Appended, never changed. `certificate` is no foreign key on purpose (README)."""

    kind = models.CharField(max_length=12)
    prefix = models.BinaryField()  # keyed digest of the address prefix, 32 bytes
    certificate = models.UUIDField(null=True)
    seen_at = models.DateTimeField()

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(kind__in=[kind.value for kind in Kind]), name="seen_known_kind"),
            CheckConstraint(
                condition=Q(kind__in=OF_A_PAPER, certificate__isnull=False)
                | (~Q(kind__in=OF_A_PAPER) & Q(certificate__isnull=True)),
                name="seen_names_a_paper_where_there_is_one",
            ),
        )
        indexes = (
            models.Index(fields=("prefix", "kind", "seen_at"), name="seen_by_prefix"),
            models.Index(
                fields=("certificate", "kind", "seen_at"),
                name="seen_by_paper",
                condition=Q(certificate__isnull=False),
            ),
        )
