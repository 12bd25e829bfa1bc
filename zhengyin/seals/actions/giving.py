"""Giving a seal into a person's keeping: the office, the custody, its ground and its line."""

from datetime import date, datetime

from zhengyin.documents.models import StoredFile
from zhengyin.people import actions as people
from zhengyin.people.actor import Actor
from zhengyin.people.models import Appointment
from zhengyin.seals import queries
from zhengyin.seals.actions.record import step_of, write_of_seal
from zhengyin.seals.models import Custody, Resolution, Seal
from zhengyin.seals.policy.custody import (
    CustodyFacts,
    Entrustment,
    Ground,
    Wanted,
    mode_of,
    refusals_to_appoint_custodian,
)
from zhengyin.seals.policy.resolution import Resolution as Decided
from zhengyin.seals.queries.facts import committee_facts, office_held, paper_of
from zhengyin.seals.workflow import CUSTODY, CustodyState
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if

POSITION = "印章保管人"
CAUTION = "保管人是党组织书记，已提示并确认"
KEPT_HERE = "已留存"


def give(seal: Seal, wanted: Wanted, *, actor: Actor, at: datetime) -> Custody:
    """Enter the custody of a locked seal. Refused: policy.custody, policy.resolution, people's appoint."""
    facts = queries.facts_for_appoint_custodian(seal, wanted, actor=actor, at=at)
    refuse_if(refusals_to_appoint_custodian(facts, actor, day_of(at)))
    step, signature = step_of(CUSTODY, None, wanted.act, committee_facts(seal.committee_id), actor)
    office = _office(seal, wanted, actor, at)
    custody = _custody(seal, office, wanted, at)
    write_of_seal(
        step.line, seal, signature, at=at, subject=custody.pk, columns=_columns(facts, custody, office),
        personal={"reason": wanted.gone} if wanted.gone else {}, document_digest=_digest(custody),
    )  # fmt: skip
    return custody


def _office(seal: Seal, wanted: Wanted, actor: Actor, at: datetime) -> Appointment:
    """The office the custody rests on: the one held already for another seal, else a new one."""
    term = wanted.office_in(seal.committee_id)
    return office_held(term) or people.appoint(
        person_id=term.person_id,
        organization_id=term.organization_id,
        office=term.office,
        since=term.since,
        until=term.until,
        paper=paper_of(wanted.ground),
        nature=term.nature,
        standing=term.standing,
        position=POSITION,
        actor=actor,
        at=at,
    )


def _custody(seal: Seal, office: Appointment, wanted: Wanted, at: datetime) -> Custody:
    ground = wanted.ground
    paper = ground if isinstance(ground, Entrustment) else Entrustment(None, "")
    return Custody.objects.create(
        seal=seal,
        person_id=office.person_id,
        appointment=office,
        state=CustodyState.KEPT,
        mode=mode_of(ground),
        place=wanted.place.strip(),
        valid_from=wanted.since,
        valid_until=wanted.until if wanted.gone else None,
        term_until=None if wanted.gone else wanted.until,
        entrusted_on=paper.entrusted_on,
        document=paper.document.strip(),
        document_scan_id=paper.scan,
        resolution=None if isinstance(ground, Entrustment) else _resolution(ground, seal.county_code),
        county_code=seal.county_code,
        recorded_at=at,
    )


def _digest(custody: Custody) -> str:
    """The picture of the paper it rests on."""
    scan = custody.resolution.minutes_scan if custody.resolution else custody.document_scan
    return StoredFile.objects.get(pk=scan.pk).sha256 if scan else ""


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
        minutes_scan_id=decided.minutes_scan,
        attendance_scan_id=decided.attendance_scan,
        county_code=county_code,
    )


def _columns(facts: CustodyFacts, custody: Custody, office: Appointment) -> dict[str, str]:
    kept = {
        "custodian": office.person.name,
        "valid_from": written(custody.valid_from),
        "valid_until": written(custody.term_until or custody.valid_until),
        "place": custody.place,
        "caution": CAUTION if facts.party_secretary else "",
    }
    return {**kept, **_ground_columns(facts.ground)}


def _ground_columns(ground: Ground) -> dict[str, str]:
    if isinstance(ground, Entrustment):
        return {"entrusted_on": written(ground.entrusted_on), "document": ground.document.strip()}
    return {
        "party_nominated_on": written(ground.party_nominated_on),
        "committee_nominated_on": written(ground.committee_nominated_on),
        "meeting": ground.meeting.strip(),
        "held_on": written(ground.held_on),
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
        "attendance": KEPT_HERE if ground.attendance_scan else "",
    }


def written(day: date | None) -> str:
    """A day as the book has it; nothing for none."""
    return day.isoformat() if day else ""
