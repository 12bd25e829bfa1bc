"""Documents, what became of them, what was reviewed: rows that are only ever added."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from zhengyin.catalogue.bases.kinds import BasisEvent


class BasisDocument(models.Model):
    """A law or document the lists rest on, as one edition of its row says: the newest of a `key` holds.

    `valid_until` is its last day. `title_only`: no text was seen, articles are 待核. `source` says where it
    was read and how much. `recorded_by` is missing where it came with the product.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    key = models.CharField(max_length=60)
    no = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    number = models.CharField(max_length=60, blank=True)
    issued_by = models.CharField(max_length=200, blank=True)
    standing = models.CharField(max_length=20)
    confidence = models.CharField(max_length=10)
    title_only = models.BooleanField(default=False)
    issued_on = models.DateField(null=True)
    effective_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    division_code = models.CharField(max_length=12)
    source = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    demonstration = models.BooleanField(default=False)
    recorded_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("key", "no"), name="basis_edition_once"),
            models.CheckConstraint(name="basis_edition_from_one", condition=Q(no__gte=1)),
            models.CheckConstraint(name="basis_is_titled", condition=~Q(title="")),
            models.CheckConstraint(
                name="basis_demonstration_standing",
                condition=Q(demonstration=True, standing="demonstration")
                | (Q(demonstration=False) & ~Q(standing="demonstration")),
            ),
            models.CheckConstraint(
                name="basis_days_run_forward",
                condition=(Q(issued_on=None) | Q(effective_from=None) | Q(issued_on__lte=F("effective_from")))
                & (Q(valid_until=None) | Q(effective_from=None) | Q(effective_from__lte=F("valid_until")))
                & (Q(valid_until=None) | Q(issued_on=None) | Q(issued_on__lte=F("valid_until"))),
            ),
        )
        indexes = (models.Index(fields=("division_code", "key", "no"), name="basis_by_place"),)


class BasisChange(models.Model):
    """The county's lead body records that a later document repealed, amended or replaced one, from a day on.

    `counts_from` is that day, or the day it was recorded where that is later: the past stays as it was told.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    basis = models.ForeignKey(BasisDocument, on_delete=models.PROTECT, related_name="changes")
    event = models.CharField(max_length=10)
    takes_effect_on = models.DateField()
    counts_from = models.DateField()
    by_title = models.CharField(max_length=200)
    by_number = models.CharField(max_length=60, blank=True)
    articles = models.CharField(max_length=200, blank=True)
    scan = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    recorded_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="basis_change_known_event", condition=Q(event__in=[one.value for one in BasisEvent])
            ),
            models.CheckConstraint(name="basis_change_by_a_document", condition=~Q(by_title="")),
        )
        indexes = (models.Index(fields=("county_code", "counts_from"), name="basis_change_of_county"),)


class BasisMistake(models.Model):
    """What was recorded in error, a change or an own document, counts for nothing from now on."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    change = models.OneToOneField(BasisChange, on_delete=models.PROTECT, null=True, related_name="mistake")
    document = models.OneToOneField(
        BasisDocument, on_delete=models.PROTECT, null=True, related_name="mistake"
    )
    reason = models.CharField(max_length=200)
    recorded_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="basis_mistake_of_one",
                condition=Q(change=None, document__isnull=False) | Q(change__isnull=False, document=None),
            ),
            models.CheckConstraint(name="basis_mistake_has_reason", condition=~Q(reason="")),
        )


class BasisReview(models.Model):
    """An entry that rests on a changed or expired document was looked at and stays.

    `change` is what made it doubtful; without one, the document's own last day. `rests_on` says on what the
    entry rests now. `entry` is the row that was looked at; the review holds for its code.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    basis = models.ForeignKey(BasisDocument, on_delete=models.PROTECT, related_name="reviews")
    change = models.ForeignKey(BasisChange, on_delete=models.PROTECT, null=True, related_name="reviews")
    entry = models.ForeignKey("catalogue.ListEntry", on_delete=models.PROTECT, related_name="+")
    entry_code = models.CharField(max_length=20)
    reason = models.CharField(max_length=300)
    rests_on = models.CharField(max_length=200)
    recorded_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(name="basis_review_is_whole", condition=~Q(reason="") & ~Q(rests_on="")),
            models.UniqueConstraint(
                name="basis_review_once",
                fields=("county_code", "entry_code", "basis", "change"),
                nulls_distinct=False,
            ),
        )
        indexes = (models.Index(fields=("county_code", "-recorded_at"), name="basis_review_of_county"),)
