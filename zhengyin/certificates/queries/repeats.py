"""The same paper for the same applicant, not long ago: told neutrally, never a refusal (O1c)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from zhengyin.certificates import secrets
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.models.certificate import SEALED_ON
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.queries.wording import parties_of
from zhengyin.certificates.workflow import State
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Organization

TOLD_IN = (State.APPLIED, State.ACCEPTED)  # while nothing has been done for it yet


@dataclass(frozen=True, slots=True)
class Earlier:
    """The newest paper of the same kind."""

    case_id: UUID
    number: str
    sealed_at: datetime


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for once more. Without an item of a list the title says what it is."""

    organization_id: UUID
    entry_code: str
    title: str


def earlier_paper(wanted: Wanted, identity: str, at: datetime) -> Earlier | None:
    """The newest within the pack's days; nobody is known by anything but a whole number."""
    return _newest(wanted, secrets.identity_index(identity), at)


def earlier_paper_of(certificate: Certificate, at: datetime) -> Earlier | None:
    """The same for a case that was applied for, while it can still be told in time."""
    if certificate.state not in TOLD_IN:
        return None
    applicant = next(one for one in parties_of(certificate) if one.role == Role.APPLICANT)
    wanted = Wanted(certificate.organization_id, certificate.entry_code, certificate.title)
    return _newest(wanted, bytes(applicant.identity_index), at)


def _newest(wanted: Wanted, index: bytes, at: datetime) -> Earlier | None:
    if not index:
        return None
    county = Organization.objects.values_list("county_code", flat=True).get(pk=wanted.organization_id)
    days = regions.settings_for(county).numbers.repeat_notice_days
    rows = Certificate.objects.filter(
        organization_id=wanted.organization_id,
        entry_code=wanted.entry_code,
        state__in=[state.value for state in SEALED_ON],
        sealed_at__gt=at - timedelta(days=days),
        parties__role=Role.APPLICANT.value,
        parties__identity_index=index,
    )
    rows = rows if wanted.entry_code else rows.filter(title=wanted.title)
    row = rows.order_by("-sealed_at").first()
    if row is None or row.sealed_at is None:
        return None
    return Earlier(row.pk, row.number, row.sealed_at)
