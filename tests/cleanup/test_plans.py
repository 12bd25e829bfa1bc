"""A county's work plan: tasks given out, reported on, done or dropped; its city reads it."""

from datetime import timedelta

import pytest

from tests.cleanup.cast import AT, DUE, POLICE, TODAY, plan, task
from tests.seals.cast import Cast, refused
from zhengyin.cleanup import actions
from zhengyin.cleanup.kinds import Milestone
from zhengyin.cleanup.models import PlanTask, WorkPlan
from zhengyin.cleanup.queries import plans_visible_to
from zhengyin.cleanup.workflow import TASK
from zhengyin.registers.queries import lines_of

BANNER = "150623000000"


@pytest.mark.clause("O3.1b", "O1b")
def test_a_plan_has_tasks_with_owner_day_and_step(cast: Cast) -> None:
    row, lead = plan(cast), cast.actor("hn_lead")
    first = task(cast, row, milestone=Milestone.SORTED)
    second = task(cast, row, owner_id=POLICE, milestone=Milestone.GUIDES)
    third = task(cast, row, what="另一件")
    assert task(cast, row, milestone=Milestone.SORTED) == first and plan(cast) == row  # sent twice
    assert [one.no for one in (first, second, third)] == [1, 2, 3] and second.owner_name == "会宁县公安局"
    actions.note_task(task_id=first.pk, note="梳理了一半", actor=lead, at=AT)
    actions.finish_task(task_id=first.pk, done_on=TODAY, note="全部梳理完", actor=lead, at=AT)
    actions.drop_task(task_id=third.pk, reason="并到第一件", actor=lead, at=AT)
    first.refresh_from_db()
    assert (first.state, first.done_on, first.note) == ("task_done", TODAY, "全部梳理完")
    assert TASK.replay([line.kind for line in lines_of(first.pk)]) == "task_done"
    with refused("wrong_state"):
        actions.note_task(task_id=first.pk, note="还有", actor=lead, at=AT)
    with refused("wrong_state"):
        actions.finish_task(task_id=third.pk, done_on=TODAY, note="", actor=lead, at=AT)


def test_what_is_missing(cast: Cast) -> None:
    row, lead = plan(cast), cast.actor("hn_lead")
    with refused("plan_title_missing"):
        actions.make_plan(
            county_code=row.county_code, title=" ", number="", begins_on=TODAY, actor=lead, at=AT
        )
    with refused("task_owner_missing"):
        task(cast, row, owner_name=" ")
    with refused("task_due_before_plan"):
        task(cast, row, due_on=TODAY - timedelta(days=1))
    one = task(cast, row)
    with refused("task_note_missing"):
        actions.note_task(task_id=one.pk, note=" ", actor=lead, at=AT)
    with refused("task_reason_missing"):
        actions.drop_task(task_id=one.pk, reason=" ", actor=lead, at=AT)
    with refused("task_done_day_wrong"):
        actions.finish_task(task_id=one.pk, done_on=DUE, note="", actor=lead, at=AT)
    assert PlanTask.objects.get().state == "task_open"


@pytest.mark.clause("O3.1b")
def test_the_city_reads_and_nobody_else_writes(cast: Cast) -> None:
    own, banners = plan(cast), plan(cast, "od_lead", BANNER)
    assert list(plans_visible_to(cast.actor("od_city"))) == [banners]
    assert list(plans_visible_to(cast.actor("hn_lead"))) == [own]
    assert list(plans_visible_to(cast.actor("od_lead"))) == [banners]
    assert not plans_visible_to(cast.actor("pt_officer")).exists()
    for who in ("od_city", "hn_lead", "od_system"):
        with refused("wrong_office"):
            task(cast, banners, who)
    with refused("wrong_office"):
        plan(cast, "od_city", BANNER)
    assert WorkPlan.objects.count() == 2 and not PlanTask.objects.exists()
