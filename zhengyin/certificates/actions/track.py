"""A look by tracking code and the tail of the telephone; wrong tails lock the code."""

from uuid import UUID

from django.db import transaction
from django.db.models import F

from zhengyin.certificates import secrets
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.models.party import Role
from zhengyin.shared.refusal import Refusal, Refused

MOST_WRONG_TAILS = 5


def find_tracked(*, tracking_code: str, phone_tail: str) -> UUID:
    """Return the certificate behind a code; Refused alike for unknown, wrong and locked.

    The count of wrong tails is committed before the refusal is raised.
    """
    found = _counted(tracking_code, phone_tail)
    if found is None:
        raise Refused([Refusal("tracking_not_found")])
    return found


@transaction.atomic
def _counted(tracking_code: str, phone_tail: str) -> UUID | None:
    rows = Certificate.objects.select_for_update().filter(
        tracking_index=secrets.tracking_index(tracking_code)
    )
    certificate = rows.first()
    if certificate is None or certificate.tracking_failures >= MOST_WRONG_TAILS:
        return None
    tail = secrets.phone_tail_index(phone_tail)
    applicant = certificate.parties.get(role=Role.APPLICANT)
    if not tail or bytes(applicant.phone_index) != tail:
        rows.update(tracking_failures=F("tracking_failures") + 1)
        return None
    rows.update(tracking_failures=0)
    return certificate.id
