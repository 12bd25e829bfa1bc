"""What signs a committee's papers, and what they are checked against."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from zhengyin.documents.authority import Credential
from zhengyin.seals.models import CountyAuthority, SigningCertificate
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal, Refused


def signer_for(organization_id: UUID, day: date) -> Credential:
    """The committee's credential on `day`. Refused: signing_certificate_missing.

    One query; `documents.signing` keeps the unlocked key of an equal credential, so the passphrase
    is turned into a key once a process and not once a paper.
    """
    rows = SigningCertificate.objects.filter(committee_id=organization_id, revoked_at=None)
    for row in rows.select_related("authority").order_by("-valid_from", "id"):
        if day_of(row.valid_from) <= day < day_of(row.valid_until):
            return credential_of(row)
    raise Refused([Refusal("signing_certificate_missing")])


def roots() -> tuple[bytes, ...]:
    """Every county's authority certificate as PEM, retired ones too: old papers hang on them."""
    rows = CountyAuthority.objects.order_by("county_code", "made_at", "id")
    return tuple(pem.encode() for pem in rows.values_list("certificate_pem", flat=True))


def authority_of(county_code: str, at: datetime) -> CountyAuthority | None:
    """The authority that issues certificates in this county at `at`, or None."""
    return CountyAuthority.objects.filter(
        county_code=county_code, retired_at=None, valid_from__lte=at, valid_until__gt=at
    ).first()


def valid_certificates(organization_id: UUID, at: datetime) -> QuerySet[SigningCertificate]:
    """The committee's certificates that may sign at `at`; the database lets there be one."""
    return SigningCertificate.objects.filter(
        Q(committee_id=organization_id, revoked_at=None, valid_until__gt=at)
    )


def credential_of(row: SigningCertificate) -> Credential:
    """The row as `documents` takes it."""
    pems = (row.certificate_pem, row.key_pem, row.authority.certificate_pem)
    certificate, key, authority = (pem.encode() for pem in pems)
    return Credential(certificate, key, authority)
