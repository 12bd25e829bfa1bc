"""及时反馈: a finding goes up to the county, with the item and department it concerns, and is answered."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.people.steps import step_of
from zhengyin.regions.models import Organization
from zhengyin.regions.names import OrganizationKind
from zhengyin.shared.refusal import refuse_if
from zhengyin.supervision.actions.inspection_record import locked_finding, write_of_finding
from zhengyin.supervision.models import Feedback
from zhengyin.supervision.policy.inspection import refusals_to_answer_feedback, refusals_to_feed_back
from zhengyin.supervision.workflow import FEEDBACK, FeedbackAct, FeedbackState, InspectionState


@transaction.atomic
def send_feedback(
    *, finding_id: UUID, item: str, department: str, words: str, actor: Actor, at: datetime
) -> Feedback:
    """Tell the county of a finding, once. `item` and `department` may be empty (H4.2b)."""
    finding = locked_finding(finding_id)
    inspection = finding.inspection
    step, signature = step_of(FEEDBACK, None, FeedbackAct.SEND, inspection.township_id, actor)
    sent = Feedback.objects.filter(finding=finding).exists()
    notified = inspection.state != InspectionState.PLANNED
    refuse_if(refusals_to_feed_back(words, sent=sent, notified=notified))
    row = Feedback.objects.create(
        county_code=inspection.county_code, finding=finding, state=step.after.value, item=item.strip(),
        department=department.strip(), words=words.strip(), sent_by_id=actor.person_id, sent_at=at,
    )  # fmt: skip
    write_of_finding(
        step.line, finding, signature, at=at, subject=row.pk,
        columns={"item": row.item, "department": row.department}, personal={"words": row.words},
    )  # fmt: skip
    return row


@transaction.atomic
def answer_feedback(*, feedback_id: UUID, answer: str, actor: Actor, at: datetime) -> Feedback:
    """The county's lead body answers; township and committee read it."""
    row = Feedback.objects.select_for_update(of=("self",)).get(pk=feedback_id)
    lead = Organization.objects.values_list("pk", flat=True).get(
        county_code=row.county_code, kind=OrganizationKind.COUNTY_LEAD.value
    )
    step, signature = step_of(FEEDBACK, FeedbackState(row.state), FeedbackAct.ANSWER, lead, actor)
    refuse_if(refusals_to_answer_feedback(answer))
    row.state, row.answer, row.answered_by_id, row.answered_at = (
        step.after.value,
        answer.strip(),
        actor.person_id,
        at,
    )
    row.save(update_fields=("state", "answer", "answered_by", "answered_at"))
    finding = row.finding
    write_of_finding(step.line, finding, signature, at=at, subject=row.pk, personal={"answer": row.answer})
    return row
