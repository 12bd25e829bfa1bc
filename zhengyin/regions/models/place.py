"""The tree of places, the bodies in it, and the committees among them."""

import uuid

from django.db import models
from django.db.models import Q

from zhengyin.regions.names import CommitteeKind, Ending, OrganizationKind, organization_id
from zhengyin.regions.packs.places import Level

# Mirrors names.committee_kind, so that no import and no hand makes a virtual community a committee.
IS_VIRTUAL = Q(code__endswith="498") | Q(name__contains="虚拟社区")
NAMED = ~Q(legal_name="") & ~Q(uscc="") & Q(legal_name_confirmed_on__isnull=False)
UNNAMED = Q(legal_name="", uscc="", legal_name_confirmed_on__isnull=True)
STANDS = Q(ended_on=None, ended_how="", merged_into=None, end_document="")
ENDED = Q(ended_on__isnull=False) & ~Q(end_document="")


class Division(models.Model):
    """A row of the statistics' code list. county_code is the own code above the county.

    pinyin has a blank between syllables, to sort by.
    """

    code = models.CharField(max_length=12, primary_key=True)
    name = models.CharField(max_length=80)
    level = models.CharField(max_length=12)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    county_code = models.CharField(max_length=12, db_index=True)
    pinyin = models.CharField(max_length=400)

    class Meta:
        constraints = (
            models.CheckConstraint(name="regions_division_code", condition=Q(code__regex=r"^[0-9]{12}$")),
            models.CheckConstraint(
                name="regions_division_level", condition=Q(level__in=[level.value for level in Level])
            ),
            models.CheckConstraint(
                name="regions_division_has_parent",
                condition=Q(level=Level.PROVINCE.value, parent__isnull=True)
                | (~Q(level=Level.PROVINCE.value) & Q(parent__isnull=False)),
            ),
        )


class Organization(models.Model):
    """A body at which offices are held. The id follows from the key, so a second load finds it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=20)
    division = models.ForeignKey(Division, on_delete=models.PROTECT, related_name="organizations")
    name = models.CharField(max_length=120)
    county_code = models.CharField(max_length=12, db_index=True)
    telephone = models.CharField(max_length=40, blank=True)
    address = models.CharField(max_length=120, blank=True)
    hours = models.CharField(max_length=80, blank=True)
    duty = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="regions_organization_kind",
                condition=Q(kind__in=[kind.value for kind in OrganizationKind]),
            ),
            models.CheckConstraint(
                name="regions_organization_key", condition=Q(key__startswith=models.F("kind"))
            ),
        )

    @classmethod
    def of(cls, key: str) -> "Organization":
        """Return the organization `kind:code`; raises DoesNotExist."""
        return cls.objects.get(pk=organization_id(key))


class Committee(models.Model):
    """A villages' or residents' committee, or a virtual community that never issues anything.

    `name` is the statistics'; `legal_name` stands only after the township confirmed it from the
    统一社会信用代码证书. The spoken columns (township and name) serve the search. One that was abolished or
    merged stays: its books are read and its papers verified for good.
    """

    organization = models.OneToOneField(Organization, on_delete=models.PROTECT, primary_key=True)
    township = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="committees")
    county_code = models.CharField(max_length=12, db_index=True)
    code = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=80)
    short_name = models.CharField(max_length=80)
    kind = models.CharField(max_length=12)
    issuer = models.BooleanField()
    legal_name = models.CharField(max_length=120, blank=True)
    uscc = models.CharField(max_length=18, blank=True)
    certificate_file = models.UUIDField(null=True)
    legal_name_confirmed_on = models.DateField(null=True)
    spoken = models.CharField(max_length=160)
    pinyin = models.CharField(max_length=400)
    initials = models.CharField(max_length=80)
    spoken_pinyin = models.CharField(max_length=800)
    spoken_initials = models.CharField(max_length=160)
    ended_on = models.DateField(null=True)  # the first day without it
    ended_how = models.CharField(max_length=12, default="")
    merged_into = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="merged")
    end_document = models.CharField(max_length=200, default="")  # the approval (批复), by name and number

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="regions_committee_ends_whole",
                condition=STANDS
                | ENDED & Q(ended_how=Ending.ABOLISHED.value, merged_into=None)
                | ENDED
                & Q(ended_how=Ending.MERGED.value, merged_into__isnull=False)
                & ~Q(merged_into=models.F("organization")),
            ),
            models.CheckConstraint(
                name="regions_committee_kind", condition=Q(kind__in=[kind.value for kind in CommitteeKind])
            ),
            models.CheckConstraint(
                name="regions_virtual_is_virtual",
                condition=(Q(kind=CommitteeKind.VIRTUAL.value) & IS_VIRTUAL)
                | (~Q(kind=CommitteeKind.VIRTUAL.value) & ~IS_VIRTUAL),
            ),
            models.CheckConstraint(
                name="regions_virtual_never_issues",
                condition=~Q(kind=CommitteeKind.VIRTUAL.value) | Q(issuer=False, legal_name=""),
            ),
            models.CheckConstraint(name="regions_legal_name_whole", condition=NAMED | UNNAMED),
            models.CheckConstraint(
                name="regions_uscc_form",
                condition=Q(uscc="") | Q(uscc__regex=r"^54[0-9A-HJ-NPQRTUWXY]{16}$"),
            ),
            models.UniqueConstraint(name="regions_uscc_once", fields=("uscc",), condition=~Q(uscc="")),
        )
