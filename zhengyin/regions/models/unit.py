"""Who demands certificates."""

import uuid

from django.db import models
from django.db.models import Q

from zhengyin.regions.packs.units import Party


class UnitClass(models.Model):
    """A class of units and what it means for a demand on neither list."""

    key = models.CharField(max_length=40, primary_key=True)
    name = models.CharField(max_length=80)
    party = models.CharField(max_length=8)
    investigating = models.BooleanField()
    order = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="regions_unit_party", condition=Q(party__in=[party.value for party in Party])
            ),
            models.CheckConstraint(
                name="regions_only_public_investigates",
                condition=Q(investigating=False) | Q(party=Party.PUBLIC.value),
            ),
        )


class Unit(models.Model):
    """A unit, or a kind of units, of one county. Not confirmed shows as 待核."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    unit_class = models.ForeignKey(UnitClass, on_delete=models.PROTECT, related_name="units")
    confirmed = models.BooleanField(default=False)
    listed = models.BooleanField(default=True)
    order = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(name="regions_unit_once", fields=("county_code", "key")),)
