"""Who keeps the seal: appointed in the way of the place, ended by a recorded act."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people import actions as people
from zhengyin.people.actor import Actor
from zhengyin.people.models import Appointment
from zhengyin.people.offices import Office, Standing
from zhengyin.seals import queries
from zhengyin.seals.actions.record import locked, step_of, write
from zhengyin.seals.models import Custody, Resolution, Seal
from zhengyin.seals.policy.custody import (
    CustodyFacts,
    Entrustment,
    Ground,
    mode_of,
    refusals_to_appoint_custodian,
    refusals_to_end_custody,
)
from zhengyin.seals.policy.resolution import Resolution as Decided
from zhengyin.seals.queries.facts import committee_facts, paper_of
from zhengyin.seals.workflow import CUSTODY, CustodyAct, CustodyState
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if

POSITION = "印章保管人"
CAUTION = "保管人是党组织书记，已提示并确认"


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
    """Give a seal into a person's keeping, with the office of custodian: [since, until).

    `ground` is the director's Entrustment (H3.2.4a) or the meeting's Resolution (O2.3b), as the
    pack says; `place` is where the seal is kept. `party_secretary_confirmed`: the warning was read.
    Refused: the codes of policy.custody, policy.resolution and people's policy.appoint.
    """
    seal = locked(seal_id)
    facts = queries.facts_for_appoint_custodian(
        seal,
        person_id=person_id,
        since=since,
        until=until,
        standing=standing,
        ground=ground,
        place=place,
        party_secretary_confirmed=party_secretary_confirmed,
        actor=actor,
        at=at,
    )
    refuse_if(refusals_to_appoint_custodian(facts, actor, day_of(at)))
    act = CustodyAct.ENTRUST if isinstance(ground, Entrustment) else CustodyAct.DECIDE
    step, signature = step_of(CUSTODY, None, act, committee_facts(seal.committee_id), actor)
    office = people.appoint(
        person_id=person_id,
        organization_id=seal.committee_id,
        office=Office.CUSTODIAN,
        since=since,
        until=until,
        paper=paper_of(ground),
        standing=standing,
        position=POSITION,
        actor=actor,
        at=at,
    )
    custody = _custody(seal, office, ground, place.strip(), at)
    write(
        kind=step.line,
        owner=seal.committee_id,
        county_code=seal.county_code,
        subject=custody.pk,
        signature=signature,
        at=at,
        columns=_columns(facts, custody, office),
    )
    return custody


@transaction.atomic
def end_custody(*, custody_id: UUID, on: date, reason: str, actor: Actor, at: datetime) -> Custody:
    """End a custody and the office it rests on; `on` is the first day without it.

    Where the office is over already, the custody follows it to that day.
    Refused: custody_ended_already, wrong_state, wrong_office and the codes of people's policy.end.
    """
    # The seal's row first, as in every act on a seal: a paper being sealed comes before or after, whole.
    locked(Custody.objects.values_list("seal_id", flat=True).get(pk=custody_id))
    rows = Custody.objects.select_for_update(of=("self",))
    custody = rows.select_related("seal", "appointment", "person").get(pk=custody_id)
    facts = queries.facts_for_end_custody(custody, on=on, reason=reason)
    refuse_if(refusals_to_end_custody(facts, actor, day_of(at)))
    committee = committee_facts(custody.seal.committee_id)
    state = CustodyState(custody.state)
    step, signature = step_of(CUSTODY, state, CustodyAct.END, committee, actor)
    ends = custody.appointment.valid_until if facts.office_over else on
    # First the custody, then the office: the other way round it would outlive its office for a moment.
    custody.state, custody.valid_until = step.after, ends
    custody.save(update_fields=("state", "valid_until"))
    if not facts.office_over:
        people.end_appointment(
            appointment_id=custody.appointment_id, on=on, reason=reason, with_custody=True, actor=actor, at=at
        )
    write(
        kind=step.line,
        owner=committee.organization_id,
        county_code=custody.county_code,
        subject=custody.pk,
        signature=signature,
        at=at,
        columns={
            "seal": custody.seal.name,
            "custodian": custody.person.name,
            "valid_until": _written(ends),
            "reason": reason.strip(),
        },
    )
    return custody


def _custody(seal: Seal, office: Appointment, ground: Ground, place: str, at: datetime) -> Custody:
    return Custody.objects.create(
        seal=seal,
        person_id=office.person_id,
        appointment=office,
        state=CustodyState.KEPT,
        mode=mode_of(ground),
        place=place,
        valid_from=office.valid_from,
        valid_until=office.valid_until,
        entrusted_on=ground.entrusted_on if isinstance(ground, Entrustment) else None,
        document=ground.document.strip() if isinstance(ground, Entrustment) else "",
        resolution=None if isinstance(ground, Entrustment) else _resolution(ground, seal.county_code),
        county_code=seal.county_code,
        recorded_at=at,
    )


def _resolution(decided: Decided, county_code: str) -> Resolution:
    assert decided.party_nominated_on and decided.committee_nominated_on and decided.held_on
    return Resolution.objects.create(
        meeting=decided.meeting.strip(),
        party_nominated_on=decided.party_nominated_on,
        committee_nominated_on=decided.committee_nominated_on,
        held_on=decided.held_on,
        presided_by=decided.presided_by.strip(),
        eligible=decided.eligible,
        present=decided.present,
        votes_for=decided.votes_for,
        votes_against=decided.votes_against,
        abstentions=decided.abstentions,
        quorum=decided.quorum,
        majority=decided.majority,
        article=decided.article.strip(),
        minutes=decided.minutes.strip(),
        county_code=county_code,
    )


def _columns(facts: CustodyFacts, custody: Custody, office: Appointment) -> dict[str, str]:
    seal = {
        "seal": facts.seal_name,
        "custodian": office.person.name,
        "valid_from": _written(custody.valid_from),
        "valid_until": _written(custody.valid_until),
        "place": custody.place,
        "caution": CAUTION if facts.party_secretary else "",
    }
    return {**seal, **_ground_columns(facts.ground)}


def _ground_columns(ground: Ground) -> dict[str, str]:
    if isinstance(ground, Entrustment):
        return {"entrusted_on": _written(ground.entrusted_on), "document": ground.document.strip()}
    return {
        "party_nominated_on": _written(ground.party_nominated_on),
        "committee_nominated_on": _written(ground.committee_nominated_on),
        "meeting": ground.meeting.strip(),
        "held_on": _written(ground.held_on),
        "presided_by": ground.presided_by.strip(),
        "eligible": str(ground.eligible),
        "present": str(ground.present),
        "votes_for": str(ground.votes_for),
        "votes_against": str(ground.votes_against),
        "abstentions": str(ground.abstentions),
        "quorum": str(ground.quorum),
        "majority": str(ground.majority),
        "article": ground.article.strip(),
        "minutes": ground.minutes.strip(),
    }


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""
