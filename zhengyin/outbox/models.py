"""The one table of the room."""

from uuid import uuid4

from django.db import models
from django.db.models import CheckConstraint, Q

from zhengyin.outbox.policy import LONGEST_ERROR, Channel, MessageState

NO_NUMBER = r"[0-9]{7}"  # a telephone, an identity number


class Message(models.Model):
    """`key` says what it is, so that it is queued once; `until` from when on nobody wants it any more.

    The text holds nothing personal. The address is encrypted, and gone once the message was sent.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    key = models.CharField(max_length=120, unique=True)
    channel = models.CharField(max_length=8)
    to_encrypted = models.BinaryField()
    to_masked = models.CharField(max_length=80)
    text = models.CharField(max_length=500)
    about = models.UUIDField()
    county_code = models.CharField(max_length=12)
    state = models.CharField(max_length=20, default=MessageState.WAITING.value)
    attempts = models.PositiveSmallIntegerField(default=0)
    put_at = models.DateTimeField()
    next_at = models.DateTimeField()
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=LONGEST_ERROR, default="")

    class Meta:
        constraints = (
            CheckConstraint(
                condition=Q(
                    channel__in=[c.value for c in Channel], state__in=[s.value for s in MessageState]
                ),
                name="message_known_words",
            ),
            CheckConstraint(
                condition=Q(state=MessageState.WAITING.value, ended_at=None)
                | (~Q(state=MessageState.WAITING.value) & Q(ended_at__isnull=False)),
                name="message_ended_fits",
            ),
            CheckConstraint(
                condition=~Q(text="") & ~Q(text__regex=NO_NUMBER) & ~Q(error__regex=NO_NUMBER),
                name="message_names_no_number",
            ),
        )
        indexes = (
            models.Index(
                fields=("next_at", "id"), name="message_due", condition=Q(state=MessageState.WAITING.value)
            ),
            models.Index(fields=("county_code", "put_at"), name="message_by_county"),
        )

    def __str__(self) -> str:
        return self.key
