"""What signs a committee's papers, and what they are checked against."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from zhengyin.documents.authority import Credential
from zhengyin.seals.models import CountyAuthority, SigningCertificate
from zhengyin.shared.refusal import Refusal, Refused


def signer_for(organization_id: UUID, at: datetime) -> Credential:
    """The committee's credential at `at`. Refused: signing_certificate_missing.

    One query; `documents.signing` keeps the unlocked key of an equal credential, so the passphrase
    is turned into a key once a process and not once a paper.
    """
    row = valid_certificates(organization_id, at).select_related("authority").first()
    if row is None:
        raise Refused([Refusal("signing_certificate_missing")])
    return credential_of(row)


def roots() -> tuple[bytes, ...]:
    """Every county's authority certificate as PEM, retired ones too: old papers hang on them."""
    rows = CountyAuthority.objects.order_by("county_code", "made_at", "id")
    return tuple(pem.encode() for pem in rows.values_list("certificate_pem", flat=True))


def roots_of(county_code: str) -> bytes:
    """One county's authority certificates as PEM, retired ones too."""
    rows = CountyAuthority.objects.filter(county_code=county_code).order_by("made_at", "id")
    return _joined(rows.values_list("certificate_pem", flat=True))


def certificates_of(organization_id: UUID) -> bytes:
    """Every certificate a committee ever signed with, as PEM; empty where it has none."""
    rows = SigningCertificate.objects.filter(committee_id=organization_id).order_by("valid_from", "id")
    return _joined(rows.values_list("certificate_pem", flat=True))


def _joined(pems: Iterable[str]) -> bytes:
    return "".join(pem if pem.endswith("\n") else f"{pem}\n" for pem in pems).encode()


def authority_of(county_code: str, at: datetime) -> CountyAuthority | None:
    """The authority that issues certificates in this county at `at`, or None."""
    return CountyAuthority.objects.filter(
        county_code=county_code, retired_at=None, valid_from__lte=at, valid_until__gt=at
    ).first()


def valid_certificates(organization_id: UUID, at: datetime) -> QuerySet[SigningCertificate]:
    """The committee's certificates that may sign at `at`; the database lets there be one."""
    return SigningCertificate.objects.filter(
        committee_id=organization_id, revoked_at=None, valid_from__lte=at, valid_until__gt=at
    ).order_by("id")


def credential_of(row: SigningCertificate) -> Credential:
    """The row as `documents` takes it."""
    pems = (row.certificate_pem, row.key_pem, row.authority.certificate_pem)
    certificate, key, authority = (pem.encode() for pem in pems)
    return Credential(certificate, key, authority)
