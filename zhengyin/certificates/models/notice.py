"""The numbered 告知单 of a refusal: what was told to the applicant, and where to go instead."""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from zhengyin.certificates.kinds import Ground
from zhengyin.certificates.models.certificate import Certificate


class Notice(models.Model):
    """Written once, with the refusal. Its words may name somebody, so they are encrypted."""

    certificate = models.OneToOneField(Certificate, on_delete=models.PROTECT, primary_key=True)
    organization = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    no = models.PositiveIntegerField()
    number = models.CharField(max_length=80)
    previous_hash = models.CharField(max_length=64)
    ground = models.CharField(max_length=16, choices=[(g.value, g.name) for g in Ground])
    told_encrypted = models.BinaryField()
    told_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField()

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(ground__in=[g.value for g in Ground]), name="notice_known_ground"),
            UniqueConstraint(fields=("organization", "year", "no"), name="notice_number_once"),
        )

    def __str__(self) -> str:
        return self.number
