"""What stands in the way of the seal, before the custodian proves again who they are."""

from datetime import datetime

from zhengyin.people.actor import Actor
from zhengyin.seals.policy.whereabouts import Where
from zhengyin.shared.refusal import Refusal
from zhengyin.workuse.facts import GrantFacts
from zhengyin.workuse.models import WorkGrant, WorkUse
from zhengyin.workuse.policy.seal import refusals_to_grant, refusals_to_seal
from zhengyin.workuse.queries.content import digest_now
from zhengyin.workuse.queries.facts import Digest, facts_for_seal


def reasons_before_grant(
    work_use: WorkUse,
    actor: Actor,
    at: datetime,
    *,
    impressions: int,
    near_relative: bool | None,
    checked: bool | None,
    where: Where,
    digest: Digest = digest_now,
) -> tuple[Refusal, ...]:
    """Why the seal would be refused whatever the second factor says; empty when only that is missing.

    To show a page `digest_of` is enough; before the grant, as at the seal, the files are read.
    """
    if early := tuple(refusals_to_grant(GrantFacts(actor.session_id is not None))):
        return early
    assert actor.session_id is not None
    supposed = WorkGrant(
        work_use=work_use, person_id=actor.person_id, session=actor.session_id, copies=work_use.copies,
        text_digest=work_use.approved_digest, granted_at=at, expires_at=at,
    )  # fmt: skip
    facts = facts_for_seal(
        work_use, supposed, copies=work_use.copies, impressions=impressions, near_relative=near_relative,
        checked=checked, where=where, digest=digest, actor=actor, at=at,
    )  # fmt: skip
    return tuple(refusals_to_seal(facts))
