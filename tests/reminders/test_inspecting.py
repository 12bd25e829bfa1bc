"""What is told of inspections: they come near, something is to be put right, an answer waits."""

from datetime import datetime, timedelta

import pytest

from tests.reminders.values import DIRECTOR, KEEPER, TOWNSHIP, person
from tests.supervision import inspections
from zhengyin.registers.queries import now
from zhengyin.reminders.queries import told_to
from zhengyin.shared.days import day_of

pytestmark = [pytest.mark.usefixtures("world"), pytest.mark.clause("H4.2b")]
NEAR = "有1次检查快到了，请准备好登记簿和印章"


def told(username: str, about: str, at: datetime | None = None) -> list[str]:
    found = told_to(person(username).pk, at or now())
    return [words for place in found for words in place.sentences if about in words]


def test_an_inspection_of_today_is_told_at_both() -> None:
    assert told(DIRECTOR, "检查") == told(TOWNSHIP, "检查") == []
    inspections.planned()
    assert told(DIRECTOR, "检查") == told(KEEPER, "检查") == [NEAR]
    assert told(TOWNSHIP, "检查") == ["有1件检查到了日子，等您去"]
    assert told(TOWNSHIP, "检查", now() + timedelta(days=3)) == ["有1件检查到了日子，等您去，其中1件已经超期"]


def test_one_that_is_far_is_not_told_until_it_is_near() -> None:
    far = day_of(now()) + timedelta(days=30)
    inspections.planned(planned_from=far, planned_last=far)
    assert told(DIRECTOR, "检查") == told(TOWNSHIP, "检查") == []
    before = now() + timedelta(days=29)
    assert told(DIRECTOR, "检查", before) == [NEAR] and told(TOWNSHIP, "检查", before) == []


def test_a_finding_is_told_near_its_day_and_past_it() -> None:
    finding = inspections.rectifying()
    days = timedelta(days=10)
    assert told(DIRECTOR, "整改") == told(TOWNSHIP, "整改") == []
    assert told(DIRECTOR, "整改", now() + days) == ["有1件检查提出的问题等您整改"]
    late = now() + days + timedelta(days=1)
    assert told(DIRECTOR, "整改", late) == ["有1件检查提出的问题等您整改，其中1件已经超期"]
    assert told(TOWNSHIP, "整改", now() + days) == []
    assert told(TOWNSHIP, "整改", late) == ["有1件检查提出的问题过了整改期限"]
    inspections.answer(finding)
    assert told(DIRECTOR, "整改", late) == []
    assert told(TOWNSHIP, "整改", late) == ["有1件整改等您核对"]
    inspections.settle(finding)
    assert told(TOWNSHIP, "整改", late) == []
