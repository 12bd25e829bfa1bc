"""One sitting of one person: what every register line points back to."""

from uuid import uuid4

from django.db import models

from zhengyin.people.models.account import Account
from zhengyin.people.models.person import Person


class Session(models.Model):
    """From log-in to log-out. Kept: the audit compares approvals with it.

    `ends_on` is the first day on which an office held at log-in is no longer held: the session
    ends with the office, and the person logs in again with what is left.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="sessions")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="sessions")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_because = models.CharField(max_length=20, default="")
    ends_on = models.DateField(null=True)
    factor = models.CharField(max_length=12)
    device = models.ForeignKey("people.Device", on_delete=models.PROTECT, null=True, related_name="sessions")
    address_prefix = models.CharField(max_length=50, default="")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(closed_at=None) | models.Q(closed_at__gte=models.F("opened_at")),
                name="session_closes_after_it_opened",
            ),
        )
        indexes = (models.Index(fields=("person", "opened_at"), name="session_by_person"),)

    def __str__(self) -> str:
        return str(self.id)
