"""The grant before the seal: who proved again who they are, for exactly these papers and copies."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from zhengyin.certificates.facts.sealing import GrantFacts
from zhengyin.certificates.models import Certificate, Grant, GrantedPaper, GrantedSlip, Slip
from zhengyin.certificates.policy.grant import refusals_to_grant
from zhengyin.certificates.queries.sealing import paper_asked, slip_asked
from zhengyin.people.actor import Actor
from zhengyin.shared.refusal import refuse_if

GOOD_FOR = timedelta(minutes=2)


@transaction.atomic
def grant(*, certificate_ids: Sequence[UUID], actor: Actor, at: datetime) -> Grant:
    """Record a grant. The caller has just checked the person's second factor, in its own POST."""
    found = list(Certificate.objects.filter(pk__in=certificate_ids).order_by("id"))
    asked = tuple(paper_asked(paper, actor) for paper in found)
    whole = bool(found) and len(found) == len(set(certificate_ids))
    refuse_if(refusals_to_grant(GrantFacts(actor.session_id is not None, whole, asked)))
    made = _granted(found[0].county_code, actor, at)
    GrantedPaper.objects.bulk_create(
        GrantedPaper(grant=made, certificate=paper, copies=paper.copies, text_digest=paper.approved_digest)
        for paper in found
    )
    return made


@transaction.atomic
def grant_slip(*, slip_id: UUID, actor: Actor, at: datetime) -> Grant:
    """The same for one slip of paper that is to be entered."""
    slip = Slip.objects.get(pk=slip_id)
    refuse_if(refusals_to_grant(GrantFacts(actor.session_id is not None, True, (slip_asked(slip, actor),))))
    made = _granted(slip.county_code, actor, at)
    GrantedSlip.objects.create(grant=made, slip=slip)
    return made


def _granted(county_code: str, actor: Actor, at: datetime) -> Grant:
    assert actor.session_id is not None
    return Grant.objects.create(
        person_id=actor.person_id, session=actor.session_id, county_code=county_code, granted_at=at,
        expires_at=at + GOOD_FOR,
    )  # fmt: skip
