"""Who keeps which seal, from when, until when, and on what ground."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from zhengyin.regions.packs.settings import CustodianAppointment as Mode
from zhengyin.seals.workflow import CustodyState


class Resolution(models.Model):
    """The representatives' meeting's decision on a custodian; one that did not pass is no row."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    meeting = models.CharField(max_length=60)
    party_nominated_on = models.DateField()
    committee_nominated_on = models.DateField()
    held_on = models.DateField()
    presided_by = models.CharField(max_length=30)
    eligible = models.PositiveIntegerField()
    present = models.PositiveIntegerField()
    votes_for = models.PositiveIntegerField()
    votes_against = models.PositiveIntegerField()
    abstentions = models.PositiveIntegerField()
    quorum = models.PositiveIntegerField()
    majority = models.PositiveIntegerField()
    article = models.CharField(max_length=200)
    minutes = models.CharField(max_length=200)
    minutes_scan = models.ForeignKey(
        "documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+"
    )
    attendance_scan = models.ForeignKey(  # 签到表
        "documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+"
    )
    county_code = models.CharField(max_length=12)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="seals_resolution_adds_up",
                condition=Q(present=F("votes_for") + F("votes_against") + F("abstentions"))
                & Q(present__lte=F("eligible")),
            ),
            models.CheckConstraint(
                name="seals_resolution_passed",
                condition=Q(quorum__gte=1, majority__gte=1)
                & Q(present__gte=F("quorum"), votes_for__gte=F("majority"))
                & Q(votes_for__gt=F("votes_against")),
            ),
            models.CheckConstraint(
                name="seals_resolution_whole",
                condition=~Q(meeting="") & ~Q(presided_by="") & ~Q(article="") & ~Q(minutes=""),
            ),
            models.CheckConstraint(
                name="seals_resolution_nominated_first",
                condition=Q(party_nominated_on__lte=F("held_on"), committee_nominated_on__lte=F("held_on")),
            ),
        )


class Custody(models.Model):
    """A period in which a person keeps a seal: [valid_from, valid_until), open while None.

    It rests on the office of custodian, held in the seal's committee all that time (trigger); there
    people's separations bite: whoever can approve cannot hold it. Periods of a seal do not overlap.
    `term_until` is the first day after the agreed term: from then on the seal is being handed over and
    the custody goes on until the three signatures (docs/decisions/0027).
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    seal = models.ForeignKey("seals.Seal", on_delete=models.PROTECT, related_name="custodies")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    appointment = models.ForeignKey(  # one office, however many seals of the committee its holder keeps
        "people.Appointment", on_delete=models.PROTECT, related_name="custodies"
    )
    state = models.CharField(max_length=8)
    mode = models.CharField(max_length=20)
    place = models.CharField(max_length=120)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)
    term_until = models.DateField(null=True)
    entrusted_on = models.DateField(null=True)
    document = models.CharField(max_length=200, default="")
    document_scan = models.ForeignKey(
        "documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+"
    )
    resolution = models.OneToOneField(Resolution, on_delete=models.PROTECT, null=True, related_name="custody")
    county_code = models.CharField(max_length=12)
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)  # when the end was recorded; never of a day ahead (0013)

    class Meta:
        constraints = (
            models.CheckConstraint(name="seals_custody_has_a_place", condition=~Q(place="")),
            models.CheckConstraint(
                name="seals_custody_runs_forward",
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="seals_custody_term_runs_forward",
                condition=Q(term_until=None) | Q(term_until__gt=F("valid_from")),
            ),
            models.CheckConstraint(
                name="seals_custody_state_fits",
                condition=Q(state=CustodyState.KEPT.value, ended_at=None)
                | Q(state=CustodyState.CLOSED.value, valid_until__isnull=False, ended_at__isnull=False),
            ),
            models.CheckConstraint(
                name="seals_custody_has_its_ground",
                condition=Q(mode=Mode.ENTRUSTMENT.value, entrusted_on__isnull=False, resolution=None)
                & ~Q(document="")
                | Q(mode=Mode.NOMINATION_AND_VOTE.value, entrusted_on=None, document="")
                & Q(resolution__isnull=False),
            ),
        )
        indexes = (models.Index(fields=("person", "valid_from"), name="seals_custody_by_person"),)
