"""A look by tracking code and the tail of the telephone; wrong tails lock the code."""

from uuid import UUID

from django.db import transaction
from django.db.models import F

from zhengyin.certificates import secrets
from zhengyin.certificates.facts.applying import TrackFacts
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.policy.track import is_locked, refusals_to_track
from zhengyin.shared.refusal import refuse_if


def find_tracked(*, tracking_code: str, phone_tail: str) -> UUID:
    """Return the certificate behind a code; Refused alike for unknown, wrong and locked.

    The count of wrong tails is committed before the refusal is raised.
    """
    found, facts = _counted(tracking_code, phone_tail)
    refuse_if(refusals_to_track(facts))
    assert found is not None
    return found


@transaction.atomic
def _counted(tracking_code: str, phone_tail: str) -> tuple[UUID | None, TrackFacts]:
    rows = Certificate.objects.select_for_update().filter(
        tracking_index=secrets.tracking_index(tracking_code)
    )
    certificate = rows.first()
    if certificate is None:
        return None, TrackFacts(known=False)
    tail = secrets.phone_tail_index(phone_tail)
    applicant = certificate.parties.get(role=Role.APPLICANT)
    fits = bool(tail) and bytes(applicant.phone_index) == tail
    facts = TrackFacts(known=True, failures=certificate.tracking_failures, tail_fits=fits)
    if not is_locked(facts):
        rows.update(tracking_failures=0 if fits else F("tracking_failures") + 1)
    return certificate.id, facts
