"""The grant before the seal: who proved again who they are, for exactly these papers and copies."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from zhengyin.certificates.models import Certificate, Grant, GrantedPaper
from zhengyin.certificates.workflow import State
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refusal, refuse_if

GOOD_FOR = timedelta(minutes=2)


@transaction.atomic
def grant(*, certificate_ids: Sequence[UUID], actor: Actor, at: datetime) -> Grant:
    """Record a grant. The caller has just checked the person's second factor, in its own POST."""
    found = list(Certificate.objects.filter(pk__in=certificate_ids).order_by("id"))
    refuse_if(_refusals_to_grant(found, certificate_ids, actor))
    assert actor.session_id is not None
    made = Grant.objects.create(
        person_id=actor.person_id,
        session=actor.session_id,
        county_code=found[0].county_code,
        granted_at=at,
        expires_at=at + GOOD_FOR,
    )
    GrantedPaper.objects.bulk_create(
        GrantedPaper(grant=made, certificate=paper, copies=paper.copies, text_digest=paper.approved_digest)
        for paper in found
    )
    return made


def _refusals_to_grant(found: Sequence[Certificate], asked: Sequence[UUID], actor: Actor) -> list[Refusal]:
    refusals = [] if found and len(found) == len(set(asked)) else [Refusal("paper_not_found")]
    if actor.session_id is None:
        refusals.append(Refusal("session_missing"))
    for paper in found:
        if not actor.has(Office.CUSTODIAN, paper.organization_id):
            refusals.append(Refusal("wrong_office", "grant"))
        if paper.state != State.APPROVED:
            refusals.append(Refusal("wrong_state", paper.state))
    return refusals
