"""A meeting: called, held and counted, confirmed."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from zhengyin.deliberation.kinds import MeetingKind
from zhengyin.deliberation.workflow import MeetingState

COUNTED = (MeetingState.VOTED.value, MeetingState.PASSED.value, MeetingState.FAILED.value)
WAITING = (MeetingState.CONVENED.value, MeetingState.VOTED.value)
_EMPTY = Q(held_on=None, eligible=None, present=None, votes_for=None, votes_against=None, abstentions=None,
           recorded_by=None, presided_by="", conclusion="", minutes="")  # fmt: skip
_WHOLE = (
    Q(held_on__isnull=False, eligible__isnull=False, present__isnull=False, recorded_by__isnull=False)
    & Q(votes_for__isnull=False, votes_against__isnull=False, abstentions__isnull=False)
    & ~Q(presided_by="") & ~Q(conclusion="") & ~Q(minutes="")
)  # fmt: skip


class Meeting(models.Model):
    """Counts are persons. `quorum` and `majority` with their `article` come from whoever confirms:
    of `law` only the title is known here. Nobody who entered the votes confirms them."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    organization = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    subject = models.UUIDField()
    state = models.CharField(max_length=20)
    kind = models.CharField(max_length=30)
    matter = models.CharField(max_length=200)
    place = models.CharField(max_length=100)
    planned_on = models.DateField()
    rule = models.CharField(max_length=200)
    rule_standing = models.CharField(max_length=40)
    law = models.CharField(max_length=200)
    convened_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    convened_at = models.DateTimeField()

    # as the minutes say
    held_on = models.DateField(null=True)
    presided_by = models.CharField(max_length=30, default="")
    eligible = models.PositiveIntegerField(null=True)
    present = models.PositiveIntegerField(null=True)
    votes_for = models.PositiveIntegerField(null=True)
    votes_against = models.PositiveIntegerField(null=True)
    abstentions = models.PositiveIntegerField(null=True)
    conclusion = models.CharField(max_length=200, default="")
    minutes = models.CharField(max_length=200, default="")
    party_studied_on = models.DateField(null=True)
    recorded_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")

    # as it was confirmed
    quorum = models.PositiveIntegerField(null=True)
    majority = models.PositiveIntegerField(null=True)
    article = models.CharField(max_length=200, default="")
    closed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="meeting_known_words",
                condition=Q(state__in=[state.value for state in MeetingState])
                & Q(kind__in=[kind.value for kind in MeetingKind]),
            ),
            models.CheckConstraint(
                name="meeting_is_whole",
                condition=~Q(matter="") & ~Q(place="") & ~Q(rule="") & ~Q(rule_standing="") & ~Q(law=""),
            ),
            models.CheckConstraint(
                name="meeting_counted_is_whole",
                condition=Q(state=MeetingState.CONVENED.value) & _EMPTY
                | Q(state__in=COUNTED) & _WHOLE
                | Q(state=MeetingState.STOPPED.value),
            ),
            models.CheckConstraint(
                name="meeting_counts_fit",
                condition=Q(eligible=None)
                | Q(present__lte=F("eligible"))
                & Q(present__gte=F("votes_for") + F("votes_against") + F("abstentions")),
            ),
            models.CheckConstraint(
                name="meeting_passed_by_its_measure",
                condition=~Q(state=MeetingState.PASSED.value)
                | Q(quorum__gte=1, majority__gte=1, quorum__isnull=False, majority__isnull=False)
                & ~Q(article="")
                & Q(present__gte=F("quorum"), votes_for__gte=F("majority"), votes_for__gt=F("votes_against")),
            ),
            models.CheckConstraint(
                name="meeting_confirmed_by_another",
                condition=~Q(state=MeetingState.PASSED.value) | ~Q(closed_by=F("recorded_by")),
            ),
            models.CheckConstraint(
                name="meeting_closed_by_somebody",
                condition=Q(state__in=WAITING, closed_by=None, closed_at=None)
                | ~Q(state__in=WAITING) & Q(closed_by__isnull=False, closed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="meeting_studied_first",
                condition=Q(party_studied_on=None) | Q(party_studied_on__lte=F("held_on")),
            ),
            models.UniqueConstraint(
                name="meeting_one_waiting", fields=("subject",), condition=Q(state__in=WAITING)
            ),
        )
        indexes = (models.Index(fields=("subject",), name="meeting_of_subject"),)
