"""A 公共服务事项 of a banner on its way, as its lead body takes it."""

from datetime import date, timedelta
from typing import Any

from tests.admission.cast import AT, BANNER, DECIDED, TODAY, scan
from tests.admission.paper import minutes_of, no_opinion
from tests.seals.cast import Cast
from zhengyin.admission import actions
from zhengyin.admission.actions import Typed
from zhengyin.admission.kinds import Kind
from zhengyin.admission.models import Proposal, Service
from zhengyin.admission.queries.facts import bodies_to_ask
from zhengyin.admission.queries.services import services_in
from zhengyin.catalogue.policy.change import Decided
from zhengyin.regions.packs.settings import FormCovers

SAID = {
    "content": "每季度入户走访一次，填一张表", "for_whom": "七十岁以上独居老人", "way": "走访、填表、交苏木",
    "limit": "每季度末", "why_here": "部门没有人手在嘎查", "exit_reason": "由民政专员接手",
    "instead": "民政专员走访",
}  # fmt: skip
BASIS = {
    "document": "示例老年人关爱办法", "number": "示例〔2026〕2号", "article": "第六条",
    "standing": "in_force", "confidence": "partial",
}  # fmt: skip
ENTRY = {"what": "service", "bases": [BASIS]}


def drafted(cast: Cast, kind: Kind = Kind.ADMIT, county: str = BANNER, **changed: Any) -> Proposal:
    said: dict[str, Any] = {
        "applicant_name": "鄂托克旗卫生健康委员会（示例）", "liaison": "王主任", "telephone": "0477-0000900",
        "item_name": "独居老人走访", "entry": ENTRY if kind is Kind.ADMIT else {}, "said": SAID, **changed,
    }  # fmt: skip
    return actions.draft(
        county_code=county, applicant_id=None, kind=kind, typed=Typed(**said), covers=FormCovers.SERVICES,
        actor=cast.actor("od_lead" if county == BANNER else "hn_lead"), at=AT,
    )  # fmt: skip


def submitted(cast: Cast, kind: Kind = Kind.ADMIT, **changed: Any) -> Proposal:
    row = drafted(cast, kind, **changed)
    return actions.submit(
        proposal_id=row.pk, paper_id=scan(), received_on=TODAY, actor=cast.actor("od_lead"), at=AT
    )


def approved(cast: Cast, kind: Kind = Kind.ADMIT, **changed: Any) -> Proposal:
    row, lead = submitted(cast, kind, **changed), cast.actor("od_lead")
    actions.accept(proposal_id=row.pk, actor=lead, at=AT)
    due_on = TODAY + timedelta(days=10)
    row = actions.consult(
        proposal_id=row.pk, due_on=due_on, bodies=tuple(bodies_to_ask(BANNER)), actor=lead, at=AT
    )
    for question in row.questions.all():
        no_opinion(question)
    actions.sum_up(proposal_id=row.pk, summary="都没有意见", actor=lead, at=AT)
    meeting = actions.call_joint(
        county_code=BANNER, title="第1次联审会议（示例）", place="旗民政局", held_on=TODAY,
        proposals=[row.pk], actor=lead, at=AT,
    )  # fmt: skip
    actions.hold_joint(meeting_id=meeting.pk, minutes=minutes_of(BANNER, meeting), actor=lead, at=AT)
    row.refresh_from_db()
    return row


def publish(cast: Cast, *rows: Proposal, decided: Decided = DECIDED) -> None:
    actions.publish(
        county_code=BANNER, proposals=[row.pk for row in rows], decided=decided, scan_id=scan(),
        actor=cast.actor("od_lead"), at=AT,
    )  # fmt: skip


def admitted(cast: Cast, **changed: Any) -> Service:
    row = approved(cast, **changed)
    publish(cast, row)
    row.refresh_from_db()
    return Service.objects.get(code=row.item_code)


def codes(day: date) -> list[str]:
    return [one.code for one in services_in(BANNER, day)]
