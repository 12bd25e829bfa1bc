"""Inspections: planned, found, answered, settled, fed back, each by its office and only once."""

from datetime import timedelta

import pytest

from tests.certificates.cast import HUISHIMEN, LIJIAWAN, PINGTOUCHUAN, officer, page
from tests.supervision.inspections import (
    LEAD,
    TOWNSHIP,
    answer,
    feed_back,
    found,
    give_back,
    notified,
    plan,
    planned,
    rectifying,
    refused,
    reply,
    settle,
)
from tests.world import World
from zhengyin.registers.queries import lines_of, now
from zhengyin.shared.days import day_of
from zhengyin.supervision import actions
from zhengyin.supervision.models import Inspection
from zhengyin.supervision.queries.inspections import Part, inspections_at, listed, visible_to
from zhengyin.supervision.topics import Topic
from zhengyin.supervision.workflow import InspectionState


def kinds(subject: object) -> list[str]:
    return [line.kind for line in lines_of(subject)]  # type: ignore[arg-type]


@pytest.mark.clause("H4.2b")
def test_one_plan_many_committees(past: World) -> None:
    rows = actions.plan_inspections(
        organization_id=TOWNSHIP, plan=plan(committees=frozenset({LIJIAWAN, PINGTOUCHUAN})),
        actor=officer("hn.pt.officer"), at=now(),
    )  # fmt: skip
    assert {row.organization_id for row in rows} == {LIJIAWAN, PINGTOUCHUAN}
    assert len({row.round for row in rows}) == 1
    (line,) = lines_of(rows[0].pk)
    assert (line.kind, line.book, line.owner) == ("inspection.planned", "supervision", PINGTOUCHUAN)
    assert line.columns["inspectors"] == "王志远、何小兵"


@pytest.mark.clause("H4.2b")
def test_from_the_plan_to_its_end(past: World) -> None:
    row = planned()
    first, second = found(row), found(row, found="保险柜没锁", topic=Topic.OTHER)
    assert (first.no, second.no) == (1, 2)
    notified(row)
    answer(first)
    give_back(first)
    answer(first, words="第13号也补了")
    settle(first)
    row.refresh_from_db()
    assert row.state == InspectionState.RECTIFYING
    settle(second, remark="当场已经锁上")
    row.refresh_from_db()
    assert row.state == InspectionState.CLOSED and row.ended_at
    assert kinds(row.pk) == ["inspection.planned", "inspection.notified", "inspection.closed"]
    assert kinds(first.pk) == [
        "finding.recorded", "finding.answered", "finding.returned", "finding.answered", "finding.settled",
    ]  # fmt: skip


def test_what_was_found_stands_beside_the_line_and_not_in_it(past: World) -> None:
    line = lines_of(found(planned()).pk)[0]
    assert "第12号没有存根" not in str(line.columns)
    assert line.personal and line.personal["found"] == "第12号没有存根"


def test_nothing_found_is_closed_at_once(past: World) -> None:
    row = planned()
    actions.record_nothing_found(
        inspection_id=row.pk, inspected_on=day_of(now()), actor=officer("hn.pt.officer"), at=now()
    )
    row.refresh_from_db()
    assert row.state == InspectionState.CLOSED and kinds(row.pk)[-1] == "inspection.clean"


def test_a_plan_is_cancelled_with_its_reason(past: World) -> None:
    row, who = planned(), officer("hn.pt.officer")
    with refused("reason_of_cancel_missing"):
        actions.cancel_inspection(inspection_id=row.pk, reason=" ", actor=who, at=now())
    actions.cancel_inspection(inspection_id=row.pk, reason="下大雪，路不通", actor=who, at=now())
    row.refresh_from_db()
    assert row.state == InspectionState.CANCELLED
    with refused("wrong_state"):
        actions.cancel_inspection(inspection_id=row.pk, reason="再取消", actor=who, at=now())


def test_the_same_form_twice_is_one(past: World) -> None:
    row = planned()
    with refused("inspection_planned_already"):
        planned()
    assert found(row).pk == found(row).pk
    notified(row)
    with refused("wrong_state"):
        notified(row)


def test_answers_carry_photographs(past: World) -> None:
    finding = answer(rectifying(), photos=(page(5), page(5)))
    assert finding.photos.count() == 2
    assert lines_of(finding.pk)[-1].columns["photos"] == "2"


@pytest.mark.clause("H4.2b")
def test_feedback_reaches_the_county_and_its_answer_comes_back(past: World) -> None:
    finding = rectifying()
    row = feed_back(finding)
    with refused("feedback_sent_already"):
        feed_back(finding)
    reply(row)
    row.refresh_from_db()
    assert (row.state, row.answer) == ("feedback_answered", "样表下月发")
    assert kinds(row.pk) == ["feedback.sent", "feedback.answered"]
    with refused("wrong_state"):
        reply(row)


@pytest.mark.parametrize("who, at", [
    ("hn.ljw.director", LIJIAWAN), ("hn.lead", LEAD), ("hn.hs.officer", TOWNSHIP),
    ("hn.ljw.supervisor", LIJIAWAN),
])  # fmt: skip
def test_only_the_township_plans(past: World, who: str, at: object) -> None:
    with refused("wrong_office"):
        planned(who, at)  # type: ignore[arg-type]


def test_another_townships_committee_is_not_inspected(past: World) -> None:
    with refused("inspection_committee_elsewhere"):
        planned(committees=frozenset({HUISHIMEN}))


@pytest.mark.parametrize("who", ["hn.hs.officer", "hn.ljw.director", "hn.lead"])
def test_only_this_township_goes_on(past: World, who: str) -> None:
    row = planned()
    with refused("wrong_office"):
        found(row, who)
    finding = found(row)
    with refused("wrong_office"):
        notified(row, who)
    notified(row)
    answer(finding)
    with refused("wrong_office"):
        give_back(finding, who)
    with refused("wrong_office"):
        settle(finding, who)
    with refused("wrong_office"):
        feed_back(finding, who)


@pytest.mark.parametrize("who", ["hn.pt.officer", "hn.ptc.director", "hn.ljw.clerk", "hn.ljw.supervisor"])
def test_only_its_director_answers(past: World, who: str) -> None:
    finding = rectifying()
    with refused("wrong_office"):
        answer(finding, who)


@pytest.mark.parametrize("who", ["hn.pt.officer", "hn.ljw.director", "od.lead"])
def test_only_its_county_answers_a_feedback(past: World, who: str) -> None:
    row = feed_back(rectifying())
    with refused("wrong_office"):
        reply(row, who)


def test_before_the_notice_nobody_answers_settles_or_feeds_back(past: World) -> None:
    finding = found(planned())
    with refused("rectification_not_notified"):
        answer(finding)
    with refused("rectification_not_notified"):
        settle(finding, remark="当场改了")
    with refused("rectification_not_notified"):
        feed_back(finding)


def test_after_the_notice_nothing_is_added(past: World) -> None:
    finding = rectifying()
    with refused("inspection_notified_already"):
        found(finding.inspection, found="又一个")


def test_settled_is_settled(past: World) -> None:
    finding = rectifying()
    with refused("finding_settle_remark_missing"):
        settle(finding)
    with refused("wrong_state"):
        give_back(finding)
    answer(finding)
    with refused("wrong_state"):
        answer(finding)
    settle(finding)
    with refused("wrong_state"):
        settle(finding)


@pytest.mark.parametrize("who, sees", [
    ("hn.pt.officer", True), ("hn.lead", True), ("hn.ljw.director", True), ("hn.ljw.supervisor", True),
    ("hn.ljw.clerk", True), ("hn.hs.officer", False), ("hn.hsm.director", False), ("od.lead", False),
    ("hn.auditor", False),
])  # fmt: skip
def test_who_reads_an_inspection(past: World, who: str, sees: bool) -> None:
    row = planned()
    assert visible_to(officer(who)).filter(pk=row.pk).exists() is sees


def test_a_seat_shows_its_own_alone(past: World) -> None:
    row, actor = planned(), officer("hn.pt.officer")
    assert list(inspections_at(actor, TOWNSHIP)) == [row]
    assert not inspections_at(actor, LIJIAWAN).exists()


@pytest.mark.clause("H4.2b")
def test_the_list_shows_what_is_overdue(past: World) -> None:
    rectifying()
    planned(title="另一次", committees=frozenset({PINGTOUCHUAN}))
    later = day_of(now()) + timedelta(days=11)
    seen = listed(Inspection.objects.all(), Part.OVERDUE, 1, today=later)
    assert seen.counts == {Part.OPEN: 2, Part.OVERDUE: 1, Part.CLOSED: 0, Part.ALL: 2}
    assert [row.late for row in seen.rows] == [1]  # type: ignore[attr-defined]
    assert not listed(Inspection.objects.all(), Part.OVERDUE, 1, today=later - timedelta(days=1)).rows


def test_what_cannot_be_printed_is_not_written_down(past: World) -> None:
    with refused("inspection_words_unprintable"):
        planned(title="检查\ue000")
    row = planned()
    with refused("inspection_words_unprintable"):
        found(row, to_do="改好\ue000")
