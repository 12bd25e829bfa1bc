"""The handover of a seal: opened, the successor named, listed, taken back."""

from dataclasses import asdict, replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from zhengyin.people.actor import Actor
from zhengyin.people.models import Person
from zhengyin.seals import queries
from zhengyin.seals.actions.giving import written
from zhengyin.seals.actions.record import locked, step_of, write
from zhengyin.seals.kinds import HANDOVER_LABELS, HandoverReason
from zhengyin.seals.models import Handover, Seal
from zhengyin.seals.policy.handover import (
    Listing,
    refusals_to_cancel,
    refusals_to_list,
    refusals_to_name,
    refusals_to_open_handover,
)
from zhengyin.seals.queries.facts import committee_facts
from zhengyin.seals.queries.handover import due_on
from zhengyin.seals.queries.handovers import (
    facts_for_cancel,
    facts_for_name,
    facts_for_open,
    keeper_of,
    number_of,
    registers_in_words,
)
from zhengyin.seals.workflow import HANDOVER, HandoverAct, HandoverState
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def open_handover(
    *, seal_id: UUID, reason: HandoverReason, changed_on: date | None, actor: Actor, at: datetime
) -> Handover:
    """Begin to hand a seal over; the days count from `changed_on`, or from a change before it.

    Refused: seal_not_in_use, handover_open_already, nobody_hands_over, change_day_wrong, wrong_office.
    """
    seal = locked(seal_id)
    day = day_of(at)
    queries.hold_seals(seal.committee_id)  # the numbers of a committee's handovers follow one another
    facts = facts_for_open(seal, changed_on, day)
    refuse_if(refusals_to_open_handover(facts, day))
    step, signature = step_of(HANDOVER, None, HandoverAct.OPEN, committee_facts(seal.committee_id), actor)
    custody = keeper_of(seal, day)
    assert custody is not None and changed_on is not None  # the rules asked for both
    rows = Handover.objects.filter(committee_id=seal.committee_id, year=day.year)
    row = Handover.objects.create(
        seal=seal,
        committee_id=seal.committee_id,
        custody=custody,
        county_code=seal.county_code,
        year=day.year,
        no=(rows.aggregate(last=Max("no"))["last"] or 0) + 1,
        reason=reason,
        changed_on=changed_on,
        state=step.after,
        opened_at=at,
    )
    write(
        kind=step.line,
        owner=seal.committee_id,
        county_code=seal.county_code,
        subject=row.pk,
        signature=signature,
        at=at,
        columns={
            **about(row),
            "custodian": custody.person.name,
            "reason": HANDOVER_LABELS[reason],
            "changed_on": written(changed_on),
            "due_on": written(due_on(seal.county_code, changed_on)),
        },
    )
    return row


@transaction.atomic
def name_successor(*, handover_id: UUID, person_id: UUID, actor: Actor, at: datetime) -> Handover:
    """Say who is to take over; who may keep a seal is asked again when the list is signed.

    Refused: successor_keeps_it_now, successor_may_approve, wrong_state, wrong_office.
    """
    seal, row = held(handover_id)
    person = Person.objects.get(pk=person_id)
    refuse_if(refusals_to_name(facts_for_name(seal, person, day_of(at))))
    step, signature = step_of(
        HANDOVER, HandoverState(row.state), HandoverAct.NAME, committee_facts(seal.committee_id), actor
    )
    if row.successor_id == person.pk:
        return row  # named already: the same form sent twice
    row.successor = person
    row.save(update_fields=("successor",))
    write(
        kind=step.line,
        owner=seal.committee_id,
        county_code=seal.county_code,
        subject=row.pk,
        signature=signature,
        at=at,
        columns={**about(row), "successor": person.name},
    )
    return row


@transaction.atomic
def list_for_handover(*, handover_id: UUID, listing: Listing, actor: Actor, at: datetime) -> Handover:
    """Count what is handed over; the last numbers of the registers are read from the books now.

    Refused: listing_piece_missing, wrong_state, wrong_office.
    """
    seal, row = held(handover_id)
    refuse_if(refusals_to_list(listing))
    step, signature = step_of(
        HANDOVER, HandoverState(row.state), HandoverAct.LIST, committee_facts(seal.committee_id), actor
    )
    counted = replace(listing, registers=registers_in_words(seal.committee_id, day_of(at)))
    said = {name: words.strip() for name, words in asdict(counted).items()}
    if row.listed_at and all(getattr(row, name) == words for name, words in said.items()):
        return row  # nothing has changed since: the same form sent twice
    for name, words in said.items():
        setattr(row, name, words)
    row.listed_at = at
    row.save(update_fields=(*said, "listed_at"))
    write(
        kind=step.line,
        owner=seal.committee_id,
        county_code=seal.county_code,
        subject=row.pk,
        signature=signature,
        at=at,
        columns={**about(row), **said},
    )
    return row


@transaction.atomic
def cancel_handover(*, handover_id: UUID, reason: str, actor: Actor, at: datetime) -> Handover:
    """Take a handover back: the custodian stays, nothing had ended.

    Refused: handover_came_by_itself, handover_without_keeper, reason_missing, wrong_state, wrong_office.
    """
    seal, row = held(handover_id)
    step, signature = step_of(
        HANDOVER, HandoverState(row.state), HandoverAct.CANCEL, committee_facts(seal.committee_id), actor
    )
    refuse_if(refusals_to_cancel(facts_for_cancel(seal, reason, day_of(at))))
    row.state, row.closed_at, row.close_reason = step.after, at, reason.strip()
    row.save(update_fields=("state", "closed_at", "close_reason"))
    write(
        kind=step.line,
        owner=seal.committee_id,
        county_code=seal.county_code,
        subject=row.pk,
        signature=signature,
        at=at,
        columns={**about(row), "reason": row.close_reason},
    )
    return row


def held(handover_id: UUID) -> tuple[Seal, Handover]:
    """The seal and its handover under their row locks; the seal first, as in every act on a seal."""
    seal = locked(Handover.objects.values_list("seal_id", flat=True).get(pk=handover_id))
    rows = Handover.objects.select_for_update(of=("self",)).select_related("custody__person")
    return seal, rows.get(pk=handover_id)


def about(row: Handover) -> dict[str, str]:
    """The columns every line of a handover begins with."""
    return {"seal": row.seal.name, "number": number_of(row)}
