"""What signs a committee's papers, and what they are checked against."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

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


@dataclass(frozen=True, slots=True)
class KeyShown:
    """One certificate of a committee as pages list it. `ended_at` is when it was revoked, or None."""

    serial: str
    valid_from: datetime
    valid_until: datetime
    ended_at: datetime | None
    lost_at: datetime | None
    valid: bool

    @property
    def run_out(self) -> bool:
        """It was never revoked and signs no more."""
        return not self.valid and self.ended_at is None


def keys_of(organization_id: UUID, at: datetime) -> tuple[KeyShown, ...]:
    """Every certificate the committee ever had, the newest first."""
    rows = SigningCertificate.objects.filter(committee_id=organization_id).order_by("-valid_from", "id")
    return tuple(
        KeyShown(
            serial=row.serial,
            valid_from=row.valid_from,
            valid_until=row.valid_until,
            ended_at=row.revoked_at,
            lost_at=row.lost_at,
            valid=row.revoked_at is None and row.valid_from <= at < row.valid_until,
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class KeyGone:
    """A signing key reported lost, none issued since: nothing is sealed until the township issues one."""

    committee_id: UUID
    committee: str
    township: str
    since: datetime  # the earliest moment it may have been in other hands
    stopped_at: datetime


def keys_gone(committees: Q) -> tuple[KeyGone, ...]:
    """The longest first; `committees` narrows rows by the path `committee__`. One query.

    One of a committee that ended alarms nobody: nothing will be issued there.
    """
    rows = SigningCertificate.objects.filter(committees, lost_at__isnull=False, committee__ended_on=None)
    since = SigningCertificate.objects.filter(
        ~Q(pk=OuterRef("pk")), committee_id=OuterRef("committee_id"), valid_from__gte=OuterRef("revoked_at")
    )
    found = rows.filter(~Exists(since)).select_related("committee__township").order_by("revoked_at", "id")
    return tuple(
        KeyGone(row.committee_id, row.committee.short_name, row.committee.township.name, lost, stopped)
        for row in found
        if (lost := row.lost_at) is not None and (stopped := row.revoked_at) is not None
    )


def credential_of(row: SigningCertificate) -> Credential:
    """The row as `documents` takes it."""
    pems = (row.certificate_pem, row.key_pem, row.authority.certificate_pem)
    certificate, key, authority = (pem.encode() for pem in pems)
    return Credential(certificate, key, authority)
