"""What the 证明事项登记簿 says of a certificate (H3.2.3c)."""

from datetime import datetime

from zhengyin.catalogue.kinds import Method
from zhengyin.catalogue.policy import Path
from zhengyin.certificates import secrets
from zhengyin.certificates.models import Certificate, Party
from zhengyin.certificates.models.party import Role
from zhengyin.documents import signing
from zhengyin.people.models import Person
from zhengyin.shared.days import SHANGHAI


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
        "copies": str(copies),
        "impressions": str(impressions),
        "item_code": certificate.entry_code,
        "list_version": certificate.list_version,
        "path": Path(certificate.path).words,
        "methods": "、".join(dict.fromkeys(Method(method).words for method in methods)),
        "approver": "、".join(approvers),
        "handler": names.get(certificate.handled_by_id, ""),
        "sealer": sealer,
        "signature_algorithm": signing.ALGORITHM,
    }


def personal_of(certificate: Certificate) -> dict[str, str]:
    """The certified persons, with the applicant's telephone: erasable, beside the line."""
    parties = list(Party.objects.filter(certificate=certificate).order_by("role", "position"))
    certified = [party for party in parties if party.role == Role.CERTIFIED]
    applicant = next(party for party in parties if party.role == Role.APPLICANT)
    numbers = [secrets.opened_word(party.id, "identity", party.identity_encrypted) for party in certified]
    return {
        "name": "、".join(party.name for party in certified),
        "phone": secrets.opened_word(applicant.id, "phone", applicant.phone_encrypted),
        "identity": "、".join(number for number in numbers if number),
    }
