"""违规: recorded, heard, handled from reminder to transfer, closed; or found to be none (O2.3d)."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.people.steps import step_of
from zhengyin.registers import actions as registers
from zhengyin.registers.actions import NOTHING
from zhengyin.registers.lines import Signature
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if
from zhengyin.shared.workflow import Step
from zhengyin.supervision.inspection_lines import BOOK
from zhengyin.supervision.models import Handled, Violation
from zhengyin.supervision.policy.violation import (
    MeasureGiven,
    WrongGiven,
    refusals_to_close_wrong,
    refusals_to_dismiss,
    refusals_to_handle,
    refusals_to_hear,
    refusals_to_record_wrong,
)
from zhengyin.supervision.queries.violations import facts_for_handle, facts_for_record_wrong, rule_for
from zhengyin.supervision.workflow import VIOLATION, ViolationAct, ViolationState
from zhengyin.supervision.wrongs import (
    MEASURE_LABELS,
    SOURCE_LABELS,
    WRONG_LABELS,
    Measure,
    Wrong,
)


@transaction.atomic
def record_violation(*, organization_id: UUID, given: WrongGiven, actor: Actor, at: datetime) -> Violation:
    """Record what was done wrong in a committee below this office. Refused: policy.violation."""
    step, signature = step_of(VIOLATION, None, ViolationAct.RECORD, organization_id, actor)
    registers.hold(owner=given.committee, book=BOOK, year=day_of(at).year)
    facts, county = facts_for_record_wrong(organization_id, given)
    refuse_if(refusals_to_record_wrong(facts, day_of(at)))
    rule, standing = rule_for(county)
    row = Violation.objects.create(
        county_code=county, organization_id=given.committee, office_id=organization_id,
        state=step.after.value, wrong=given.wrong.value, source=given.source.value,
        happened_on=given.happened_on, rule=rule, rule_standing=standing,
        recorded_by_id=actor.person_id, recorded_at=at,
    )  # fmt: skip
    _write(
        step.line, row, signature, at=at,
        columns={
            "source": SOURCE_LABELS[given.source], "happened_on": given.happened_on.isoformat(),
            "offices": given.offices.strip(), "rule": rule, "rule_standing": standing,
        },
        personal={"persons": given.persons.strip(), "facts": given.facts.strip()},
    )  # fmt: skip
    return row


@transaction.atomic
def hear_violation(*, violation_id: UUID, said: str, actor: Actor, at: datetime) -> Violation:
    """What whoever it concerns says about it, before anything is decided."""
    row, step, signature = _taken(violation_id, ViolationAct.HEAR, actor)
    refuse_if(refusals_to_hear(said))
    row.state = step.after.value
    row.save(update_fields=("state",))
    _write(step.line, row, signature, at=at, personal={"said": said.strip()})
    return row


@transaction.atomic
def handle_violation(*, violation_id: UUID, given: MeasureGiven, actor: Actor, at: datetime) -> Violation:
    """One measure, heavier than the one before."""
    row, step, signature = _taken(violation_id, ViolationAct.HANDLE, actor)
    refuse_if(refusals_to_handle(facts_for_handle(row, given), day_of(at)))
    transferred = given.measure is Measure.TRANSFER
    taken = Handled.objects.create(
        violation=row, measure=given.measure.value, done_on=given.done_on,
        body=given.body.strip() if transferred else "",
        document=given.document.strip(), handled_by_id=actor.person_id, handled_at=at,
    )  # fmt: skip
    row.state = step.after.value
    row.save(update_fields=("state",))
    _write(
        step.line, row, signature, at=at,
        columns={
            "measure": MEASURE_LABELS[given.measure], "done_on": given.done_on.isoformat(),
            "body": taken.body, "document": taken.document,
        },
        personal={"words": given.words.strip()},
    )  # fmt: skip
    return row


@transaction.atomic
def close_violation(*, violation_id: UUID, remark: str, actor: Actor, at: datetime) -> Violation:
    """How it ended."""
    row, step, signature = _taken(violation_id, ViolationAct.CLOSE, actor)
    refuse_if(refusals_to_close_wrong(remark))
    return _ended(row, step, signature, at=at, personal={"remark": remark.strip()})


@transaction.atomic
def dismiss_violation(*, violation_id: UUID, reason: str, actor: Actor, at: datetime) -> Violation:
    """Looked into and heard: it is none."""
    row, step, signature = _taken(violation_id, ViolationAct.DISMISS, actor)
    refuse_if(refusals_to_dismiss(reason))
    return _ended(row, step, signature, at=at, personal={"reason": reason.strip()})


def _taken(
    violation_id: UUID, act: ViolationAct, actor: Actor
) -> tuple[Violation, Step[ViolationState, ViolationAct], Signature]:
    row = Violation.objects.select_for_update(of=("self",)).get(pk=violation_id)
    return row, *step_of(VIOLATION, ViolationState(row.state), act, row.office_id, actor)


def _ended(
    row: Violation,
    step: Step[ViolationState, ViolationAct],
    signature: Signature,
    *,
    at: datetime,
    personal: Mapping[str, str],
) -> Violation:
    row.state, row.ended_at = step.after.value, at
    row.save(update_fields=("state", "ended_at"))
    _write(step.line, row, signature, at=at, personal=personal)
    return row


def _write(
    kind: str,
    row: Violation,
    signature: Signature,
    *,
    at: datetime,
    columns: Mapping[str, str] = NOTHING,
    personal: Mapping[str, str] = NOTHING,
) -> None:
    registers.write(
        kind=kind, owner=row.organization_id, county_code=row.county_code, subject=row.pk, happened_at=at,
        signature=signature, columns={"wrong": WRONG_LABELS[Wrong(row.wrong)], **columns}, personal=personal,
    )  # fmt: skip
