"""Packs as they were loaded, and the settings each county ended up with."""

from django.db import models
from django.db.models import Q


class Pack(models.Model):
    """A loaded pack. `content` of the national one carries the calendar."""

    name = models.CharField(max_length=40, primary_key=True)
    title = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)
    content = models.JSONField(default=dict)
    loaded_at = models.DateTimeField()


class County(models.Model):
    """A county with its whole settings: national, laid over by pack, laid over by `overrides`."""

    code = models.CharField(max_length=12, primary_key=True)
    name = models.CharField(max_length=80)
    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, related_name="counties")
    overrides = models.JSONField(default=dict)
    settings = models.JSONField()

    class Meta:
        constraints = (
            models.CheckConstraint(name="regions_county_code", condition=Q(code__regex=r"^[0-9]{6}000000$")),
        )
