"""A meeting is called, its votes entered, the result confirmed by another; or it fails, or is called off."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.deliberation.actions.record import hold, meeting_taken, write
from zhengyin.deliberation.kinds import MEETING_LABELS, MeetingKind
from zhengyin.deliberation.models import Meeting
from zhengyin.deliberation.policy.meeting import (
    Measure,
    Votes,
    refusals_to_confirm_meeting,
    refusals_to_convene,
    refusals_to_record_votes,
)
from zhengyin.deliberation.policy.notice import refusals_to_close
from zhengyin.deliberation.queries.facts import facts_for_convene, ground_for, votes_of
from zhengyin.deliberation.workflow import MEETING, MeetingAct
from zhengyin.people.actor import Actor
from zhengyin.people.steps import step_of
from zhengyin.regions import queries as regions
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def convene_meeting(
    *, organization_id: UUID, subject: UUID, kind: MeetingKind, matter: str, place: str, planned_on: date,
    actor: Actor, at: datetime, names: Collection[str] = (),
) -> Meeting:  # fmt: skip
    """Call a meeting. Refused: wrong_office, the codes of policy.meeting and policy.matter."""
    step, signature = step_of(MEETING, None, MeetingAct.CONVENE, organization_id, actor)
    hold(organization_id, at)
    facts = facts_for_convene(organization_id, subject, matter=matter, place=place, names=names)
    refuse_if(refusals_to_convene(facts, planned_on, day_of(at)))
    ground = ground_for(organization_id)
    meeting = Meeting.objects.create(
        county_code=regions.committee(organization_id).county_code, organization_id=organization_id,
        subject=subject, state=step.after.value, kind=kind.value, matter=matter.strip(), place=place.strip(),
        planned_on=planned_on, rule=ground.rule, rule_standing=ground.standing, law=ground.law,
        convened_by_id=actor.person_id, convened_at=at,
    )  # fmt: skip
    write(
        kind=step.line, about=meeting, signature=signature, at=at,
        columns={
            "kind": MEETING_LABELS[kind], "planned_on": planned_on.isoformat(), "place": meeting.place,
            "rule": meeting.rule, "rule_standing": meeting.rule_standing, "law": meeting.law,
        },
    )  # fmt: skip
    return meeting


@transaction.atomic
def record_votes(*, meeting_id: UUID, votes: Votes, actor: Actor, at: datetime) -> Meeting:
    """Enter what the minutes say; until somebody confirms it, it can be entered again."""
    meeting, step, signature = meeting_taken(meeting_id, MeetingAct.RECORD_VOTES, actor)
    kind, party_first = MeetingKind(meeting.kind), ground_for(meeting.organization_id).party_first
    refuse_if(
        refusals_to_record_votes(
            votes, kind,
            convened_on=day_of(meeting.convened_at), party_first=party_first, today=day_of(at),
        )
    )  # fmt: skip
    said = {name: one.strip() if isinstance(one, str) else one for name, one in asdict(votes).items()}
    same = all(getattr(meeting, name) == one for name, one in said.items())
    if same and meeting.state == step.after and meeting.recorded_by_id == actor.person_id:
        return meeting  # the same form sent twice: the minutes stand in the book already
    for name, one in said.items():
        setattr(meeting, name, one)
    meeting.state, meeting.recorded_by_id = step.after.value, actor.person_id
    meeting.save(update_fields=("state", "recorded_by", *said))
    columns = {name: "" if one is None else str(one) for name, one in said.items()}
    write(
        kind=step.line, about=meeting, signature=signature, at=at,
        columns={"kind": MEETING_LABELS[kind], **columns},
    )  # fmt: skip
    return meeting


@transaction.atomic
def confirm_meeting(*, meeting_id: UUID, measure: Measure, actor: Actor, at: datetime) -> Meeting:
    """The director says by which numbers and which article the vote passed (H3.2.2b, O2.1d)."""
    meeting, step, signature = meeting_taken(meeting_id, MeetingAct.CONFIRM, actor)
    assert meeting.recorded_by_id is not None
    refuse_if(
        refusals_to_confirm_meeting(
            votes_of(meeting), measure, recorded_by=meeting.recorded_by_id, person=actor.person_id
        )
    )
    meeting.quorum, meeting.majority, meeting.article = (
        measure.quorum,
        measure.majority,
        measure.article.strip(),
    )
    _close(meeting, step.after.value, actor, at, "quorum", "majority", "article")
    write(
        kind=step.line, about=meeting, signature=signature, at=at,
        columns={
            "quorum": str(meeting.quorum), "majority": str(meeting.majority), "article": meeting.article,
        },
    )  # fmt: skip
    return meeting


@transaction.atomic
def fail_meeting(*, meeting_id: UUID, reason: str, actor: Actor, at: datetime) -> Meeting:
    """The vote did not pass."""
    return _ended(meeting_id, MeetingAct.FAIL, reason, actor, at)


@transaction.atomic
def stop_meeting(*, meeting_id: UUID, reason: str, actor: Actor, at: datetime) -> Meeting:
    """It is not held. What was counted is not stopped (wrong_state): it passes, fails, or is counted anew."""
    return _ended(meeting_id, MeetingAct.STOP, reason, actor, at)


def _ended(meeting_id: UUID, act: MeetingAct, reason: str, actor: Actor, at: datetime) -> Meeting:
    meeting, step, signature = meeting_taken(meeting_id, act, actor)
    refuse_if(refusals_to_close(reason))
    _close(meeting, step.after.value, actor, at)
    write(kind=step.line, about=meeting, signature=signature, at=at, personal={"reason": reason.strip()})
    return meeting


def _close(meeting: Meeting, state: str, actor: Actor, at: datetime, *changed: str) -> None:
    meeting.state, meeting.closed_by_id, meeting.closed_at = state, actor.person_id, at
    meeting.save(update_fields=("state", "closed_by", "closed_at", *changed))
