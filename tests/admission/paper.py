"""One item on its way: the acts of applicant and lead body, and the values of a case without a fault."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from tests.admission.cast import AT, DECIDED, HUINING, TODAY, WATER, scan
from tests.seals.cast import Cast
from zhengyin.admission import actions
from zhengyin.admission.actions import Minutes, Said, Typed
from zhengyin.admission.kinds import Conclusion, Kind, Stance, Way
from zhengyin.admission.models import JointMeeting, Proposal, Question
from zhengyin.admission.queries.facts import bodies_to_ask, reviewers
from zhengyin.catalogue.policy.change import Decided

ITEM = {key: one for key, one in WATER.items() if key not in ("code", "kind", "confidence")}
SAID = {
    "purpose": "供水单位办理过户", "requirements": "说明由谁接着用水",
    "why_not_shared": "没有证照，没有共享数据，不能承诺",
    "verifiable": "经办人和社长都知道", "exit_reason": "供水单位自己能查", "instead": "带身份证到供水所办理",
    "filed_because": "窗口改到镇上", "adjusted_because": "供水单位不再要户口簿",
}  # fmt: skip


def typed(**changed: Any) -> Typed:
    usual: dict[str, Any] = {
        "applicant_name": "会宁县供水公司（示例）", "liaison": "王主任", "telephone": "0943-0000900",
        "item_name": WATER["name"], "entry": ITEM, "said": SAID, **changed,
    }  # fmt: skip
    return Typed(**usual)


def drafted(cast: Cast, kind: Kind = Kind.ADMIT, **changed: Any) -> Proposal:
    """On paper, entered at the lead body's desk."""
    return actions.draft(
        county_code=HUINING, applicant_id=None, kind=kind, typed=typed(**changed),
        actor=cast.actor("hn_lead"), at=AT,
    )  # fmt: skip


def submitted(cast: Cast, kind: Kind = Kind.ADMIT, **changed: Any) -> Proposal:
    return handed_in(cast, drafted(cast, kind, **changed), scan())


def handed_in(cast: Cast, row: Proposal, paper_id: UUID | None) -> Proposal:
    return actions.submit(
        proposal_id=row.pk, paper_id=paper_id, received_on=TODAY, actor=cast.actor("hn_lead"), at=AT
    )


def accepted(cast: Cast, kind: Kind = Kind.ADMIT, **changed: Any) -> Proposal:
    row = submitted(cast, kind, **changed)
    return actions.accept(proposal_id=row.pk, actor=cast.actor("hn_lead"), at=AT)


def everybody() -> tuple[UUID, ...]:
    return tuple(bodies_to_ask(HUINING))


def consulting(
    cast: Cast, kind: Kind = Kind.ADMIT, due_on: date = TODAY + timedelta(days=10), **changed: Any
) -> Proposal:
    row = accepted(cast, kind, **changed)
    return actions.consult(
        proposal_id=row.pk, due_on=due_on, bodies=everybody(), actor=cast.actor("hn_lead"), at=AT
    )


def no_opinion(question: Question, **changed: Any) -> Question:
    said = Said(Stance.NONE, "", "张主任", None)
    return actions.answer(question_id=question.pk, said=said, way=Way.LINK, actor=None, at=AT, **changed)


def meeting(cast: Cast, kind: Kind = Kind.ADMIT, **changed: Any) -> Proposal:
    """All said that they have no opinion."""
    row = consulting(cast, kind, **changed)
    for question in row.questions.all():
        no_opinion(question)
    return actions.sum_up(proposal_id=row.pk, summary="都没有意见", actor=cast.actor("hn_lead"), at=AT)


def called(cast: Cast, *rows: Proposal, **changed: Any) -> JointMeeting:
    said: dict[str, Any] = {
        "title": "第1次联审会议（示例）",
        "place": "县民政局",
        "held_on": TODAY,
        **changed,
    }
    return actions.call_joint(
        county_code=HUINING, proposals=[row.pk for row in rows], actor=cast.actor("hn_lead"), at=AT, **said
    )


def minutes(row: JointMeeting, *said: Any, **changed: Any) -> Minutes:
    return minutes_of(HUINING, row, *said, **changed)


def minutes_of(
    county_code: str,
    row: JointMeeting,
    conclusion: Conclusion | None = Conclusion.APPROVE,
    words: str = "",
    **changed: Any,
) -> Minutes:
    bodies = reviewers(county_code)
    said: dict[str, Any] = {
        "held_on": TODAY, "presided_by": "高明远", "scan_id": scan(),
        "conclusions": {item.proposal_id: (conclusion, words) for item in row.items.all()},
        "present": {body.pk: True for body in bodies}, "signed_by": {body.pk: "李科长" for body in bodies},
        **changed,
    }  # fmt: skip
    return Minutes(**said)


def held(
    cast: Cast, *rows: Proposal, conclusion: Conclusion = Conclusion.APPROVE, words: str = ""
) -> JointMeeting:
    row = called(cast, *rows)
    return actions.hold_joint(
        meeting_id=row.pk, minutes=minutes(row, conclusion, words), actor=cast.actor("hn_lead"), at=AT
    )


def approved(cast: Cast, kind: Kind = Kind.ADMIT, **changed: Any) -> Proposal:
    row = meeting(cast, kind, **changed)
    held(cast, row)
    row.refresh_from_db()
    return row


def published(cast: Cast, *rows: Proposal, decided: Decided = DECIDED) -> None:
    actions.publish(
        county_code=HUINING, proposals=[row.pk for row in rows], decided=decided, scan_id=scan(),
        actor=cast.actor("hn_lead"), at=AT,
    )  # fmt: skip
