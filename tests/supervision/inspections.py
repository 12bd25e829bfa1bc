"""A round planned for two villages of 平头川镇, findings, and a violation, by the demonstration's people."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.certificates.cast import LIJIAWAN, officer
from zhengyin.ledger.models import Entry
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.supervision import actions
from zhengyin.supervision.models import Feedback, Finding, Handled, Inspection, Violation
from zhengyin.supervision.policy.inspection import Plan
from zhengyin.supervision.policy.violation import MeasureGiven, WrongGiven
from zhengyin.supervision.topics import Topic
from zhengyin.supervision.wrongs import Measure, Source, Wrong

TOWNSHIP = organization_id("township:620422115000")
LEAD = organization_id("county_lead:620422000000")
OFFICER, DIRECTOR, COUNTY = "hn.pt.officer", "hn.ljw.director", "hn.lead"


def plan(**change: Any) -> Plan:
    today = day_of(now())
    usual: dict[str, Any] = {
        "title": "2026年第四季度印章检查", "committees": frozenset({LIJIAWAN}),
        "topics": frozenset({Topic.SEAL, Topic.USES}), "planned_from": today,
        "planned_last": today + timedelta(days=2), "inspectors": ("王志远", "何小兵"), **change,
    }  # fmt: skip
    return Plan(**usual)


def planned(who: str = OFFICER, at: UUID = TOWNSHIP, **change: Any) -> Inspection:
    return actions.plan_inspections(organization_id=at, plan=plan(**change), actor=officer(who), at=now())[0]


def found(row: Inspection, who: str = OFFICER, **change: Any) -> Finding:
    usual: dict[str, Any] = {
        "topic": Topic.USES, "found": "第12号没有存根", "to_do": "补齐存根，贴在登记簿后面",
        "due_on": day_of(now()) + timedelta(days=10), **change,
    }  # fmt: skip
    return actions.record_finding(inspection_id=row.pk, actor=officer(who), at=now(), **usual)


def notified(row: Inspection, who: str = OFFICER) -> Inspection:
    return actions.notify_rectification(
        inspection_id=row.pk, inspected_on=day_of(now()), actor=officer(who), at=now()
    )


def rectifying() -> Finding:
    row = planned()
    finding = found(row)
    notified(row)
    return finding


def answer(finding: Finding, who: str = DIRECTOR, words: str = "存根已经补齐", **said: Any) -> Finding:
    given = {"photos": (), **said}
    return actions.answer_finding(finding_id=finding.pk, answer=words, actor=officer(who), at=now(), **given)


def settle(finding: Finding, who: str = OFFICER, remark: str = "") -> Finding:
    return actions.settle_finding(finding_id=finding.pk, remark=remark, actor=officer(who), at=now())


def give_back(finding: Finding, who: str = OFFICER, reason: str = "第13号也缺") -> Finding:
    return actions.return_finding(finding_id=finding.pk, reason=reason, actor=officer(who), at=now())


def feed_back(finding: Finding, who: str = OFFICER, words: str = "这类证明没有样表") -> Feedback:
    return actions.send_feedback(
        finding_id=finding.pk,
        item="居住证明",
        department="县公安局",
        words=words,
        actor=officer(who),
        at=now(),
    )


def reply(row: Feedback, who: str = COUNTY, words: str = "样表下月发") -> Feedback:
    return actions.answer_feedback(feedback_id=row.pk, answer=words, actor=officer(who), at=now())


def wrong(**change: Any) -> WrongGiven:
    usual: dict[str, Any] = {
        "committee": LIJIAWAN, "wrong": Wrong.BLANK, "source": Source.INSPECTION,
        "happened_on": day_of(now()) - timedelta(days=3), "offices": "印章保管人", "persons": "赵志强",
        "facts": "检查时发现两张盖了章的空白纸", **change,
    }  # fmt: skip
    return WrongGiven(**usual)


def recorded(who: str = OFFICER, at: UUID = TOWNSHIP, **change: Any) -> Violation:
    return actions.record_violation(organization_id=at, given=wrong(**change), actor=officer(who), at=now())


def heard(row: Violation, who: str = OFFICER, said: str = "当事人说是备用的") -> Violation:
    return actions.hear_violation(violation_id=row.pk, said=said, actor=officer(who), at=now())


def handled(row: Violation, who: str = OFFICER, **change: Any) -> Violation:
    usual: dict[str, Any] = {
        "measure": Measure.REMINDER,
        "done_on": day_of(now()),
        "words": "已经谈话",
        **change,
    }
    return actions.handle_violation(
        violation_id=row.pk, given=MeasureGiven(**usual), actor=officer(who), at=now()
    )


def written() -> tuple[object, ...]:
    tables = (Inspection, Finding, Feedback, Violation, Handled)
    return (Entry.objects.count(), *(list(one.objects.order_by("pk").values()) for one in tables))


@contextmanager
def refused(*codes: str) -> Iterator[None]:
    """The act inside is refused for exactly these reasons, and nothing is written."""
    before = written()
    with pytest.raises(Refused) as caught:
        yield
    assert [refusal.code for refusal in caught.value.refusals] == list(codes)
    assert written() == before
