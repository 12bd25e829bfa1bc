"""联审会议: its agenda, who came, what was concluded of each item."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from zhengyin.admission.kinds import Conclusion
from zhengyin.admission.models.proposal import Proposal
from zhengyin.admission.workflow import JointState

HELD = JointState.HELD.value


class JointMeeting(models.Model):
    """`minutes` is the scan of 会议纪要 with 签到 and 会签单, there once the meeting was held."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    lead = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20)
    title = models.CharField(max_length=60)
    place = models.CharField(max_length=60)
    held_on = models.DateField()
    presided_by = models.CharField(max_length=30, blank=True)
    minutes = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    called_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    called_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="joint_known_state", condition=Q(state__in=[one.value for one in JointState])
            ),
            models.CheckConstraint(name="joint_is_named", condition=~Q(title="") & ~Q(place="")),
            models.CheckConstraint(
                name="joint_held_is_whole",
                condition=Q(state=HELD, minutes__isnull=False, ended_at__isnull=False) & ~Q(presided_by="")
                | Q(state=JointState.CANCELLED.value, ended_at__isnull=False, minutes=None, presided_by="")
                | Q(state=JointState.CALLED.value, ended_at=None, minutes=None, presided_by=""),
            ),
        )
        indexes = (models.Index(fields=("county_code", "state", "-held_on"), name="joint_of_county"),)


class JointItem(models.Model):
    """One item of the agenda, counted from 1; `conclusion` is empty until the meeting was held."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    meeting = models.ForeignKey(JointMeeting, on_delete=models.PROTECT, related_name="items")
    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="heard")
    no = models.PositiveSmallIntegerField()
    conclusion = models.CharField(max_length=10, blank=True)
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("meeting", "no"), name="joint_item_no_once"),
            models.UniqueConstraint(fields=("meeting", "proposal"), name="joint_item_once"),
            models.CheckConstraint(
                name="joint_item_concluded",
                condition=Q(conclusion="")
                | Q(conclusion=Conclusion.APPROVE.value)
                | Q(conclusion__in=[Conclusion.REJECT.value, Conclusion.DEFER.value]) & ~Q(words=""),
            ),
        )


class Attendance(models.Model):
    """One body that was called. `signed_by` signed 会签单 for it, empty where it did not."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    meeting = models.ForeignKey(JointMeeting, on_delete=models.PROTECT, related_name="attendances")
    body = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    present = models.BooleanField()
    signed_by = models.CharField(max_length=30, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("meeting", "body"), name="joint_attends_once"),
            models.CheckConstraint(
                name="joint_signed_by_who_came", condition=Q(present=True) | Q(signed_by="")
            ),
        )
