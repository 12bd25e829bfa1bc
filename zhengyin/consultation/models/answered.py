"""What a unit returned: each part by itself, each time kept; what became of it."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from zhengyin.admission.kinds import Way
from zhengyin.catalogue.kinds import ClassOfUse
from zhengyin.consultation.kinds import Part, Stance
from zhengyin.consultation.models.asked import Addressee, Clause
from zhengyin.consultation.workflow import OpinionState

GIVEN, WEIGHED = OpinionState.GIVEN.value, OpinionState.WEIGHED.value


class Reply(models.Model):
    """One part as it was returned once, the `no`-th time: the last one counts, all are kept.

    `answered_on` is the day a paper came in, else the day it was sent. `liaison` and `telephone` stand on the
    part of that name alone: an office contact, shown to the asking body and the unit itself.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    addressee = models.ForeignKey(Addressee, on_delete=models.PROTECT, related_name="replies")
    part = models.CharField(max_length=10)
    no = models.PositiveSmallIntegerField()
    stance = models.CharField(max_length=10)
    liaison = models.CharField(max_length=30, blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    way = models.CharField(max_length=10)
    answered_by = models.CharField(max_length=30)
    answered_on = models.DateField()
    recorded_at = models.DateTimeField()
    late = models.BooleanField()
    scan = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="reply_known_words",
                condition=Q(
                    part__in=[one.value for one in Part],
                    stance__in=[one.value for one in Stance],
                    way__in=[one.value for one in Way],
                )
                & ~Q(answered_by=""),
            ),
            models.CheckConstraint(
                name="reply_liaison_is_whole",
                condition=Q(part=Part.LIAISON.value, stance=Stance.GIVEN.value)
                & ~Q(liaison="")
                & ~Q(telephone="")
                | ~Q(part=Part.LIAISON.value) & Q(liaison="", telephone=""),
            ),
            models.CheckConstraint(
                name="reply_paper_is_scanned",
                condition=Q(way=Way.PAPER.value, scan__isnull=False) | ~Q(way=Way.PAPER.value) & Q(scan=None),
            ),
            models.UniqueConstraint(name="reply_no_once", fields=("addressee", "part", "no")),
        )


class Opinion(models.Model):
    """One opinion; `clause` is missing where it is about the whole. Adopted or not, with the reason."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reply = models.ForeignKey(Reply, on_delete=models.PROTECT, related_name="opinions")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, null=True, related_name="opinions")
    words = models.CharField(max_length=1000)
    state = models.CharField(max_length=30)
    taken = models.BooleanField(null=True)
    because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="clause_opinion_says_something", condition=~Q(words="")),
            models.CheckConstraint(
                name="clause_opinion_weighed_with_reason",
                condition=Q(state=GIVEN, taken=None, because="")
                | Q(state=WEIGHED, taken__isnull=False) & ~Q(because=""),
            ),
            models.UniqueConstraint(
                name="clause_opinion_once", fields=("reply", "clause"), nulls_distinct=False
            ),
        )


class ListedItem(models.Model):
    """One line of the filled list, counted from 1; what it does not say is empty."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reply = models.ForeignKey(Reply, on_delete=models.PROTECT, related_name="items")
    no = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    basis = models.CharField(max_length=100, blank=True)
    purpose = models.CharField(max_length=200, blank=True)
    class_of_use = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="listed_item_is_named",
                condition=~Q(name="")
                & (Q(class_of_use="") | Q(class_of_use__in=[one.value for one in ClassOfUse])),
            ),
            models.UniqueConstraint(name="listed_item_no_once", fields=("reply", "no")),
        )


class TakenUp(models.Model):
    """A listed item became a draft of admission in one county."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    item = models.ForeignKey(ListedItem, on_delete=models.PROTECT, related_name="taken_up")
    county_code = models.CharField(max_length=12)
    proposal = models.ForeignKey("admission.Proposal", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(name="listed_item_taken_up_once", fields=("item", "county_code")),
        )
