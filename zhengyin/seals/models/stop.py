"""A time in which a seal may not be used (停用): lost, disputed, its committee ended."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from zhengyin.seals.kinds import StopReason


class Stop(models.Model):
    """One stop. `since` is the earliest moment of doubt (of a loss: when it may have been gone).

    `stopped_at` is when it was recorded here, `ended_at` when the seal was restored, or a loss or voidness
    took this one's place; that of a committee that ended, only then (0019). A row stays: what was stamped
    between `since` and `ended_at` of a loss is in doubt for good. Why, in somebody's words, lies beside the
    line alone.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    seal = models.ForeignKey("seals.Seal", on_delete=models.PROTECT, related_name="stops")
    reason = models.CharField(max_length=20)
    since = models.DateTimeField()
    stopped_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="seals_stop_reason", condition=Q(reason__in=[reason.value for reason in StopReason])
            ),
            models.CheckConstraint(
                name="seals_stop_runs_forward",
                condition=Q(since__lte=F("stopped_at"))
                & (Q(ended_at=None) | Q(ended_at__gte=F("stopped_at"))),
            ),
            models.CheckConstraint(
                name="seals_ended_for_good",
                condition=~Q(reason=StopReason.VOID.value) | Q(ended_at=None),
            ),
            models.UniqueConstraint(
                name="seals_one_stop_at_a_time", fields=("seal",), condition=Q(ended_at=None)
            ),
        )
