"""The township has a seal engraved (制发, H3.2.1a)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.regions.models import Committee
from zhengyin.seals import queries
from zhengyin.seals.actions.record import step_of, write
from zhengyin.seals.kinds import KIND_LABELS, SealKind
from zhengyin.seals.models import Seal
from zhengyin.seals.policy.seal import refusals_to_order
from zhengyin.seals.workflow import SEAL, SealAct
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def order_seal(*, organization_id: UUID, actor: Actor, at: datetime) -> Seal:
    """Order the committee's official seal under its full legal name.

    Refused: another_township, virtual_community_never_issues, legal_name_not_confirmed,
    seal_already_there, wrong_office.
    """
    # The committee's row is the lock: two orders at once would both find no seal.
    committee = Committee.objects.select_for_update(of=("self",)).get(pk=organization_id)
    facts = queries.facts_for_order(organization_id)
    refuse_if(refusals_to_order(facts, actor, day_of(at)))
    step, signature = step_of(SEAL, None, SealAct.ORDER, facts.committee, actor)
    seal = Seal.objects.create(
        committee=committee,
        kind=SealKind.OFFICIAL,
        name=facts.committee.name,
        state=step.after,
        county_code=committee.county_code,
        ordered_at=at,
    )
    write(
        kind=step.line,
        owner=organization_id,
        county_code=seal.county_code,
        subject=seal.pk,
        signature=signature,
        at=at,
        columns={"seal": seal.name, "kind": KIND_LABELS[SealKind.OFFICIAL]},
    )
    return seal
