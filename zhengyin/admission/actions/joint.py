"""联审会议: called with an agenda, held, its conclusions written to each item in the same transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.admission.actions.record import carry_out, locked, taken
from zhengyin.admission.kinds import Conclusion
from zhengyin.admission.models import Attendance, JointItem, JointMeeting, Proposal
from zhengyin.admission.policy.joint import refusals_to_call, refusals_to_hold
from zhengyin.admission.policy.proposal import refusals_without_reason
from zhengyin.admission.queries.facts import facts_for_hold, reviewers, waits
from zhengyin.admission.workflow import JOINT, JointAct, JointState, ProposalAct
from zhengyin.people.actor import Actor
from zhengyin.people.steps import step_of
from zhengyin.regions.queries import lead_of
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import Signature
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if

ACTS = {
    Conclusion.APPROVE: ProposalAct.APPROVE,
    Conclusion.REJECT: ProposalAct.REJECT,
    Conclusion.DEFER: ProposalAct.DEFER,
}


@dataclass(frozen=True, slots=True)
class Minutes:
    """What 会议纪要, 签到 and 会签单 say. `present` by body; `signed_by` who signed for it, where it came."""

    held_on: date
    presided_by: str
    scan_id: UUID | None
    conclusions: Mapping[UUID, tuple[Conclusion | None, str]]  # by proposal
    present: Mapping[UUID, bool | None]
    signed_by: Mapping[UUID, str]


@transaction.atomic
def call_joint(
    *, county_code: str, title: str, place: str, held_on: date, proposals: Sequence[UUID], actor: Actor,
    at: datetime,
) -> JointMeeting:  # fmt: skip
    """Call the joint reviewers together about these items, in this order (H2.2c)."""
    lead = lead_of(county_code)
    step, signature = step_of(JOINT, None, JointAct.CALL, lead, actor)
    rows = {row.pk: row for row in locked(Proposal.objects.filter(pk__in=proposals, county_code=county_code))}
    called = JointItem.objects.filter(proposal__in=rows, meeting__state=JointState.CALLED)
    refuse_if(
        refusals_to_call(
            title=title, place=place, held_on=held_on, today=day_of(at), items=len(rows),
            not_waiting=tuple(row.item_name for row in rows.values() if not waits(row)),
            called_already=tuple(called.values_list("proposal__item_name", flat=True)),
        )
    )  # fmt: skip
    meeting = JointMeeting.objects.create(
        county_code=county_code, lead_id=lead, state=step.after.value, title=title.strip(),
        place=place.strip(), held_on=held_on, called_by_id=actor.person_id, called_at=at,
    )  # fmt: skip
    agenda = [rows[one] for one in dict.fromkeys(proposals) if one in rows]
    for no, row in enumerate(agenda, 1):
        JointItem.objects.create(meeting=meeting, proposal=row, no=no)
    _write(meeting, step.line, signature, at, {"place": meeting.place, "items": str(len(agenda))})
    return meeting


@transaction.atomic
def hold_joint(*, meeting_id: UUID, minutes: Minutes, actor: Actor, at: datetime) -> JointMeeting:
    """Enter what was concluded of each item; each goes on from there (H2.2b, H2.2c).

    Of an item that was withdrawn since the meeting was called nothing is concluded.
    """
    meeting = JointMeeting.objects.select_for_update(of=("self",)).get(pk=meeting_id)
    step, signature = step_of(JOINT, JointState(meeting.state), JointAct.HOLD, meeting.lead_id, actor)
    locked(Proposal.objects.filter(heard__meeting=meeting))
    facts = facts_for_hold(
        meeting, held_on=minutes.held_on, presided_by=minutes.presided_by,
        scanned=minutes.scan_id is not None, conclusions=dict(minutes.conclusions),
        present=dict(minutes.present), at=at,
    )  # fmt: skip
    refuse_if(refusals_to_hold(facts))
    meeting.state, meeting.held_on, meeting.minutes_id = step.after.value, minutes.held_on, minutes.scan_id
    meeting.presided_by, meeting.ended_at = minutes.presided_by.strip(), at
    meeting.save()
    came, absent = _attendance(meeting, minutes)
    said = []
    for item in meeting.items.select_related("proposal").order_by("no"):
        said.append(_conclude(item, minutes, meeting, actor, at))
    columns = {
        "presided_by": meeting.presided_by, "present": "、".join(came), "absent": "、".join(absent),
        "conclusions": "；".join(said),
    }  # fmt: skip
    _write(meeting, step.line, signature, at, columns)
    return meeting


@transaction.atomic
def cancel_joint(*, meeting_id: UUID, reason: str, actor: Actor, at: datetime) -> JointMeeting:
    """It is not held; its items wait for another."""
    meeting = JointMeeting.objects.select_for_update(of=("self",)).get(pk=meeting_id)
    step, signature = step_of(JOINT, JointState(meeting.state), JointAct.CANCEL, meeting.lead_id, actor)
    refuse_if(refusals_without_reason(reason))
    meeting.state, meeting.ended_at = step.after.value, at
    meeting.save(update_fields=("state", "ended_at"))
    _write(meeting, step.line, signature, at, {}, {"reason": reason.strip()})
    return meeting


def _attendance(meeting: JointMeeting, minutes: Minutes) -> tuple[list[str], list[str]]:
    came, absent = list[str](), list[str]()
    for body in reviewers(meeting.county_code):
        present = bool(minutes.present.get(body.pk))
        signed = minutes.signed_by.get(body.pk, "").strip() if present else ""
        Attendance.objects.create(meeting=meeting, body=body, present=present, signed_by=signed)
        (came if present else absent).append(body.name)
    return came, absent


def _conclude(item: JointItem, minutes: Minutes, meeting: JointMeeting, actor: Actor, at: datetime) -> str:
    if not waits(item.proposal):
        return f"{item.proposal.item_name}：已撤回"
    conclusion, words = minutes.conclusions[item.proposal_id]
    assert conclusion is not None  # the rules asked for it
    item.conclusion, item.words = conclusion.value, words.strip()
    item.save(update_fields=("conclusion", "words"))
    columns = {"meeting": meeting.title, "held_on": meeting.held_on.isoformat()}
    personal = {} if conclusion is Conclusion.APPROVE else {"reason": item.words}
    carry_out(taken(item.proposal_id, ACTS[conclusion], actor), at, columns=columns, personal=personal)
    return f"{item.proposal.item_name}：{conclusion.words}"


def _write(
    meeting: JointMeeting,
    kind: str,
    signature: Signature,
    at: datetime,
    columns: Mapping[str, str],
    personal: Mapping[str, str] | None = None,
) -> None:
    registers.write(
        kind=kind, owner=meeting.lead_id, county_code=meeting.county_code, subject=meeting.pk, happened_at=at,
        signature=signature,
        columns={"meeting": meeting.title, "held_on": meeting.held_on.isoformat(), **columns},
        personal=personal or {},
    )  # fmt: skip
