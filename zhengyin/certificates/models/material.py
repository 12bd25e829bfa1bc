"""What the guide says is to be brought, and photographs of it."""

from uuid import uuid4

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from zhengyin.certificates.kinds import Became
from zhengyin.certificates.models.certificate import Certificate


class Material(models.Model):
    """One material of a case; a later look at it replaces the earlier. By nobody: the resident sent it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="materials_brought")
    name = models.CharField(max_length=60)
    became = models.CharField(max_length=12, choices=[(b.value, b.name) for b in Became], default="")
    recorded_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            UniqueConstraint(fields=("certificate", "name"), name="material_named_once"),
            CheckConstraint(condition=~Q(name=""), name="material_has_a_name"),
            CheckConstraint(condition=Q(became__in=[b.value for b in Became]), name="material_known_way"),
            CheckConstraint(
                condition=Q(became="") | Q(recorded_by__isnull=False), name="material_ticked_by_somebody"
            ),
        )


class Attachment(models.Model):
    """A photograph or PDF of a material. Taken away means that nobody is shown it any more."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    material = models.ForeignKey(Material, on_delete=models.PROTECT, related_name="attachments")
    file = models.OneToOneField("documents.StoredFile", on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()
    removed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            CheckConstraint(
                condition=Q(removed_at__isnull=True, removed_by__isnull=True)
                | Q(removed_at__isnull=False, removed_by__isnull=False),
                name="attachment_removed_by_somebody",
            ),
        )
