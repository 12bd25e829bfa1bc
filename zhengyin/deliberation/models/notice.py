"""A public notice: what, where, from which day to which, and what became of it."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from zhengyin.deliberation.workflow import NoticeState

RUNNING = NoticeState.RUNNING.value


class Notice(models.Model):
    """`until_on` is the last day of the notice, itself included; that it is over, the day says.

    `subject` is what waits for it, in whatever room. Nobody who put it up confirms it. `year` and
    `no` are those of its line; `rule` and `rule_standing` say what it rests on and how well that is known.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    organization = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    subject = models.UUIDField()
    state = models.CharField(max_length=20)
    matter = models.CharField(max_length=200)
    place = models.CharField(max_length=100)
    from_on = models.DateField()
    until_on = models.DateField()
    party_studied_on = models.DateField(null=True)
    rule = models.CharField(max_length=200)
    rule_standing = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    no = models.PositiveIntegerField()
    number = models.CharField(max_length=80)
    posted_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    posted_at = models.DateTimeField()
    closed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="public_notice_known_state",
                condition=Q(state__in=[state.value for state in NoticeState]),
            ),
            models.CheckConstraint(
                name="public_notice_runs_forward", condition=Q(until_on__gte=F("from_on"))
            ),
            models.CheckConstraint(
                name="public_notice_is_whole",
                condition=~Q(matter="") & ~Q(place="") & ~Q(rule="") & ~Q(rule_standing="") & ~Q(number=""),
            ),
            models.CheckConstraint(
                name="public_notice_closed_by_somebody",
                condition=Q(state=RUNNING, closed_by=None, closed_at=None)
                | ~Q(state=RUNNING) & Q(closed_by__isnull=False, closed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="public_notice_confirmed_by_another",
                condition=~Q(state=NoticeState.PASSED.value) | ~Q(closed_by=F("posted_by")),
            ),
            models.UniqueConstraint(
                name="public_notice_one_running", fields=("subject",), condition=Q(state=RUNNING)
            ),
            models.UniqueConstraint(name="public_notice_number_once", fields=("organization", "year", "no")),
        )
        indexes = (
            models.Index(fields=("subject",), name="public_notice_of_subject"),
            models.Index(fields=("organization", "state"), name="public_notice_of_committee"),
        )
