"""The physical seals of committees."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from zhengyin.seals.kinds import SealKind, Shape
from zhengyin.seals.specification import LEAST_MM, MOST_MM
from zhengyin.seals.workflow import SealState

_NOT_ISSUED = Q(made_on=None, issued_on=None, issued_at=None, received_by="", receipt=None)
_ISSUED = Q(made_on__isnull=False, issued_on__isnull=False, issued_at__isnull=False) & ~Q(received_by="")
_BEFORE = (SealState.ENGRAVING.value, SealState.CALLED_OFF.value)
_SINCE = tuple(state.value for state in SealState if state.value not in _BEFORE)


class Seal(models.Model):
    """One seal. What is engraved and how it was ordered never changes; `state` is a cache of the lines.

    `name` is what is engraved. Days are those on paper; `ordered_at` and `issued_at` are when the act
    was recorded here. `replaces` is the seal in whose place this one was ordered.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    committee = models.ForeignKey("regions.Committee", on_delete=models.PROTECT, related_name="seals")
    kind = models.CharField(max_length=12)
    purpose = models.CharField(max_length=40, default="")
    name = models.CharField(max_length=120)
    state = models.CharField(max_length=20)
    county_code = models.CharField(max_length=12)
    ordered_at = models.DateTimeField()
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replacements")
    shape = models.CharField(max_length=20, default=Shape.ROUND.value)
    diameter_mm = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    star = models.BooleanField(default=True)
    second_script = models.ForeignKey(
        "documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+"
    )
    material = models.CharField(max_length=40, default="")
    engraver = models.CharField(max_length=80, default="")
    police_number = models.CharField(max_length=60, default="")
    made_on = models.DateField(null=True)
    issued_on = models.DateField(null=True)
    issued_at = models.DateTimeField(null=True)
    received_by = models.CharField(max_length=30, default="")
    receipt = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    impression = models.ForeignKey(
        "documents.StoredFile", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="seals_seal_kind",
                condition=Q(kind=SealKind.OFFICIAL.value, purpose="")
                | Q(kind=SealKind.SPECIAL.value) & ~Q(purpose=""),
            ),
            models.CheckConstraint(name="seals_seal_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="seals_seal_shape", condition=Q(shape__in=[shape.value for shape in Shape])
            ),
            models.CheckConstraint(
                name="seals_seal_diameter",
                condition=Q(diameter_mm=None) | Q(diameter_mm__gte=LEAST_MM, diameter_mm__lte=MOST_MM),
            ),
            models.CheckConstraint(
                name="seals_seal_state_fits",
                condition=Q(state__in=_BEFORE) & _NOT_ISSUED | Q(state__in=_SINCE) & _ISSUED,
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
            models.UniqueConstraint(
                name="seals_one_being_engraved",
                fields=("committee", "kind", "purpose"),
                condition=Q(state=SealState.ENGRAVING.value),
            ),
        )
        indexes = (models.Index(fields=("county_code",), name="seals_seal_by_county"),)
