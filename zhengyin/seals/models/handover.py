"""The handover of a seal: from whom, why, since when; the list, the three signatures, the end."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from zhengyin.seals.kinds import HandoverReason
from zhengyin.seals.models.custody import Custody
from zhengyin.seals.models.seal import Seal
from zhengyin.seals.workflow import HandoverState

_NOT_SIGNED = Q(handed_by=None, received_by=None, supervised_by=None, signed_on=None, scan=None)
_SIGNED = Q(
    handed_by__isnull=False,
    received_by__isnull=False,
    supervised_by__isnull=False,
    signed_on__isnull=False,
    scan__isnull=False,
    listed_at__isnull=False,
    new_custody__isnull=False,
)


class Handover(models.Model):
    """From `custody` to `new_custody`, since `changed_on`: the day of the change, not counted (H3.2.4e).

    A row a seal: all seals one person hands over at once carry one number, one list, one set of three
    signatures (docs/decisions/0034). Until when it is due is computed: the calendar may still learn of
    a holiday. What is listed is text as it was counted, without anybody's personal data. Migrations
    0006, 0007 and 0011 say the rest.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="handovers")
    committee = models.ForeignKey("regions.Committee", on_delete=models.PROTECT, related_name="handovers")
    custody = models.ForeignKey(Custody, on_delete=models.PROTECT, related_name="handovers")
    county_code = models.CharField(max_length=12)
    year = models.PositiveIntegerField()
    no = models.PositiveIntegerField()
    reason = models.CharField(max_length=12)
    changed_on = models.DateField()
    state = models.CharField(max_length=12)
    opened_at = models.DateTimeField()
    successor = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    condition = models.CharField(max_length=200, default="")
    keys = models.CharField(max_length=200, default="")
    registers = models.CharField(max_length=400, default="")
    slips = models.CharField(max_length=200, default="")
    archives = models.CharField(max_length=200, default="")
    unfinished = models.CharField(max_length=200, default="")
    listed_at = models.DateTimeField(null=True)
    handed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    received_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    supervised_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    signed_on = models.DateField(null=True)
    scan = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    new_custody = models.OneToOneField(
        Custody, on_delete=models.PROTECT, null=True, related_name="came_by_handover"
    )
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="seals_handover_reason",
                condition=Q(reason__in=[reason.value for reason in HandoverReason]),
            ),
            models.CheckConstraint(
                name="seals_handover_state_fits",
                condition=Q(state=HandoverState.OPEN.value, closed_at=None, new_custody=None) & _NOT_SIGNED
                | Q(state=HandoverState.COMPLETED.value, closed_at__isnull=False) & _SIGNED
                | Q(state=HandoverState.REAPPOINTED.value, closed_at__isnull=False)
                & Q(new_custody__isnull=False)
                & _NOT_SIGNED
                | Q(
                    state__in=(HandoverState.CANCELLED.value, HandoverState.LAPSED.value),
                    closed_at__isnull=False,
                    new_custody=None,
                )
                & _NOT_SIGNED,
            ),
            models.CheckConstraint(
                name="seals_handover_three_people",
                condition=Q(state__in=[s.value for s in HandoverState if s is not HandoverState.COMPLETED])
                | ~Q(handed_by=F("received_by"))
                & ~Q(handed_by=F("supervised_by"))
                & ~Q(received_by=F("supervised_by")),
            ),
            models.CheckConstraint(
                name="seals_handover_signed_after_change",
                condition=Q(signed_on=None) | Q(signed_on__gte=F("changed_on")),
            ),
            models.UniqueConstraint(
                name="seals_one_handover_at_a_time",
                fields=("seal",),
                condition=Q(state=HandoverState.OPEN.value),
            ),
            models.UniqueConstraint(name="seals_handover_number", fields=("committee", "year", "no", "seal")),
        )
