"""A code sent to an address that is to be confirmed."""

from uuid import uuid4

from django.db import models
from django.db.models import CheckConstraint, F, Q

from zhengyin.reminders.policy.choice import TRIES


class EmailCode(models.Model):
    """Only the keyed digest is kept; ten minutes, five tries, once."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    email_encrypted = models.BinaryField()
    email_masked = models.CharField(max_length=80)
    digest = models.BinaryField()
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(tries__lte=TRIES), name="email_code_few_tries"),
            CheckConstraint(condition=Q(expires_at__gt=F("sent_at")), name="email_code_lasts"),
        )
        indexes = (models.Index(fields=("person", "sent_at"), name="email_code_by_person"),)
