"""A round of 会宁 on its way, and the values of a finding without a fault."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.admission.cast import AT, DECIDED, HUINING, LEAD, TODAY, scan
from tests.seals.cast import Cast
from zhengyin.catalogue.policy.change import Decided
from zhengyin.cleanup import actions
from zhengyin.cleanup.actions import Said
from zhengyin.cleanup.kinds import Verdict, Way
from zhengyin.cleanup.models import PlanTask, Review, Round, WorkPlan
from zhengyin.regions.names import OrganizationKind, key_of, organization_id

__all__ = ["AT", "HUINING", "LEAD", "TODAY", "scan"]
DUE, ENDS = date(2026, 11, 23), date(2027, 1, 1)
LATE = AT + timedelta(days=(DUE - TODAY).days + 1)  # the day after the last
POLICE = organization_id(key_of(OrganizationKind.DEPARTMENT, HUINING, "会宁县公安局"))
TOWNSHIP = organization_id(key_of(OrganizationKind.TOWNSHIP, "620422115000"))
KEPT = Said(Verdict.KEPT, basis="示例管理办法第八条", answered_by="张主任", answered_on=TODAY)
NONE = Said(Verdict.NO_BASIS, instead="带身份证到派出所查", answered_by="张主任", answered_on=TODAY)
ENDED = replace(NONE, verdict=Verdict.ENDED, basis="示例管理办法第九条", reason="能查了")
CHANGED = replace(KEPT, verdict=Verdict.CHANGED, reason="办理条件要改")
DECISION = replace(
    DECIDED, number="会民发〔2026〕60号（示例）", title="关于取消证明事项的决定（示例）", takes_effect_on=ENDS
)


def opened(cast: Cast, at: datetime = AT, **changed: Any) -> Round:
    said: dict[str, Any] = {"title": "2026年清理（示例）", "due_on": DUE, "ends_on": ENDS, **changed}
    return actions.open_round(county_code=HUINING, actor=cast.actor("hn_lead"), at=at, **said)


def review_of(row: Round, code: str = "ISS-ZQ-01") -> Review:
    return Review.objects.select_related("unit").get(round=row, code=code)


def give(cast: Cast, row: Round, *codes: str, body: UUID | None = POLICE, name: str = "") -> None:
    chosen = row.reviews.filter(code__in=codes) if codes else row.reviews.filter(unit=None)
    actions.assign(
        round_id=row.pk, reviews=list(chosen.values_list("pk", flat=True).order_by("pk")), body_id=body,
        name=name, actor=cast.actor("hn_lead"), at=AT,
    )  # fmt: skip


def given(cast: Cast) -> Round:
    """Opened, everything is the police's."""
    row = opened(cast)
    give(cast, row)
    return row


def by_link(review: Review, said: Said = KEPT, at: datetime = AT) -> Review:
    return actions.answer(review_id=review.pk, said=said, way=Way.LINK, actor=None, at=at)


def settled(cast: Cast, review: Review, said: Said = NONE, at: datetime = LATE) -> Review:
    return actions.settle(review_id=review.pk, said=said, actor=cast.actor("hn_lead"), at=at)


def answered(cast: Cast, **found: Said) -> Round:
    """Everything kept, save what `found` says by code (ISS_ZQ_01)."""
    row = given(cast)
    for review in row.reviews.order_by("code"):
        by_link(review, found.get(review.code.replace("-", "_"), KEPT))
    return row


def closed(cast: Cast, row: Round, decided: Decided | None = DECISION, at: datetime = AT) -> Round:
    return actions.close_round(
        round_id=row.pk, decided=decided, scan_id=scan() if decided else None, actor=cast.actor("hn_lead"),
        at=at,
    )  # fmt: skip


def plan(cast: Cast, who: str = "hn_lead", county: str = HUINING) -> WorkPlan:
    return actions.make_plan(
        county_code=county,
        title="三年工作方案（示例）",
        number="",
        begins_on=TODAY,
        actor=cast.actor(who),
        at=AT,
    )


def task(cast: Cast, row: WorkPlan, who: str = "hn_lead", **changed: Any) -> PlanTask:
    said: dict[str, Any] = {
        "what": "梳理本部门要求村里开的证明", "owner_id": None, "owner_name": "县教育局", "due_on": DUE,
        "milestone": None, **changed,
    }  # fmt: skip
    return actions.add_task(plan_id=row.pk, actor=cast.actor(who), at=AT, **said)
