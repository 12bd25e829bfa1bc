"""The audit replays rounds, reviews and tasks from the lead body's book."""

import pytest

from tests.cleanup.cast import AT, CHANGED, NONE, TODAY, answered, closed, opened, plan, task
from tests.seals.cast import Cast
from zhengyin.cleanup import actions
from zhengyin.cleanup.models import PlanTask, Review
from zhengyin.cli.audited import sources
from zhengyin.registers.audit.report import audit


@pytest.mark.clause("H2.1b")
def test_the_audit_replays_them(cast: Cast) -> None:
    lead = cast.actor("hn_lead")
    closed(cast, answered(cast, ISS_ZQ_01=NONE, ISS_XY_01=CHANGED))
    off = opened(cast, title="第二次")
    actions.cancel_round(round_id=off.pk, reason="重来", actor=lead, at=AT)
    actions.finish_task(task_id=task(cast, plan(cast)).pk, done_on=TODAY, note="", actor=lead, at=AT)
    last = opened(cast, title="第三次")
    assert audit(sources()).breaks == ()
    Review.objects.filter(round=last, code="ISS-XY-02").update(
        state="review_answered", verdict="kept", basis="x", answered_by="x", answered_on=TODAY, way="link"
    )
    PlanTask.objects.create(
        plan=plan(cast), no=2, what="没有登记的", owner_name="谁", due_on=TODAY, state="task_open"
    )
    first, second = sorted(audit(sources()).breaks)
    assert "按登记应当是“没有登记”，系统里现在是“正在做”" in first
    assert "按登记应当是“还没有答复”，系统里现在是“已答复，等清理结束”" in second
