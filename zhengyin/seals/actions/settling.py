"""What ends with a seal's use, in the same act: its open handover, and, once it is gone, its custody."""

from datetime import date, datetime

from zhengyin.people import actions as people
from zhengyin.people.actor import Actor
from zhengyin.regions import queries as regions
from zhengyin.registers.lines import Signature
from zhengyin.seals.actions.record import step_of, write_of_seal
from zhengyin.seals.models import Custody, Handover, Seal
from zhengyin.seals.queries.facts import committee_facts
from zhengyin.seals.queries.handovers import number_of
from zhengyin.seals.workflow import CUSTODY, HANDOVER, CustodyAct, CustodyState, HandoverAct, HandoverState
from zhengyin.shared.days import day_of


def lapse_handover(seal: Seal, *, why: str, actor: Actor, at: datetime) -> None:
    """End the handover of a locked seal that stands still from now on; `why` is our words, nobody's."""
    rows = Handover.objects.select_for_update(of=("self",)).filter(seal=seal, state=HandoverState.OPEN)
    committee = committee_facts(seal.committee_id)
    for row in rows.order_by("id"):
        step, signature = step_of(HANDOVER, HandoverState.OPEN, HandoverAct.LAPSE, committee, actor)
        row.state, row.closed_at = step.after, at
        row.save(update_fields=("state", "closed_at"))
        write_of_seal(
            step.line,
            seal,
            signature,
            at=at,
            subject=row.pk,
            columns={"number": number_of(row), "reason": why},
        )


def end_keeping(seal: Seal, *, why: str, actor: Actor, at: datetime) -> None:
    """End every custody of a locked seal that the township took in or declared void, and its office.

    The office goes on where its holder keeps another seal of the committee, and where the committee ended:
    its keeper still brings slips and registers to their end (H3.2.3a, H3.2.3e; docs/decisions/0042).
    """
    stays = regions.committee(seal.committee_id).ended is not None
    rows = Custody.objects.select_for_update(of=("self",)).filter(seal=seal, state=CustodyState.KEPT)
    committee = committee_facts(seal.committee_id)
    for custody in rows.select_related("appointment", "person").order_by("valid_from", "id"):
        step, signature = step_of(CUSTODY, CustodyState.KEPT, CustodyAct.END_WITH_SEAL, committee, actor)
        on = last_day_of(custody, day_of(at))
        custody.state, custody.valid_until, custody.ended_at = step.after, on, at
        custody.save(update_fields=("state", "valid_until", "ended_at"))
        if not stays:
            end_office(custody, on=on, why=why, actor=actor, signature=signature, at=at)
        write_of_seal(
            step.line,
            seal,
            signature,
            at=at,
            subject=custody.pk,
            columns={"custodian": custody.person.name, "valid_until": on.isoformat(), "reason": why},
        )


def last_day_of(custody: Custody, today: date) -> date:
    """The first day without it: today, or when it or its office was over; never before it began."""
    ends = (custody.valid_until, custody.appointment.valid_until, today)
    return max(custody.valid_from, min(day for day in ends if day is not None))


def keeps_another(custody: Custody) -> bool:
    """Another custody still rests on the same office."""
    rows = Custody.objects.filter(appointment_id=custody.appointment_id, state=CustodyState.KEPT)
    return rows.exclude(pk=custody.pk).exists()


def end_office(
    custody: Custody, *, on: date, why: str, actor: Actor, signature: Signature, at: datetime
) -> None:
    """End the office of a custody the township ended, unless it is over or carries another."""
    until = custody.appointment.valid_until
    if keeps_another(custody) or (until is not None and until <= on):
        return
    people.end_appointment(
        appointment_id=custody.appointment_id,
        on=max(on, day_of(at)),
        reason=why,
        actor=actor,
        at=at,
        with_custody=True,
        with_seal=signature,
    )
