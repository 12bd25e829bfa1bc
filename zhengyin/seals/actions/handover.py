"""The handover of what one person keeps: opened, the successor named, listed, taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from zhengyin.people.actor import Actor
from zhengyin.people.models import Person
from zhengyin.registers.actions import NOTHING
from zhengyin.registers.lines import Signature
from zhengyin.seals import queries
from zhengyin.seals.actions.giving import written
from zhengyin.seals.actions.record import locked, locked_among_all, step_of, write_of_seal
from zhengyin.seals.kinds import HANDOVER_LABELS, HandoverReason
from zhengyin.seals.models import Custody, Handover, Seal
from zhengyin.seals.policy.handover import (
    Change,
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
    kept_with,
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
    """Begin to hand a seal over, with every other its keeper keeps; days count from `changed_on` or before.

    One handover: one number, a row a seal. Returns the row of this seal.
    Refused: seal_not_in_use, handover_open_already, nobody_hands_over, change_day_wrong, wrong_office.
    """
    seal = locked_among_all(seal_id)
    day = day_of(at)
    facts = facts_for_open(seal, changed_on, day)
    refuse_if(refusals_to_open_handover(facts, day))
    custody = keeper_of(seal, day)
    assert custody is not None and changed_on is not None  # the rules asked for both
    kept = kept_with(seal, custody, changed_on, day)
    return _begun(kept, Change(reason, changed_on), actor=actor, at=at)


def reopen_handover(seal: Seal, *, actor: Actor, at: datetime) -> None:
    """Go on handing a locked seal over that is back in use, where its stop broke that off: from that change.

    Else whoever was to hand it over would seal on, unmarked and for good.
    """
    rows = Handover.objects.filter(seal=seal).select_related("seal", "custody__person")
    last = rows.order_by("opened_at", "id").last()
    if last is None or last.state != HandoverState.LAPSED:
        return
    change = Change(HandoverReason(last.reason), last.changed_on)
    _begun([(seal, last.custody)], change, actor=actor, at=at)


def _begun(kept: Sequence[tuple[Seal, Custody]], change: Change, *, actor: Actor, at: datetime) -> Handover:
    """The rows of one handover, one a seal, under one number; returned is the first."""
    committee_id, day = kept[0][0].committee_id, day_of(at)
    step, signature = step_of(HANDOVER, None, HandoverAct.OPEN, committee_facts(committee_id), actor)
    numbered = Handover.objects.filter(committee_id=committee_id, year=day.year)
    no = (numbered.aggregate(last=Max("no"))["last"] or 0) + 1
    made = []
    for one, custody in kept:
        row = Handover.objects.create(
            seal=one,
            committee_id=committee_id,
            custody=custody,
            county_code=one.county_code,
            year=day.year,
            no=no,
            reason=change.reason,
            changed_on=change.on,
            state=step.after,
            opened_at=at,
        )
        columns = {
            "custodian": custody.person.name,
            "reason": HANDOVER_LABELS[change.reason],
            "changed_on": written(change.on),
            "due_on": written(due_on(one.county_code, change.on)),
        }
        note(step.line, row, signature, columns=columns, at=at)
        made.append(row)
    return made[0]


@transaction.atomic
def name_successor(*, handover_id: UUID, person_id: UUID, actor: Actor, at: datetime) -> Handover:
    """Say who is to take over; who may keep a seal is asked again when the list is signed.

    Another than the one before needs a new list: the old one was printed with another's name.
    Refused: successor_keeps_it_now, successor_may_approve, wrong_state, wrong_office.
    """
    seal, row, rows = held(handover_id)
    person = Person.objects.get(pk=person_id)
    refuse_if(refusals_to_name(facts_for_name(seal, person, day_of(at))))
    step, signature = step_of(
        HANDOVER, HandoverState(row.state), HandoverAct.NAME, committee_facts(seal.committee_id), actor
    )
    if row.successor_id == person.pk:
        return row  # named already: the same form sent twice
    for one in rows:
        if one.successor_id is not None:
            one.listed_at = None
        one.successor = person
        one.save(update_fields=("successor", "listed_at"))
        note(step.line, one, signature, columns={"successor": person.name}, at=at)
    return row


@transaction.atomic
def list_for_handover(*, handover_id: UUID, listing: Listing, actor: Actor, at: datetime) -> Handover:
    """Count what is handed over; the last numbers of the registers are read from the books now.

    Refused: listing_piece_missing, wrong_state, wrong_office.
    """
    seal, row, rows = held(handover_id)
    refuse_if(refusals_to_list(listing))
    step, signature = step_of(
        HANDOVER, HandoverState(row.state), HandoverAct.LIST, committee_facts(seal.committee_id), actor
    )
    counted = replace(listing, registers=registers_in_words(seal.committee_id, day_of(at)))
    said = {name: words.strip() for name, words in asdict(counted).items()}
    if row.listed_at and all(getattr(row, name) == words for name, words in said.items()):
        return row  # nothing has changed since: the same form sent twice
    for one in rows:
        for name, words in said.items():
            setattr(one, name, words)
        one.listed_at = at
        one.save(update_fields=(*said, "listed_at"))
        note(step.line, one, signature, columns=said, at=at)
    return row


@transaction.atomic
def cancel_handover(*, handover_id: UUID, reason: str, actor: Actor, at: datetime) -> Handover:
    """Take a handover back: the custodian stays, nothing had ended.

    Refused: handover_came_by_itself, handover_without_keeper, reason_missing, wrong_state, wrong_office.
    """
    seal, row, rows = held(handover_id)
    step, signature = step_of(
        HANDOVER, HandoverState(row.state), HandoverAct.CANCEL, committee_facts(seal.committee_id), actor
    )
    refuse_if(refusals_to_cancel(facts_for_cancel(seal, reason, day_of(at))))
    for one in rows:
        one.state, one.closed_at = step.after, at
        one.save(update_fields=("state", "closed_at"))
        note(step.line, one, signature, at=at, personal={"reason": reason.strip()})
    return row


def held(handover_id: UUID) -> tuple[Seal, Handover, list[Handover]]:
    """The seal, its handover, and the open rows of the same number, under their locks; the seals first."""
    asked = Handover.objects.values_list("committee_id", "seal_id").get(pk=handover_id)
    queries.hold_seals(asked[0])
    seal = locked(asked[1])
    every = Handover.objects.select_for_update(of=("self",)).select_related("seal", "custody__person")
    row = every.get(pk=handover_id)
    same = every.filter(committee_id=row.committee_id, year=row.year, no=row.no).exclude(pk=row.pk)
    others = [one for one in same.order_by("id") if one.state == HandoverState.OPEN]
    return seal, row, [row, *others]


def note(
    kind: str,
    row: Handover,
    signature: Signature,
    *,
    at: datetime,
    columns: Mapping[str, str] = NOTHING,
    personal: Mapping[str, str] = NOTHING,
    document_digest: str = "",
) -> None:
    """Write one line of a handover; it begins with the seal and the handover's number."""
    write_of_seal(
        kind, row.seal, signature, at=at, subject=row.pk, columns={"number": number_of(row), **columns},
        personal=personal, document_digest=document_digest,
    )  # fmt: skip
