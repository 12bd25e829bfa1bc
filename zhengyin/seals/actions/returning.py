"""A seal comes back to the township (收缴) and is destroyed there before witnesses (销毁)."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.documents.models import StoredFile
from zhengyin.people.actor import Actor
from zhengyin.seals import queries
from zhengyin.seals.actions.record import locked, move, step_of, write_of_seal
from zhengyin.seals.actions.settling import end_keeping, lapse_handover
from zhengyin.seals.actions.take_out import end_unleft, hand_in_outside
from zhengyin.seals.models import Collection, Destruction, Seal
from zhengyin.seals.policy.returning import refusals_to_collect, refusals_to_destroy
from zhengyin.seals.workflow import SEAL, SealAct, SealState
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if

COLLECTED = "印章已收缴"


@transaction.atomic
def collect_seal(
    *,
    seal_id: UUID,
    collected_on: date,
    handed_in_by: str,
    actor: Actor,
    at: datetime,
    paper_id: UUID | None = None,
) -> Seal:
    """Take a seal in: one that stands still, or the old one on the day the new one is handed out.

    Its custody ends in the same act, an open handover, and a take-out, out or only asked for.
    `handed_in_by` signed for it; `paper_id` names the stored scan of that paper (H3.2.1c, H3.2.1d).
    Refused: the codes of refusals_to_collect, wrong_state, wrong_office.
    """
    seal = locked(seal_id)
    facts = queries.facts_for_collect(seal, collected_on=collected_on, handed_in_by=handed_in_by, at=at)
    refuse_if(refusals_to_collect(facts, actor, day_of(at)))
    step, signature = step_of(SEAL, SealState(seal.state), SealAct.COLLECT, facts.committee, actor)
    paper = StoredFile.objects.get(pk=paper_id) if paper_id else None
    Collection.objects.create(
        seal=seal, collected_on=collected_on, handed_in_by=handed_in_by.strip(), paper=paper, recorded_at=at
    )
    hand_in_outside(seal=seal, actor=actor, at=at)
    end_unleft(seal, why=COLLECTED, actor=actor, at=at)
    move(seal, step.after)
    lapse_handover(seal, why=COLLECTED, actor=actor, at=at)
    end_keeping(seal, why=COLLECTED, actor=actor, at=at)
    write_of_seal(
        step.line,
        seal,
        signature,
        at=at,
        columns={"collected_on": collected_on.isoformat()},
        personal={"handed_in_by": handed_in_by.strip()},
        document_digest=paper.sha256 if paper else "",
    )
    return seal


@transaction.atomic
def destroy_seal(
    *,
    seal_id: UUID,
    destroyed_on: date,
    place: str,
    how: str,
    witnesses: tuple[str, str],
    actor: Actor,
    at: datetime,
    record_id: UUID | None = None,
) -> Seal:
    """Record that a collected seal was broken up before two witnesses, neither of them the officer.

    Refused: another_township, destroyed_on_another_day, destroyed_where, destroyed_how,
    two_witnesses_missing, officer_is_no_witness, wrong_state, wrong_office.
    """
    seal = locked(seal_id)
    facts = queries.facts_for_destroy(
        seal, destroyed_on=destroyed_on, place=place, how=how, witnesses=witnesses, officer=actor.name
    )
    refuse_if(refusals_to_destroy(facts, actor, day_of(at)))
    step, signature = step_of(SEAL, SealState(seal.state), SealAct.DESTROY, facts.committee, actor)
    first, second = (name.strip() for name in witnesses)
    row = Destruction.objects.create(
        seal=seal, destroyed_on=destroyed_on, place=place.strip(), how=how.strip(), first_witness=first,
        second_witness=second, record=StoredFile.objects.get(pk=record_id) if record_id else None,
        recorded_at=at,
    )  # fmt: skip
    move(seal, step.after)
    write_of_seal(
        step.line, seal, signature, at=at, personal={"witnesses": f"{first}、{second}"},
        columns={"destroyed_on": destroyed_on.isoformat(), "place": row.place, "how": row.how},
        document_digest=row.record.sha256 if row.record else "",
    )  # fmt: skip
    return seal
