"""A county's authority: made at set-up, or the county's own brought in its place.

Both are commands on the server, where the passphrase of every key lies anyway; their lines say so.
"""

from datetime import datetime, timedelta
from uuid import UUID

from cryptography import x509
from django.conf import settings
from django.db import transaction

from zhengyin.documents import authority as authorities
from zhengyin.documents.authority import Credential
from zhengyin.regions.lines import BY_COMMAND
from zhengyin.regions.models import County
from zhengyin.regions.names import OrganizationKind, key_of, organization_id
from zhengyin.regions.queries import is_demonstration, is_practice
from zhengyin.seals.actions.certificates import columns_of, serial_of
from zhengyin.seals.actions.record import write
from zhengyin.seals.keys import taken
from zhengyin.seals.lines import signing as lines
from zhengyin.seals.models import CountyAuthority
from zhengyin.seals.policy.certificates import BringFacts, refusals_to_bring
from zhengyin.shared.refusal import Refusal, Refused, refuse_if

AUTHORITY_LASTS = timedelta(days=20 * 365)  # 产品默认


def make_missing_authorities(*, at: datetime) -> int:
    """Make the authority of every loaded county that has none; return how many. For set-up."""
    there = CountyAuthority.objects.filter(retired_at=None).values("county_code")
    missing = County.objects.exclude(code__in=there).order_by("code").values_list("code", flat=True)
    return len([make_county_authority(county_code=code, at=at) for code in missing])


@transaction.atomic
def make_county_authority(*, county_code: str, at: datetime) -> CountyAuthority:
    """Make a county's first authority, at set-up.

    Refused: authority_there_already.
    """
    county = County.objects.select_for_update(of=("self",)).get(pk=county_code)
    if CountyAuthority.objects.filter(county_code=county_code, retired_at=None).exists():
        raise Refused([Refusal("authority_there_already")])
    made = authorities.make_county_authority(
        name=f"证印{county.name}{'练习' if is_practice() else ''}校验根",
        code=county_code,
        demonstration=is_demonstration(),
        valid_from=at,
        valid_until=at + AUTHORITY_LASTS,
        passphrase=settings.SIGNING_PASSPHRASE,
    )
    return _record(made, county_code, kind=lines.AUTHORITY_MADE, at=at)


@transaction.atomic
def bring_county_authority(
    *, county_code: str, certificate_pem: bytes, key_pem: bytes, passphrase: bytes, at: datetime
) -> CountyAuthority:
    """Put the county's own authority in place of the present one; old papers stay checkable.

    The certificate must allow certifying, its key be P-256; the key is encrypted anew at once.
    Refused: authority_unfit, authority_there_already.
    """
    County.objects.select_for_update(of=("self",)).get(pk=county_code)
    brought = taken(certificate_pem, key_pem, passphrase, settings.SIGNING_PASSPHRASE)
    present = CountyAuthority.objects.filter(county_code=county_code, retired_at=None)
    same = present.filter(certificate_pem=brought.certificate_pem.decode()).exists()
    facts = BringFacts(brought.problem, brought.valid_from, brought.valid_until, at, same)
    refuse_if(refusals_to_bring(facts))
    present.update(retired_at=at)
    credential = Credential(brought.certificate_pem, brought.key_pem, brought.certificate_pem)
    return _record(credential, county_code, kind=lines.AUTHORITY_BROUGHT, at=at)


def lead_body_of(county_code: str) -> UUID:
    """Whose book of seals the lines of a county's authority stand in."""
    return organization_id(key_of(OrganizationKind.COUNTY_LEAD, county_code))


def _record(made: Credential, county_code: str, *, kind: str, at: datetime) -> CountyAuthority:
    certificate = x509.load_pem_x509_certificate(made.certificate_pem)
    row = CountyAuthority.objects.create(
        county_code=county_code,
        certificate_pem=made.certificate_pem.decode(),
        key_pem=made.key_pem.decode(),
        serial=serial_of(made.certificate_pem),
        valid_from=certificate.not_valid_before_utc,
        valid_until=certificate.not_valid_after_utc,
        made_at=at,
    )
    write(
        kind=kind,
        owner=lead_body_of(county_code),
        county_code=county_code,
        subject=row.pk,
        signature=BY_COMMAND,
        at=at,
        columns=columns_of(_name_in(certificate), row.serial, row.valid_until),
    )
    return row


def _name_in(certificate: x509.Certificate) -> str:
    return certificate.subject.rfc4514_string()
