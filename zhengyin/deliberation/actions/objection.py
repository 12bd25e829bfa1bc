"""An objection is taken down, whoever brings it, and answered."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.deliberation.actions.record import locked_notice, write
from zhengyin.deliberation.kinds import HANDLING_LABELS, HEARD_LABELS, Handling, Heard
from zhengyin.deliberation.models import Notice, Objection
from zhengyin.deliberation.policy.objection import refusals_to_answer, refusals_to_object
from zhengyin.deliberation.workflow import (
    NOTICE,
    OBJECTION,
    NoticeAct,
    NoticeState,
    ObjectionAct,
    ObjectionState,
)
from zhengyin.people.actor import Actor
from zhengyin.people.steps import step_of
from zhengyin.registers.queries import lines_of
from zhengyin.shared.names import normalise_name
from zhengyin.shared.refusal import Refusal, Refused, refuse_if


@transaction.atomic
def record_objection(
    *, notice_id: UUID, name: str, words: str, heard: Heard, heard_at: datetime, actor: Actor, at: datetime
) -> Objection:
    """Take an objection down; a notice that was confirmed already is open again.

    `name` may be empty. Name and words stand beside the line only. Refused: wrong_state for a
    notice that failed or was ended, wrong_office, the codes of policy.objection.
    """
    notice = locked_notice(notice_id)
    step, signature = step_of(OBJECTION, None, ObjectionAct.RECORD, notice.organization_id, actor)
    if notice.state not in (NoticeState.RUNNING, NoticeState.PASSED):
        raise Refused([Refusal("wrong_state", notice.state)])
    refuse_if(refusals_to_object(words, heard_at, notice.from_on, at))
    personal = {"name": normalise_name(name), "words": words.strip()}
    begun = notice.objections.filter(heard=heard.value, heard_at=heard_at, recorded_by=actor.person_id)
    for earlier in begun.order_by("recorded_at"):
        if lines_of(earlier.id)[0].personal == personal:
            return earlier  # the same form sent twice: it was taken down already
    objection = Objection.objects.create(
        county_code=notice.county_code, notice=notice, state=step.after.value, heard=heard.value,
        heard_at=heard_at, recorded_by_id=actor.person_id, recorded_at=at,
    )  # fmt: skip
    write(
        kind=step.line, about=notice, subject=objection.id, signature=signature, at=at,
        columns={"heard_at": heard_at.isoformat(), "heard": HEARD_LABELS[heard]},
        personal=personal,
    )  # fmt: skip
    if notice.state == NoticeState.PASSED:
        _reopen(notice, actor, at)
    return objection


@transaction.atomic
def answer_objection(
    *, objection_id: UUID, handling: Handling, answer: str, actor: Actor, at: datetime
) -> Objection:
    """Say what became of an objection. Refused: wrong_state, wrong_office, answer_missing."""
    rows = Objection.objects.select_for_update(of=("self",)).select_related("notice")
    objection = rows.get(pk=objection_id)
    notice, state = objection.notice, ObjectionState(objection.state)
    step, signature = step_of(OBJECTION, state, ObjectionAct.ANSWER, notice.organization_id, actor)
    refuse_if(refusals_to_answer(answer))
    objection.state, objection.handling = step.after.value, handling.value
    objection.answered_by_id, objection.answered_at = actor.person_id, at
    objection.save(update_fields=("state", "handling", "answered_by", "answered_at"))
    write(
        kind=step.line, about=notice, subject=objection.id, signature=signature, at=at,
        columns={"handling": HANDLING_LABELS[handling]}, personal={"answer": answer.strip()},
    )  # fmt: skip
    return objection


def _reopen(notice: Notice, actor: Actor, at: datetime) -> None:
    state = NoticeState(notice.state)
    step, signature = step_of(NOTICE, state, NoticeAct.REOPEN, notice.organization_id, actor)
    notice.state, notice.closed_by_id, notice.closed_at = step.after.value, None, None
    notice.save(update_fields=("state", "closed_by", "closed_at"))
    write(kind=step.line, about=notice, signature=signature, at=at)
