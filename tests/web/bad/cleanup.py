"""Forms of a clean-up round and of a work plan, as the lead body, the units and their links send them."""

from django.test import Client

from tests.web.admission.test_pages import today
from tests.web.bad.lines import Case, at
from tests.web.bad.sweep import Sent
from tests.web.cleanup import test_pages as made
from tests.web.deskcast import lead, officer
from tests.web.plans import test_pages as planned
from tests.web.walking import photo
from tests.world import World
from zhengyin.web.admission.steps import DecisionForm
from zhengyin.web.cleanup import forms
from zhengyin.web.plans import forms as plans


def opening(world: World) -> Sent:
    return at(lead(world), "cleanup-new", **made.opening())


def assigning(world: World) -> Sent:
    row = made.opened(world)
    said = {"reviews": [str(made.of(row).pk)], "unit": "", "name": "会宁县供水公司（示例）"}
    return at(lead(world), "cleanup-assign", row.pk, **said)


def answering(world: World) -> Sent:
    row = made.given(world)
    return at(officer(world), "cleanup-answer", row.pk, made.of(row).pk, **whole())


def whole() -> dict[str, str]:
    """Every field said."""
    return made.keeping(verdict="ended", reason="能查了", instead="到派出所查")


def by_link(world: World) -> Sent:
    row = made.given(world)
    return Sent(Client(), made.link_to(made.of(row)), {**whole(), "answered_by": "张主任"})


def from_paper(world: World) -> Sent:
    row = made.given(world)
    said = {**whole(), "answered_by": "张主任", "answered_on": today(), "scan": photo()}
    return at(lead(world), "cleanup-paper", row.pk, made.of(row).pk, **said)


def settling(world: World) -> Sent:
    row = made.overdue(world)
    return at(lead(world), "cleanup-settle", row.pk, made.of(row).pk, **whole())


def closing(world: World) -> Sent:
    row = made.given(world)
    officer(world).post("cleanup-answer", row.pk, made.of(row).pk, **made.ending())
    made.answer_all(row)
    said = made.deciding(filing_number="会规备〔2026〕9号", valid_until=made.later(400), scan=photo())
    return at(lead(world), "cleanup-close", row.pk, **said)


def planning(world: World) -> Sent:
    return at(lead(world), "work-plan-new", **planned.making(number="会民发〔2026〕5号"))


def tasking(world: World) -> Sent:
    row = planned.made(lead(world))
    return at(lead(world), "plan-task-add", row.pk, **planned.tasking())


def reporting(world: World) -> Sent:
    who = lead(world)
    row = planned.made(who)
    task = planned.tasked(who, row)
    return at(who, "plan-task-report", row.pk, task.pk, note="梳理完了", done_on=today())


CASES = [
    Case((forms.OpenForm,), opening),
    Case((forms.AssignForm,), assigning),
    Case((forms.FindingForm,), answering),
    Case((forms.LinkFindingForm,), by_link),
    Case((forms.PaperFindingForm,), from_paper),
    Case((forms.SettleForm,), settling),
    Case((DecisionForm,), closing),
    Case((plans.PlanForm,), planning),
    Case((plans.TaskForm,), tasking),
    Case((plans.ProgressForm,), reporting),
]
