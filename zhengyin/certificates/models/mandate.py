"""委托书: who may act for the applicant, in what, until when. Written once; a new one is a new row."""

from uuid import uuid4

from django.db import models
from django.db.models import CheckConstraint, F, Q

from zhengyin.certificates.kinds import Kept
from zhengyin.certificates.models.certificate import Certificate


class Mandate(models.Model):
    """`until` is the last day. The paper is photographed, or its original is kept in the office."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="mandates")
    name = models.CharField(max_length=30)
    identity_encrypted = models.BinaryField()
    identity_index = models.BinaryField()
    relation = models.CharField(max_length=20)
    covers_apply = models.BooleanField()
    covers_collect = models.BooleanField()
    given_on = models.DateField()
    until = models.DateField()
    kept = models.CharField(max_length=8, choices=[(k.value, k.name) for k in Kept])
    photo = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    recorded_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            CheckConstraint(
                condition=~Q(name="") & ~Q(identity_index=b"") & ~Q(relation=""), name="mandate_says_who"
            ),
            CheckConstraint(
                condition=Q(covers_apply=True) | Q(covers_collect=True), name="mandate_covers_something"
            ),
            CheckConstraint(condition=Q(until__gte=F("given_on")), name="mandate_ends_after_it_began"),
            CheckConstraint(
                condition=Q(kept=Kept.ORIGINAL.value) | Q(kept=Kept.PHOTO.value, photo__isnull=False),
                name="mandate_is_kept",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.until})"
