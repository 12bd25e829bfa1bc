"""The grant before the seal: who proved again who they are, for exactly this paper and its copies."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.shared.refusal import refuse_if
from zhengyin.workuse.actions.taking import step_of
from zhengyin.workuse.facts import GrantFacts
from zhengyin.workuse.models import WorkGrant, WorkUse
from zhengyin.workuse.policy.seal import refusals_to_grant
from zhengyin.workuse.workflow import WorkAct, WorkState

GOOD_FOR = timedelta(minutes=2)


@transaction.atomic
def grant(*, work_use_id: UUID, actor: Actor, at: datetime) -> WorkGrant:
    """Record a grant. The caller has just checked the person's second factor, in its own POST."""
    work_use = WorkUse.objects.get(pk=work_use_id)
    step_of(WorkState(work_use.state), WorkAct.SEAL, work_use.organization_id, actor)
    refuse_if(refusals_to_grant(GrantFacts(actor.session_id is not None)))
    assert actor.session_id is not None
    return WorkGrant.objects.create(
        county_code=work_use.county_code,
        work_use=work_use,
        person_id=actor.person_id,
        session=actor.session_id,
        copies=work_use.copies,
        text_digest=work_use.approved_digest,
        granted_at=at,
        expires_at=at + GOOD_FOR,
    )
