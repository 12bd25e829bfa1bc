"""An objection to a notice. Who it was and what was said stand only beside its line, erasable."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from zhengyin.deliberation.kinds import Handling, Heard
from zhengyin.deliberation.workflow import ObjectionState


class Objection(models.Model):
    """While one is open, the notice does not pass."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    notice = models.ForeignKey("deliberation.Notice", on_delete=models.PROTECT, related_name="objections")
    state = models.CharField(max_length=20)
    heard = models.CharField(max_length=12)
    heard_at = models.DateTimeField()
    recorded_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    handling = models.CharField(max_length=20, default="")
    answered_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="objection_known_words",
                condition=Q(heard__in=[heard.value for heard in Heard])
                & Q(handling__in=["", *(handling.value for handling in Handling)]),
            ),
            models.CheckConstraint(
                name="objection_answered_fits",
                condition=Q(state=ObjectionState.OPEN.value, handling="", answered_by=None, answered_at=None)
                | Q(state=ObjectionState.ANSWERED.value, answered_by__isnull=False, answered_at__isnull=False)
                & ~Q(handling=""),
            ),
            models.CheckConstraint(
                name="objection_heard_before_recorded", condition=Q(heard_at__lte=F("recorded_at"))
            ),
        )
