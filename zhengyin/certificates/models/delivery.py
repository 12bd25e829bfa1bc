"""The hand-over, bound to a signature of receipt (H3.2.3d)."""

from django.db import models
from django.db.models import CheckConstraint, Q

from zhengyin.certificates.kinds import How, SignedBy
from zhengyin.certificates.models.certificate import Certificate


class Delivery(models.Model):
    """Who took it, how they signed, and the picture of it."""

    certificate = models.OneToOneField(Certificate, on_delete=models.PROTECT, primary_key=True)
    how = models.CharField(max_length=12, choices=[(h.value, h.name) for h in How])
    recipient = models.CharField(max_length=30)
    carrier = models.CharField(max_length=20, default="")
    post_number = models.CharField(max_length=40, default="")
    signed_by = models.CharField(max_length=8, choices=[(s.value, s.name) for s in SignedBy])
    signature = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")
    delivered_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    delivered_at = models.DateTimeField()

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(how__in=[h.value for h in How]), name="delivery_known_way"),
            CheckConstraint(
                condition=Q(signed_by__in=[s.value for s in SignedBy]), name="delivery_known_signature"
            ),
            CheckConstraint(condition=~Q(recipient=""), name="delivery_has_a_recipient"),
            CheckConstraint(
                condition=Q(how=How.BY_POST.value, signed_by=SignedBy.POSTED.value)
                & ~Q(carrier="")
                & ~Q(post_number="")
                | ~Q(how=How.BY_POST.value) & ~Q(signed_by=SignedBy.POSTED.value),
                name="delivery_by_post_has_its_number",
            ),
        )
