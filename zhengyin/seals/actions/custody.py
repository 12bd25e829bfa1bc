"""Who keeps the seal: appointed in the way of the place, ended by a recorded act."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people import actions as people
from zhengyin.people.actor import Actor
from zhengyin.people.models import Appointment
from zhengyin.people.offices import Standing
from zhengyin.seals import queries
from zhengyin.seals.actions.giving import give, written
from zhengyin.seals.actions.record import locked_among_all, step_of, write_of_seal
from zhengyin.seals.actions.settling import keeps_another
from zhengyin.seals.models import Custody
from zhengyin.seals.policy.custody import Ground, Wanted, refusals_to_end_custody
from zhengyin.seals.queries.facts import committee_facts
from zhengyin.seals.queries.handovers import keeps_nothing_still
from zhengyin.seals.workflow import CUSTODY, CustodyAct, CustodyState
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if

KEEPS_NO_MORE = "不再保管印章"  # in the book of offices; why, in somebody's words, lies beside our own line


@transaction.atomic
def appoint_custodian(
    *,
    seal_id: UUID,
    person_id: UUID,
    ground: Ground,
    place: str,
    since: date,
    actor: Actor,
    at: datetime,
    until: date | None = None,
    standing: Standing = Standing.REGULAR,
    party_secretary_confirmed: bool = False,
) -> Custody:
    """Give a seal into a person's keeping for the first time, with the office of custodian, from `since`.

    `until` is the first day after the agreed term: the handover begins then, and office and custody
    go on until it is done (docs/decisions/0027). A seal kept before passes on by a handover alone.

    `ground` is the director's Entrustment (H3.2.4a) or the meeting's Resolution (O2.3b), as the
    pack says; `place` is where the seal is kept. `party_secretary_confirmed`: the warning was read.
    Refused: the codes of policy.custody, policy.resolution and people's policy.appoint.
    """
    wanted = Wanted(
        person_id=person_id,
        ground=ground,
        place=place,
        since=since,
        until=until,
        standing=standing,
        party_secretary_confirmed=party_secretary_confirmed,
    )
    # With the committee's others: the office it may rest on does not end meanwhile with the last of them.
    return give(locked_among_all(seal_id), wanted, actor=actor, at=at)


@transaction.atomic
def end_custody(*, custody_id: UUID, on: date, reason: str, actor: Actor, at: datetime) -> Custody:
    """End a custody and, unless its holder keeps another seal, the office; `on` is the first day without it.

    Where the office is over already, the custody follows it to that day.
    Refused: custody_ended_already, custody_ends_today, wrong_state, wrong_office and the codes of
    people's policy.end.
    """
    # The seal's row first, as in every act on a seal: a paper being sealed comes before or after, whole.
    locked_among_all(Custody.objects.values_list("seal_id", flat=True).get(pk=custody_id))
    rows = Custody.objects.select_for_update(of=("self",))
    custody = rows.select_related("seal", "appointment", "person").get(pk=custody_id)
    facts = queries.facts_for_end_custody(custody, on=on, reason=reason)
    refuse_if(refusals_to_end_custody(facts, actor, day_of(at)))
    committee = committee_facts(custody.seal.committee_id)
    state = CustodyState(custody.state)
    step, signature = step_of(CUSTODY, state, CustodyAct.END, committee, actor)
    ends = custody.appointment.valid_until if facts.office_over else on
    # First the custody, then the office: the other way round it would outlive its office for a moment.
    custody.state, custody.valid_until, custody.ended_at = step.after, ends, at
    custody.save(update_fields=("state", "valid_until", "ended_at"))
    if not facts.office_over and not keeps_another(custody):
        people.end_appointment(
            appointment_id=custody.appointment_id,
            on=on,
            reason=KEEPS_NO_MORE,
            with_custody=True,
            actor=actor,
            at=at,
        )
    write_of_seal(
        step.line, custody.seal, signature, at=at, subject=custody.pk,
        columns={"custodian": custody.person.name, "valid_until": written(ends)},
        personal={"reason": reason.strip()},
    )  # fmt: skip
    return custody


@transaction.atomic
def end_term(*, appointment_id: UUID, on: date, reason: str, actor: Actor, at: datetime) -> Appointment:
    """End a period of office; that of a custodian by itself only where no custody rests on it any more.

    Refused: the codes of people.policy.end.
    """
    row = Appointment.objects.select_for_update(of=("self",)).get(pk=appointment_id)
    return people.end_appointment(
        appointment_id=row.pk, on=on, reason=reason, actor=actor, at=at,
        with_custody=keeps_nothing_still(row.pk),
    )  # fmt: skip
