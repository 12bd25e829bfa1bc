"""A clean-up round, the units it asks, and the review of each entry."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from zhengyin.cleanup.kinds import ENDS, RESTS_ON, Verdict, Way
from zhengyin.cleanup.workflow import ReviewState, RoundState

OPEN = ReviewState.OPEN.value


class Round(models.Model):
    """`due_on` is the last day to answer, itself included; `ends_on` the first day without what ends.

    `decision` is the document by which entries ended, None where none did.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    lead = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20)
    title = models.CharField(max_length=60)
    opened_on = models.DateField()
    due_on = models.DateField()
    ends_on = models.DateField()
    opened_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    decision = models.ForeignKey(
        "catalogue.ListDecision", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="round_known_state", condition=Q(state__in=[one.value for one in RoundState])
            ),
            models.CheckConstraint(
                name="round_runs_forward",
                condition=~Q(title="") & Q(due_on__gt=F("opened_on"), ends_on__gt=F("due_on")),
            ),
            models.CheckConstraint(
                name="round_over_is_whole",
                condition=Q(state=RoundState.OPEN.value, ended_at=None, decision=None)
                | Q(state=RoundState.CANCELLED.value, ended_at__isnull=False, decision=None)
                | Q(state=RoundState.CLOSED.value, ended_at__isnull=False),
            ),
            models.UniqueConstraint(
                name="round_one_at_a_time",
                fields=("county_code",),
                condition=Q(state=RoundState.OPEN.value),
            ),
        )
        indexes = (models.Index(fields=("county_code", "-opened_on"), name="round_of_county"),)


class RoundUnit(models.Model):
    """A unit that reviews entries of a round; `body` is missing where it has no desk here."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="units")
    body = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120)

    class Meta:
        constraints = (
            models.CheckConstraint(name="round_unit_is_named", condition=~Q(name="")),
            models.UniqueConstraint(fields=("round", "name"), name="round_unit_once"),
        )
        indexes = (models.Index(fields=("body",), name="round_unit_of_body"),)


class Review(models.Model):
    """One entry of the county's own lists in a round, as the list named it that day.

    `unit` is missing while nobody is responsible. `proposal` is the draft that a change became.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="reviews")
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    stated = models.TextField(blank=True)  # the bases the list states
    unit = models.ForeignKey(RoundUnit, on_delete=models.PROTECT, null=True, related_name="reviews")
    state = models.CharField(max_length=20)
    verdict = models.CharField(max_length=10, blank=True)
    basis = models.CharField(max_length=300, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    instead = models.CharField(max_length=300, blank=True)
    answered_by = models.CharField(max_length=30, blank=True)
    answered_on = models.DateField(null=True)
    way = models.CharField(max_length=10, blank=True)
    scan = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    proposal = models.ForeignKey("admission.Proposal", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="review_known_words",
                condition=Q(state__in=[one.value for one in ReviewState])
                & (Q(verdict="") | Q(verdict__in=[one.value for one in Verdict]))
                & (Q(way="") | Q(way__in=[one.value for one in Way])),
            ),
            models.CheckConstraint(
                name="review_answer_is_whole",
                condition=Q(
                    state=OPEN, verdict="", basis="", reason="", instead="", answered_by="", answered_on=None,
                    way="", scan=None,
                )
                | ~Q(state=OPEN)
                & ~Q(verdict="")
                & ~Q(way="")
                & ~Q(answered_by="")
                & Q(answered_on__isnull=False),
            ),
            models.CheckConstraint(
                name="review_keeps_by_a_basis",
                condition=~Q(verdict__in=[one.value for one in RESTS_ON]) | ~Q(basis=""),
            ),
            models.CheckConstraint(
                name="review_has_none_or_a_basis", condition=~Q(verdict=Verdict.NO_BASIS.value) | Q(basis="")
            ),
            models.CheckConstraint(
                name="review_says_why",
                condition=~Q(verdict__in=[Verdict.CHANGED.value, Verdict.ENDED.value]) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="review_end_leaves_a_way",
                condition=~Q(verdict__in=[one.value for one in ENDS]) | ~Q(instead=""),
            ),
            models.CheckConstraint(
                name="review_paper_is_scanned",
                condition=Q(way=Way.PAPER.value, scan__isnull=False) | ~Q(way=Way.PAPER.value) & Q(scan=None),
            ),
            models.CheckConstraint(
                name="review_concluded_as_found",
                condition=(~Q(state=ReviewState.KEPT.value) | Q(verdict=Verdict.KEPT.value))
                & (~Q(state=ReviewState.CHANGED.value) | Q(verdict=Verdict.CHANGED.value))
                & (~Q(state=ReviewState.ENDED.value) | Q(verdict__in=[one.value for one in ENDS])),
            ),
            models.CheckConstraint(
                name="review_change_has_its_draft",
                condition=Q(state=ReviewState.CHANGED.value, proposal__isnull=False)
                | ~Q(state=ReviewState.CHANGED.value) & Q(proposal=None),
            ),
            models.UniqueConstraint(fields=("round", "code"), name="review_of_an_entry_once"),
        )  # fmt: skip
        indexes = (models.Index(fields=("round", "state"), name="review_of_round"),)
