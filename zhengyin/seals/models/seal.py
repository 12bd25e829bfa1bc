"""The physical seals of committees."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from zhengyin.seals.kinds import SealKind
from zhengyin.seals.workflow import SealState

_ISSUED = Q(made_on__isnull=False, issued_on__isnull=False, issued_at__isnull=False) & ~Q(received_by="")
_NOT_ISSUED = Q(made_on=None, issued_on=None, issued_at=None, received_by="")


class Seal(models.Model):
    """One seal. `name` is engraved, so it never changes; `state` is a cache of the lines.

    Days are those on paper; `ordered_at` and `issued_at` are when the act was recorded here.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    committee = models.ForeignKey("regions.Committee", on_delete=models.PROTECT, related_name="seals")
    kind = models.CharField(max_length=12)
    name = models.CharField(max_length=120)
    state = models.CharField(max_length=12)
    county_code = models.CharField(max_length=12)
    ordered_at = models.DateTimeField()
    made_on = models.DateField(null=True)
    issued_on = models.DateField(null=True)
    issued_at = models.DateTimeField(null=True)
    received_by = models.CharField(max_length=30, default="")
    impression = models.ForeignKey(
        "documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+"
    )
    lost_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="seals_seal_kind", condition=Q(kind__in=[kind.value for kind in SealKind])
            ),
            models.CheckConstraint(name="seals_seal_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="seals_seal_state_fits",
                condition=Q(state=SealState.ENGRAVING.value, lost_at=None) & _NOT_ISSUED
                | Q(state=SealState.IN_USE.value, lost_at=None) & _ISSUED
                | Q(state=SealState.STOPPED.value, lost_at__isnull=False) & _ISSUED,
            ),
            models.CheckConstraint(
                name="seals_seal_made_before_issued",
                condition=Q(made_on=None) | Q(made_on__lte=models.F("issued_on")),
            ),
            models.UniqueConstraint(
                name="seals_one_official_in_use",
                fields=("committee", "kind"),
                condition=Q(state=SealState.IN_USE.value, kind=SealKind.OFFICIAL.value),
            ),
        )
        indexes = (models.Index(fields=("county_code",), name="seals_seal_by_county"),)
