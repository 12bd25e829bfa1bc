"""The seal is kept at another place from now on (固定存放, H3.2.4b)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.seals.actions.record import locked, step_of, write_of_seal
from zhengyin.seals.models import Custody
from zhengyin.seals.policy.place import PlaceFacts, refusals_to_move_place
from zhengyin.seals.queries.cards import kept_on
from zhengyin.seals.queries.facts import committee_facts
from zhengyin.seals.workflow import CUSTODY, CustodyAct, CustodyState
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def move_place(*, custody_id: UUID, place: str, actor: Actor, at: datetime) -> Custody:
    """Change where the seal is kept; a seal that is out comes back to the new place.

    Refused: custody_ended_already, another_keeps_it, place_missing, place_unchanged, wrong_state,
    wrong_office.
    """
    seal = locked(Custody.objects.values_list("seal_id", flat=True).get(pk=custody_id))
    rows = Custody.objects.select_for_update(of=("self",))
    custody = rows.select_related("seal", "person").get(pk=custody_id)
    committee = committee_facts(seal.committee_id)
    step, signature = step_of(CUSTODY, CustodyState(custody.state), CustodyAct.MOVE, committee, actor)
    old = custody.place
    facts = PlaceFacts(
        committee_id=seal.committee_id,
        custodian_id=custody.person_id,
        custodian=custody.person.name,
        in_force=kept_on(day_of(at), [seal]).filter(pk=custody.pk).exists(),
        old_place=old,
        place=place,
    )
    refuse_if(refusals_to_move_place(facts, actor))
    custody.place = place.strip()
    custody.save(update_fields=("place",))
    write_of_seal(
        step.line,
        seal,
        signature,
        at=at,
        subject=custody.pk,
        columns={
            "custodian": custody.person.name,
            "old_place": old,
            "place": custody.place,
        },
    )
    return custody
