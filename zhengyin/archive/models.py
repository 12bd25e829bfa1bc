"""A committee's year, the parts of its package, the end of its registers. 0002 and 0003 say the rest."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from zhengyin.archive.workflow import ClosingState, YearState

_BEFORE = [YearState.PREPARED.value, YearState.RETURNED.value]
_CLOSED = [YearState.CLOSED.value, YearState.PACKED.value, YearState.RECEIVED.value]


def _person(null: bool = True) -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", null=null)


class YearEnd(models.Model):
    """One committee, one year. `heads` is a digest over the last lines of all books as they were counted."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organization = models.ForeignKey("regions.Organization", on_delete=models.PROTECT, related_name="+")
    county_code = models.CharField(max_length=12)
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20)
    fonds = models.CharField(max_length=40, blank=True)
    category = models.CharField(max_length=40, blank=True)
    box = models.CharField(max_length=40, blank=True)
    heads = models.CharField(max_length=64)
    lines = models.PositiveIntegerField()
    open_cases = models.PositiveIntegerField()
    prepared_by = _person(null=False)
    prepared_at = models.DateTimeField()
    signed_by = _person()
    signed_at = models.DateTimeField(null=True)
    closed_by = _person()
    closed_at = models.DateTimeField(null=True)
    packed_by = _person()
    packed_at = models.DateTimeField(null=True)
    manifest = models.ForeignKey(
        "documents.StoredFile", on_delete=models.PROTECT, related_name="+", null=True
    )
    signature = models.TextField(blank=True)  # the file beside the manifest
    received_by = _person()
    received_at = models.DateTimeField(null=True)
    receipt_number = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organization", "year"), name="year_end_once"),
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in YearState]), name="year_end_known_state"
            ),
            models.CheckConstraint(condition=Q(heads__regex=r"^[0-9a-f]{64}$"), name="year_end_heads_whole"),
            models.CheckConstraint(
                condition=~Q(prepared_by=F("signed_by"))
                & ~Q(prepared_by=F("closed_by"))
                & ~Q(signed_by=F("closed_by")),
                name="year_end_three_people",
            ),
            models.CheckConstraint(
                condition=Q(state__in=_BEFORE, signed_by=None, signed_at=None)
                | (~Q(state__in=_BEFORE) & Q(signed_by__isnull=False, signed_at__isnull=False)),
                name="year_end_signed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state__in=_CLOSED, closed_by__isnull=False, closed_at__isnull=False)
                | (~Q(state__in=_CLOSED) & Q(closed_by=None, closed_at=None)),
                name="year_end_closed_by_somebody",
            ),
            models.CheckConstraint(
                condition=(
                    Q(state__in=_CLOSED[1:], packed_by__isnull=False, packed_at__isnull=False)
                    & Q(manifest__isnull=False) & ~Q(signature="")
                )
                | (
                    ~Q(state__in=_CLOSED[1:])
                    & Q(packed_by=None, packed_at=None, manifest=None, signature="")
                ),
                name="year_end_packed_whole",
            ),
            models.CheckConstraint(
                condition=(
                    Q(state=YearState.RECEIVED.value, received_by__isnull=False, received_at__isnull=False)
                    & ~Q(receipt_number="")
                )
                | (
                    ~Q(state=YearState.RECEIVED.value)
                    & Q(received_by=None, received_at=None, receipt_number="")
                ),
                name="year_end_received_whole",
            ),
        )  # fmt: skip
        indexes = (models.Index(fields=("county_code", "year"), name="year_end_by_county"),)


class PackagePart(models.Model):
    """One file made for the package. Written once; the file itself lies encrypted like every other."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    year_end = models.ForeignKey(YearEnd, on_delete=models.PROTECT, related_name="parts")
    path = models.CharField(max_length=200)
    what = models.CharField(max_length=120)
    pages = models.PositiveIntegerField(default=0)  # of a print; 0 where there are none
    file = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("year_end", "path"), name="package_part_once"),
            models.CheckConstraint(condition=~Q(path="") & ~Q(what=""), name="package_part_is_named"),
        )


class EndedRegisters(models.Model):
    """The registers of a committee that ended (撤并) are closed for good: a trigger refuses any line in them.

    `heads` is a digest over the last lines of those of the year in which it was done.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organization = models.OneToOneField("regions.Organization", on_delete=models.PROTECT, related_name="+")
    county_code = models.CharField(max_length=12)
    state = models.CharField(max_length=20)
    heads = models.CharField(max_length=64)
    lines = models.PositiveIntegerField()
    closed_by = _person(null=False)
    closed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state=ClosingState.CLOSED.value), name="ended_registers_known_state"
            ),
            models.CheckConstraint(
                condition=Q(heads__regex=r"^[0-9a-f]{64}$"), name="ended_registers_heads_whole"
            ),
        )
