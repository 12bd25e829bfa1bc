"""Three persons are three fields: who asks, who is certified, who comes in their place."""

from enum import StrEnum
from uuid import uuid4

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from zhengyin.certificates.models.certificate import Certificate


class Role(StrEnum):
    """What a person is to a certificate."""

    APPLICANT = "applicant"
    CERTIFIED = "certified"
    PROXY = "proxy"


class Party(models.Model):
    """One person of a certificate. An identity number is optional where the item says so."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="parties")
    role = models.CharField(max_length=10, choices=[(r.value, r.name) for r in Role])
    position = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=30)
    identity_kind = models.CharField(max_length=20, default="")
    identity_encrypted = models.BinaryField(default=b"")
    identity_index = models.BinaryField(default=b"")
    identity_note = models.CharField(max_length=60, default="")  # why a wrong check digit was taken
    phone_encrypted = models.BinaryField(default=b"")
    phone_index = models.BinaryField(default=b"")  # of the last four digits, for tracking
    relation = models.CharField(max_length=20, default="")
    deceased = models.BooleanField(default=False)
    died_on = models.DateField(null=True)

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(role__in=[r.value for r in Role]), name="party_known_role"),
            CheckConstraint(condition=~Q(name=""), name="party_has_a_name"),
            CheckConstraint(
                condition=~Q(role=Role.APPLICANT.value) | Q(deceased=False), name="party_applicant_lives"
            ),
            CheckConstraint(
                condition=Q(died_on__isnull=True) | Q(deceased=True), name="party_who_died_is_dead"
            ),
            UniqueConstraint(fields=("certificate", "role", "position"), name="party_place_once"),
        )
        indexes = (
            models.Index(fields=("name",), name="party_by_name"),
            models.Index(
                fields=("identity_index",), name="party_by_identity",
                condition=Q(role=Role.APPLICANT.value) & ~Q(identity_index=b""),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.name
