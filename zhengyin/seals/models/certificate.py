"""Certificates by which sealed papers can be checked. No electronic seals: 电子校验码."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q


class CountyAuthority(models.Model):
    """A county's root. A retired one signs no more, and is kept: its papers are still checked."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    county_code = models.CharField(max_length=12)
    certificate_pem = models.TextField()
    key_pem = models.TextField()  # PKCS#8, encrypted with the installation's passphrase
    serial = models.CharField(max_length=40)
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField()
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="seals_one_authority_a_county",
                fields=("county_code",),
                condition=Q(retired_at=None),
            ),
            models.CheckConstraint(
                name="seals_authority_key_encrypted", condition=Q(key_pem__contains="ENCRYPTED PRIVATE KEY")
            ),
            models.CheckConstraint(
                name="seals_authority_lasts", condition=Q(valid_until__gt=F("valid_from"))
            ),
        )


class SigningCertificate(models.Model):
    """A committee's certificate. Two of one committee are never valid at once (EXCLUDE, 0002)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    committee = models.ForeignKey(
        "regions.Committee", on_delete=models.PROTECT, related_name="signing_certificates"
    )
    authority = models.ForeignKey(CountyAuthority, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    serial = models.CharField(max_length=40)
    certificate_pem = models.TextField()
    key_pem = models.TextField()  # PKCS#8, encrypted with the installation's passphrase
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    lost_at = models.DateTimeField(null=True)  # since when its key may be in other hands
    county_code = models.CharField(max_length=12)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="seals_serial_once", fields=("authority", "serial")),
            models.CheckConstraint(
                name="seals_certificate_key_encrypted",
                condition=Q(key_pem__contains="ENCRYPTED PRIVATE KEY"),
            ),
            models.CheckConstraint(
                name="seals_certificate_lasts", condition=Q(valid_until__gt=F("valid_from"))
            ),
            models.CheckConstraint(
                name="seals_revoked_after_its_issue",
                condition=Q(revoked_at=None) | Q(revoked_at__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="seals_key_lost_is_revoked",
                condition=Q(lost_at=None) | Q(revoked_at__isnull=False, lost_at__lte=F("revoked_at")),
            ),
        )
