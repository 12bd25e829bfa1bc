"""What the 证明事项登记簿 says of a certificate (H3.2.3c)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zhengyin.catalogue.kinds import Method
from zhengyin.catalogue.policy import Path
from zhengyin.certificates import secrets
from zhengyin.certificates.lines.names import IN_REGISTER
from zhengyin.certificates.models import Certificate, Delivery
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.queries.wording import parties_of
from zhengyin.certificates.workflow import State
from zhengyin.documents import signing
from zhengyin.people.models import Person
from zhengyin.registers import queries as registers
from zhengyin.shared.days import SHANGHAI

NAMES_APART = "、"


@dataclass(frozen=True, slots=True)
class Receipt:
    """How a paper of the register was signed for; the words stand in words.py."""

    how: str
    signed_by: str
    delivered_at: datetime


def receipts(certificate_ids: Iterable[UUID]) -> Mapping[UUID, Receipt]:
    """The receipts of these certificates, in one query; who is missing has not been handed over."""
    rows = Delivery.objects.filter(pk__in=list(certificate_ids))
    return {row.pk: Receipt(row.how, row.signed_by, row.delivered_at) for row in rows}


def not_signed_for(organization_id: UUID) -> int:
    """How many sealed papers of a committee still wait to be fetched."""
    return Certificate.objects.filter(organization_id=organization_id, state=State.SEALED).count()


def impressions_of(certificate: Certificate) -> str:
    """How many impressions the register says were made; empty before the seal."""
    lines = registers.lines_of(certificate.id)
    return next((line.columns["impressions"] for line in lines if line.kind in IN_REGISTER), "")


def columns_of(
    certificate: Certificate, copies: int, impressions: int, sealer: str, at: datetime
) -> dict[str, str]:
    """The statutory columns and what the product adds, in words."""
    people = (certificate.approved_by_id, certificate.countersigned_by_id, certificate.handled_by_id)
    names = dict(Person.objects.filter(pk__in=[p for p in people if p]).values_list("id", "name"))
    approvers = [names[person] for person in people[:2] if person]
    methods = certificate.checks.order_by("key").values_list("method", flat=True)
    return {
        "number": certificate.number,
        "used_at": f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}",
        "matter": certificate.title,
        "demanding_unit": certificate.demanding_unit,
        "purpose": certificate.purpose,
        "valid_until": certificate.valid_until.isoformat() if certificate.valid_until else "",
        "copies": str(copies),
        "impressions": str(impressions),
        "item_code": certificate.entry_code,
        "list_version": certificate.list_version,
        "path": Path(certificate.path).words,
        "methods": "、".join(dict.fromkeys(Method(method).words for method in methods)),
        "approver": "、".join(approvers),
        "handler": names[certificate.handled_by_id] if certificate.handled_by_id else "",
        "sealer": sealer,
        "signature_algorithm": signing.ALGORITHM,
    }


def personal_of(certificate: Certificate) -> dict[str, str]:
    """The certified persons, with the applicant's telephone: erasable, beside the line."""
    parties = parties_of(certificate)
    certified = [party for party in parties if party.role == Role.CERTIFIED]
    applicant = next(party for party in parties if party.role == Role.APPLICANT)
    numbers = [secrets.opened_word(party.id, "identity", party.identity_encrypted) for party in certified]
    return {
        "name": NAMES_APART.join(party.name for party in certified),
        "phone": secrets.opened_word(applicant.id, "phone", applicant.phone_encrypted),
        "identity": "、".join(number for number in numbers if number),
    }
