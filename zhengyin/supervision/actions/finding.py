"""A finding is written down, answered by the committee, given back or settled by the township."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.documents import files, fonts
from zhengyin.documents.uploads import Checked
from zhengyin.people.actor import Actor
from zhengyin.people.steps import step_of
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if
from zhengyin.supervision.actions.inspection_record import (
    locked_finding,
    locked_inspection,
    write,
    write_of_finding,
)
from zhengyin.supervision.models import AnswerPhoto, Finding, Inspection
from zhengyin.supervision.policy.inspection import (
    FoundFacts,
    refusals_to_answer,
    refusals_to_record_finding,
    refusals_to_return,
    refusals_to_settle,
)
from zhengyin.supervision.topics import Topic
from zhengyin.supervision.workflow import (
    FINDING,
    INSPECTION,
    FindingAct,
    FindingState,
    InspectionAct,
    InspectionState,
)


@transaction.atomic
def record_finding(
    *, inspection_id: UUID, topic: Topic, found: str, to_do: str, due_on: date, actor: Actor, at: datetime
) -> Finding:
    """Write down one thing that is wrong; the same words again are the same finding (H4.2b)."""
    inspection = locked_inspection(inspection_id)
    step, signature = step_of(FINDING, None, FindingAct.RECORD, inspection.township_id, actor)
    planned = inspection.state == InspectionState.PLANNED
    facts = FoundFacts(
        planned, topic, frozenset(map(Topic, inspection.topics)), found, to_do, due_on,
        unprintable=fonts.uncovered_in([found, to_do]),
    )  # fmt: skip
    refuse_if(refusals_to_record_finding(facts, day_of(at)))
    said = {"topic": topic.value, "found": found.strip(), "to_do": to_do.strip(), "due_on": due_on}
    same = inspection.findings.filter(**said).first()
    if same is not None:
        return same
    finding = Finding.objects.create(
        inspection=inspection, no=inspection.findings.count() + 1, state=step.after.value,
        recorded_by_id=actor.person_id, recorded_at=at, **said,
    )  # fmt: skip
    write_of_finding(
        step.line, finding, signature, at=at, columns={"due_on": due_on.isoformat()},
        personal={"found": finding.found, "to_do": finding.to_do},
    )  # fmt: skip
    return finding


@transaction.atomic
def answer_finding(
    *, finding_id: UUID, answer: str, photos: Sequence[Checked], actor: Actor, at: datetime
) -> Finding:
    """The director says what was put right, with up to six photographs."""
    finding = locked_finding(finding_id)
    inspection = finding.inspection
    step, signature = step_of(
        FINDING, FindingState(finding.state), FindingAct.ANSWER, inspection.organization_id, actor
    )
    refuse_if(refusals_to_answer(answer, len(photos), notified=_notified(inspection)))
    finding.state, finding.answer = step.after.value, answer.strip()
    finding.answered_by_id, finding.answered_at, finding.returned_because = actor.person_id, at, ""
    finding.save(update_fields=("state", "answer", "answered_by", "answered_at", "returned_because"))
    for one in photos:
        _keep(finding, one, at)
    write_of_finding(
        step.line, finding, signature, at=at, columns={"photos": str(len(photos))},
        personal={"answer": finding.answer},
    )  # fmt: skip
    return finding


@transaction.atomic
def return_finding(*, finding_id: UUID, reason: str, actor: Actor, at: datetime) -> Finding:
    """Not put right yet: the committee answers again."""
    finding = locked_finding(finding_id)
    step, signature = step_of(
        FINDING, FindingState(finding.state), FindingAct.RETURN, finding.inspection.township_id, actor
    )
    refuse_if(refusals_to_return(reason))
    finding.state, finding.returned_because = step.after.value, reason.strip()
    finding.save(update_fields=("state", "returned_because"))
    write_of_finding(step.line, finding, signature, at=at, personal={"reason": finding.returned_because})
    return finding


@transaction.atomic
def settle_finding(*, finding_id: UUID, remark: str, actor: Actor, at: datetime) -> Finding:
    """Put right; with the last one the inspection is closed in the same transaction."""
    finding = locked_finding(finding_id)
    inspection, state = finding.inspection, FindingState(finding.state)
    step, signature = step_of(FINDING, state, FindingAct.SETTLE, inspection.township_id, actor)
    answered = state is FindingState.ANSWERED
    refuse_if(refusals_to_settle(remark, answered=answered, notified=_notified(inspection)))
    finding.state, finding.settled_remark, finding.settled_at = step.after.value, remark.strip(), at
    finding.save(update_fields=("state", "settled_remark", "settled_at"))
    write_of_finding(step.line, finding, signature, at=at, personal={"remark": finding.settled_remark})
    if not inspection.findings.exclude(state=FindingState.SETTLED.value).exists():
        _close(inspection, actor, at)
    return finding


def _close(inspection: Inspection, actor: Actor, at: datetime) -> None:
    step, signature = step_of(
        INSPECTION, InspectionState(inspection.state), InspectionAct.CLOSE, inspection.township_id, actor
    )
    inspection.state, inspection.ended_at = step.after.value, at
    inspection.save(update_fields=("state", "ended_at"))
    write(kind=step.line, inspection=inspection, subject=inspection.pk, signature=signature, at=at)


def _notified(inspection: Inspection) -> bool:
    return inspection.state != InspectionState.PLANNED


def _keep(finding: Finding, picture: Checked, at: datetime) -> None:
    file = files.put(
        data=picture.data, content_type=picture.content_type, purpose="rectification",
        owner=finding.inspection.organization_id, county_code=finding.inspection.county_code, at=at,
    )  # fmt: skip
    AnswerPhoto.objects.create(finding=finding, file=file, added_at=at)
